import { isCovered, serviceNamed } from './hosts';
import type { ObjectSet } from './object-set';
import type { Resource } from './resource';

/** Hosts that a Sidecar lets its pods know: those of a namespace, by name or pattern. */
export interface EgressHosts {
  /** A name, `*` for all. */
  readonly namespace: string;
  readonly hosts: string;
}

/** What the egress of a Sidecar names; `.` is its own namespace, and what has no namespace is nothing. */
export function egressHosts({ spec, namespace }: Resource): EgressHosts[] {
  return spec.at('egress').items().flatMap(listener => listener.at('hosts').texts).filter(text => text.includes('/')).map(text => {
    const slash = text.indexOf('/');
    const named = text.slice(0, slash);
    return { namespace: named === '.' ? namespace : named, hosts: text.slice(slash + 1) };
  });
}

/** Whether a host is among them; one of no namespace that is known is looked for in each. */
export function letsKnow(set: ObjectSet, entries: readonly EgressHosts[], host: string): boolean {
  const { namespace } = serviceNamed(set, host, '');
  return entries.some(entry => (
    (entry.namespace === '*' || entry.namespace === namespace || (namespace === '' && entry.namespace !== '~')) && isCovered(host, entry.hosts)
  ));
}
