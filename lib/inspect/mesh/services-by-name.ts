import { groupBy } from '../group-by';
import { serviceHost } from './hosts';
import { namesIn } from './names-of-kind';
import { ObjectSet, perSet } from './object-set';

/** The namespaces that have a Service of a name, by name. */
export function namespacesWithService(set: ObjectSet, name: string): readonly string[] {
  return byName(set).get(name) ?? [];
}

/** The names of the Services of a namespace. */
export function servicesIn(set: ObjectSet, namespace: string): readonly string[] {
  return namesIn(set, 'Service', namespace);
}

/** The full host of the Service that `name.namespace` or `name.namespace.svc` seems to mean: Istio does not complete what has a dot. */
export function serviceMeant(set: ObjectSet, host: string): string | undefined {
  const [, name, namespace] = /^([^.]+)\.([^.]+)(?:\.svc)?$/.exec(host) ?? [];
  return name === undefined || set.find('Service', namespace, name) === undefined ? undefined : serviceHost(set, name, namespace);
}

const byName = perSet((set): ReadonlyMap<string, readonly string[]> => new Map(
  [...groupBy(set.of('Service'), ({ name }) => name)].map(([name, services]) => [name, services.map(({ namespace }) => namespace).sort()]),
));
