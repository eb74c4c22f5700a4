import { groupBy } from '../../group-by';
import { PEER_AUTHENTICATION } from '../../mesh/istio-kinds';
import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const twoPeerAuthentications = meshRule('MESH083', 'warning', ['two-peer-authentications', 'Two PeerAuthentications apply to the same pods, and Istio uses the older one.']);

/** PeerAuthentications that Istio ignores, since an older one has the same namespace and selector. */
export const twoPeerAuthenticationsCheck = defineCheck({
  rules: [twoPeerAuthentications],
  kinds: [PEER_AUTHENTICATION],
  reads: MESH_CONFIG_KINDS,
  * judge(policy, { set }) {
    const [first] = byReach(set).get(reachOf(policy)) ?? [];
    if (first === policy || isUnheard(set, policy)) {
      return;
    }
    const selector = policy.spec.at('selector', 'matchLabels').textMap;
    const pods = Object.keys(selector).length === 0 ? `namespace ${policy.namespace}` : `the pods with ${selectorText(selector)}`;
    yield {
      rule: twoPeerAuthentications,
      path: ['metadata', 'name'],
      message: [first, policy].every(one => createdAt(one) !== undefined)
        ? `Istio ignores this in favor of ${first.name}, which is older and also applies to ${pods}`
        : `${first.name} also applies to ${pods}, and Istio uses the one created first`,
      repair: 'merge them into one',
    };
  },
});

/** As Istio sorts them: the oldest first, those of one second by name. */
const byReach = perSet(set => groupBy([...set.of(PEER_AUTHENTICATION)].sort(compare), reachOf));

function reachOf({ namespace, spec }: Resource): string {
  return `${namespace} ${selectorText(spec.at('selector', 'matchLabels').textMap)}`;
}

function compare(one: Resource, other: Resource): number {
  const [mine, theirs] = [one, other].map(policy => `${createdAt(policy) ?? ''} ${policy.name}`);
  return mine < theirs ? -1 : 1;
}

function createdAt({ root }: Resource): string | undefined {
  return root.at('metadata', 'creationTimestamp').text;
}

/** In the root namespace Istio heeds no policy with a selector. */
function isUnheard(set: ObjectSet, { namespace, spec }: Resource): boolean {
  return namespace === rootNamespace(set) && spec.at('selector', 'matchLabels').isFilled;
}
