import { groupBy } from '../group-by';
import type { Field } from './field';
import { HostIndex } from './host-index';

/** The hosts that servers of a gateway serve: for VirtualServices of all namespaces, and beside them for those of some. */
export interface ServedHosts {
  readonly all: HostIndex<Field>;
  readonly byNamespace: ReadonlyMap<string, HostIndex<Field>>;
}

/** A host of a server. */
export interface ScopedHost {
  /** The namespace for whose VirtualServices it is meant, `*` for all. */
  readonly scope: string;
  readonly host: string;
  /** The server. */
  readonly place: Field;
}

/** The hosts of a server of a Gateway in namespace `own`. */
export function hostsOfServer(server: Field, own: string): ScopedHost[] {
  const hosts = server.at('hosts').texts;
  if (hosts.includes('*/*')) {
    return [{ scope: '*', host: '*', place: server }];
  }
  return hosts.map(host => host.split('/', 2)).map(([scope, host]) => (
    host === undefined ? { scope: '*', host: scope, place: server } : { scope: scope === '.' ? own : scope, host, place: server }
  ));
}

export function indexedHosts(hosts: readonly ScopedHost[]): ServedHosts {
  const scopes = [...groupBy(hosts, ({ scope }) => scope)].map(([scope, group]) => (
    [scope, new HostIndex(group.map(({ host, place }) => [host, place] as const))] as const
  ));
  const byNamespace = new Map(scopes);
  return { all: byNamespace.get('*') ?? new HostIndex([]), byNamespace };
}

/** Whether some server serves a host of a VirtualService in namespace `asking`. */
export function isServed({ all, byNamespace }: ServedHosts, host: string, asking: string): boolean {
  return all.meets(host) || byNamespace.get(asking)?.meets(host) === true;
}

/** The servers that serve a host of a VirtualService in namespace `asking`. */
export function serversServing({ all, byNamespace }: ServedHosts, host: string, asking: string): Field[] {
  return [...all.meeting(host), ...(byNamespace.get(asking)?.meeting(host) ?? [])];
}
