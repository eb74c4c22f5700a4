import { groupBy } from '../group-by';
import { answered } from '../once-per';
import type { Field } from './field';
import { HostIndex } from './host-index';
import { fullHost, serviceHost } from './hosts';
import { clustersOf, ObjectSet, perSet } from './object-set';
import { NO_NUMBER, portNumber } from './port-number';
import { providerScopes } from './provider-scopes';
import type { Resource } from './resource';
import { isListUnread } from './unread';

/** A host that a Service or ServiceEntry provides. */
export interface KnownHost {
  readonly host: string;
  readonly provider: Resource;
  /** The numbers of its ports, those of a Service as callers know them; NO_NUMBER for one that cannot be read. */
  readonly ports: readonly number[];
  /** The labels of its pods; empty when it selects none. */
  readonly selector: Readonly<Record<string, string>>;
}

/** Who asks for a host: an object of a namespace, which itself is shown to some. */
export interface Asker {
  readonly namespace: string;
  readonly exportTo: readonly string[];
}

/** The host that an object means, looked up as Istio does: among those shown to all, to the namespaces that see the object, then wildcards. */
export function findHost(set: ObjectSet, { namespace, exportTo }: Asker, host: string): KnownHost | undefined {
  const { byScope, wildcards } = knownHosts(set);
  const wanted = fullHost(set, host, namespace);
  const shownToAll = byScope.get('*')?.get(wanted);
  if (shownToAll !== undefined) {
    return shownToAll;
  }
  const scopes = exportTo.length === 0 ? [namespace] : exportTo.map(one => (one === '.' ? namespace : one));
  const found = scopes.map(scope => byScope.get(scope)?.get(wanted)).find(known => known !== undefined);
  return found ?? (wildcards.size === 0 ? undefined : firstCovering(wildcards, namespace, wanted));
}

function firstCovering(wildcards: KnownHosts['wildcards'], namespace: string, wanted: string): KnownHost | undefined {
  const covering = [...new Set(['*', namespace])].flatMap(scope => wildcards.get(scope)?.covered(wanted) ?? []);
  return covering.reduce<Wildcard | undefined>((one, other) => (one !== undefined && one.order < other.order ? one : other), undefined)?.known;
}

/** A host with `*`, and where it stands among them: of several that cover a host the first counts. */
interface Wildcard {
  readonly order: number;
  readonly known: KnownHost;
}

interface KnownHosts {
  readonly byScope: ReadonlyMap<string, ReadonlyMap<string, KnownHost>>;
  readonly wildcards: ReadonlyMap<string, HostIndex<Wildcard>>;
}

/** All hosts of a set, by the namespaces that see them, and those that other clusters of the mesh provide. */
export const knownHosts = perSet((set): KnownHosts => {
  const entries = [
    ...set.of('networking.istio.io/ServiceEntry').flatMap(entry => hostsOfEntry(set, entry)),
    // Of a Service of several clusters, the one of this cluster counts.
    ...clustersOf(set).flatMap(cluster => cluster.of('Service')).reverse().flatMap(service => hostsOfService(set, service)),
  ];
  const byScope = new Map<string, Map<string, KnownHost>>();
  for (const [scope, known] of entries) {
    answered(byScope, scope, () => new Map<string, KnownHost>()).set(known.host, known);
  }
  const wildcards = entries.filter(([, { host }]) => host.startsWith('*')).map(([scope, known], order) => ({ scope, known, order }));
  return {
    byScope,
    wildcards: new Map([...groupBy(wildcards, ({ scope }) => scope)].map(([scope, group]) => (
      [scope, new HostIndex(group.map(one => [one.known.host, one] as const))]
    ))),
  };
});

type ScopedHost = readonly [scope: string, known: KnownHost];

function hostsOfEntry(set: ObjectSet, entry: Resource): ScopedHost[] {
  const { spec, namespace } = entry;
  const ports = portsOf(spec, 'number');
  const selector = spec.at('workloadSelector', 'labels').textMap;
  return spec.at('hosts').texts.flatMap(host => providerScopes(entry)
    .map(scope => [scope, { host: fullHost(set, host, namespace), provider: entry, ports, selector }] as const));
}

function hostsOfService(set: ObjectSet, service: Resource): ScopedHost[] {
  const { spec, namespace, name } = service;
  const ports = portsOf(spec, 'port');
  const known = { host: serviceHost(set, name, namespace), provider: service, ports, selector: spec.at('selector').textMap };
  return providerScopes(service).map(scope => [scope, known] as const);
}

function portsOf(spec: Field, number: 'number' | 'port'): readonly number[] {
  const ports = spec.at('ports').items().map(port => portNumber(port.at(number)) ?? NO_NUMBER);
  return ports.length === 0 && isListUnread(spec, 'ports') ? [NO_NUMBER] : ports;
}
