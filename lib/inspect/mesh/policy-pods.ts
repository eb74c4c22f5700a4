import { AMBIENT_READS, isForAmbientPods } from './ambient-selection';
import { rootNamespace } from './mesh-config';
import { hasSidecar } from './mesh-membership';
import type { ObjectSet } from './object-set';
import { perKey } from './per-key';
import { podsSelected, podsSelectedIn } from './pods';
import { policyLabels, reachKey } from './policy-reach';
import type { Resource } from './resource';

/** What somebody looks at who asks whether proxies read a policy. */
export const PROXIED_READS = AMBIENT_READS;

/** Whether a policy selects pods that the set shows, of which some have a proxy, or may have one. ztunnel reads nothing of requests. */
export function hasProxiedPods(set: ObjectSet, policy: Resource): boolean {
  return answers(set, reachKey(policy), () => {
    const [labels, { namespace, spec }] = [policyLabels(policy), policy];
    const pods = namespace === rootNamespace(set) ? podsSelected(set, labels) : podsSelectedIn(set, namespace, labels);
    return pods.some(pod => hasSidecar(set, pod) !== false) && !isForAmbientPods(set, policy, spec.at('selector', 'matchLabels'));
  });
}

/** Policies that apply to the same share the answer. */
const answers = perKey<boolean>();
