import { groupBy } from '../group-by';
import { ObjectSet, perSet } from './object-set';

/** The namespaces that have a Service of a name, by name. */
export function namespacesWithService(set: ObjectSet, name: string): readonly string[] {
  return byName(set).get(name) ?? [];
}

const byName = perSet((set): ReadonlyMap<string, readonly string[]> => new Map(
  [...groupBy(set.of('Service'), ({ name }) => name)].map(([name, services]) => [name, services.map(({ namespace }) => namespace).sort()]),
));
