import { clusterDomain } from './cluster-domain';
import type { ObjectSet } from './object-set';

/** The full host of one that an object in `namespace` names: a host with a dot, or one that begins with `*`, is taken as it is. */
export function fullHost(set: ObjectSet, host: string, namespace: string): string {
  return host.startsWith('*') || host.includes('.') ? host : serviceHost(set, host, namespace);
}

/** The full host of a Service. */
export function serviceHost(set: ObjectSet, name: string, namespace: string): string {
  return `${name}.${namespace}.svc.${clusterDomain(set)}`;
}

/** The Service that a host would be, as Istio reads it: the part behind the last dot before `.svc` is the namespace. */
export function serviceNamed(set: ObjectSet, host: string, namespace: string): { readonly namespace: string; readonly name: string } {
  const end = `.svc.${clusterDomain(set)}`;
  if (!host.endsWith(end)) {
    return { namespace, name: host };
  }
  const full = host.slice(0, -end.length);
  const dot = full.lastIndexOf('.', full.length - 2);
  return dot < 1 ? { namespace, name: host } : { namespace: full.slice(dot + 1), name: full.slice(0, dot) };
}

/** Whether two hosts, of which each may begin with `*`, have a host in common. */
export function hostsOverlap(one: string, other: string): boolean {
  if (one.startsWith('*') && other.startsWith('*')) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return long.slice(1).endsWith(short.slice(1));
  }
  return isCovered(one, other) || isCovered(other, one);
}

/** Whether all hosts of `one` are hosts of `other`. */
export function isCovered(one: string, other: string): boolean {
  if (!other.startsWith('*')) {
    return one === other;
  }
  return one.startsWith('*') ? one.length >= other.length && one.slice(1).endsWith(other.slice(1)) : one.endsWith(other.slice(1));
}

/** Whom an object shows itself to: `*` for all namespaces, else their names. `.` is its own; nothing said is all. */
export function scopesOf(exportTo: readonly string[], namespace: string): readonly string[] {
  if (exportTo.length === 0 || exportTo.includes('*')) {
    return EVERYWHERE;
  }
  return [...new Set(exportTo.map(one => (one === '.' ? namespace : one)))];
}

const EVERYWHERE: readonly string[] = ['*'];
