import { groupBy } from '../group-by';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { SelectorIndex } from './selector-index';
import type { Labels } from './selectors';

/** The Services of a namespace that select pods with these labels; those without selector are among them. */
export function servicesSelecting(set: ObjectSet, namespace: string, labels: Labels): readonly Resource[] {
  return byNamespace(set).get(namespace)?.selecting(labels) ?? [];
}

const byNamespace = perSet(set => new Map([...groupBy(set.of('Service'), ({ namespace }) => namespace)].map(([namespace, services]) => (
  [namespace, new SelectorIndex(services, ({ spec }) => spec.at('selector').textMap)]
))));
