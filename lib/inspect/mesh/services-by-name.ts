import { groupBy } from '../group-by';
import { nameMeant } from '../nearest';
import { fullHost, serviceHost, serviceNamed } from './hosts';
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

/** The host of a shown Service that is nearly called so, as short or as long as what is written; a dot at the end is more than is meant. */
export function nearHost(set: ObjectSet, host: string, own: string): string | undefined {
  const bare = host.replace(/\.$/, '');
  const { namespace, name } = serviceNamed(set, fullHost(set, bare, own), own);
  const meant = nameMeant(name, servicesIn(set, namespace));
  return meant === undefined ? undefined : bare === name ? meant : serviceHost(set, meant, namespace);
}

const byName = perSet((set): ReadonlyMap<string, readonly string[]> => new Map(
  [...groupBy(set.of('Service'), ({ name }) => name)].map(([name, services]) => [name, services.map(({ namespace }) => namespace).sort()]),
));
