import { EnvValue, Workload } from 'cdk8s-plus-28';
import type { ServiceVersion } from '../../service-version';
import { SeenHostIntent, seenHost } from './callee-intent';

const HOSTS = new WeakMap<EnvValue, SeenHostIntent>();

/** A value of a variable by which containers learn of a host, so that their proxies have to know it. */
export function leadingTo(host: string, value: EnvValue): EnvValue {
  HOSTS.set(value, seenHost(host));
  return value;
}

/** The hosts that containers of some versions are told of. */
export function toldHosts(versions: readonly ServiceVersion[]): SeenHostIntent[] {
  return versions.map(workloadOf).flatMap(workload => workload?.containers ?? [])
    .flatMap(({ env }) => Object.values(env.variables).map(value => HOSTS.get(value)).filter(host => host !== undefined));
}

function workloadOf({ daemonSet, deployment, statefulSet }: ServiceVersion): Workload | undefined {
  return daemonSet ?? deployment ?? statefulSet;
}
