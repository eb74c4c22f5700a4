import type { Field } from '../../mesh/field';
import { rootNamespace, MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { reachKey } from '../../mesh/policy-reach';
import { operationsOf, servedPorts, workloadsOfPolicy } from '../../mesh/policy-workloads';
import { NO_NUMBER, portNumber } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { containerPorts, podsOf } from '../../mesh/workload-containers';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { impossiblePolicyValue } from './impossible-policy-value';

/**
 * Ports of policies that none of the selected pods has. Containers may listen where they declare nothing, so that this is never an error; and
 * of the ports of Services another rule speaks.
 */
export const impossiblePolicyPortCheck = defineCheck({
  rules: [impossiblePolicyValue],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: ['Service', ...WORKLOAD_KINDS, ...MESH_CONFIG_KINDS],
  * judge(policy, { set }) {
    const places = operationsOf(policy.spec.at('rules').items()).flatMap(operation => ['ports', 'notPorts'].flatMap(key => operation.at(key).items()));
    const known = places.length === 0 ? undefined : knownPorts(set, reachKey(policy), () => portsOf(set, policy));
    for (const place of known === undefined ? [] : places.filter(({ text = '' }) => isPort(text) && !known.all.has(Number(text)))) {
      yield {
        rule: impossiblePolicyValue,
        path: place.path,
        message: `no selected pod has a port ${place.text}; they have ${[...known!.own].sort((one, other) => one - other).join(', ')}`,
        repair: 'name a port of the pods, declare the port, or remove it',
      };
    }
  },
});

interface KnownPorts {
  /** Those at which pods take requests. */
  readonly own: ReadonlySet<number>;
  /** Those and the ports of the Services before them. */
  readonly all: ReadonlySet<number>;
}

/** What is known of the ports, for policies that select alike at once. */
const knownPorts = perKey<KnownPorts | undefined>();

/** The ports of the pods that a policy is for, where all of them are shown, and say theirs. */
function portsOf(set: ObjectSet, policy: Resource): KnownPorts | undefined {
  const isWide = policy.namespace === rootNamespace(set) || (!policy.spec.at('selector', 'matchLabels').isFilled && !set.settings.complete);
  const workloads = isWide ? [] : workloadsOfPolicy(set, policy);
  const declared = workloads.map(workload => containerPorts(podsOf(workload)));
  if (declared.length === 0 || declared.some(ports => ports.length === 0)) {
    return undefined;
  }
  const served = workloads.flatMap(workload => servedPorts(set, workload));
  const own = new Set([...declared.flat(), ...served.map(({ target }) => target).filter(port => port !== undefined)]);
  return { own, all: new Set([...own, ...served.map(({ port }) => numberOf(port))]) };
}

function numberOf(port: Field): number {
  return portNumber(port.at('port')) ?? NO_NUMBER;
}

/** The ports of the proxies themselves are no business of the pods. */
function isPort(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && (Number(text) < 15_000 || Number(text) > 15_099);
}
