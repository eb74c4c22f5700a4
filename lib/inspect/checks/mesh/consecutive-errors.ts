import { renameFix } from '../../fix/known-fixes';
import type { Field } from '../../mesh/field';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const consecutiveErrors = meshRule(
  'MESH003', 'error', ['unread-consecutive-errors', 'Outlier detection sets consecutiveErrors, which Istio ignores.'], ['IST0133'],
);

const CANARY = 'flagger.app/Canary';

/** The older name of `consecutive5xxErrors`, wherever a policy can stand: istiod's webhook looks at the policy of the host alone. */
export const consecutiveErrorsCheck = defineCheck({
  rules: [consecutiveErrors],
  kinds: ['networking.istio.io/DestinationRule', CANARY],
  fields: ['consecutiveErrors'],
  * judge(resource) {
    for (const outlier of policiesOf(resource).map(policy => policy.at('outlierDetection'))) {
      const [old, current] = [outlier.at('consecutiveErrors'), outlier.at('consecutive5xxErrors')];
      if ((old.number ?? 0) !== 0) {
        yield {
          rule: consecutiveErrors,
          path: old.path,
          message: current.isSet
            ? `consecutiveErrors: ${old.number} is ignored, consecutive5xxErrors: ${current.number} next to it applies`
            : `consecutiveErrors: ${old.number} is ignored: a host is ejected after 5 errors in a row regardless`,
          repair: current.isSet ? 'remove consecutiveErrors' : `write consecutive5xxErrors: ${old.number}`,
          severity: current.isSet ? 'warning' : 'error',
          fix: renameFix(outlier, old, 'consecutive5xxErrors'),
        };
      }
    }
  },
});

/** The policies of an object: of the host, of its subsets, and of the ports of each. */
function policiesOf({ kind, spec }: Resource): Field[] {
  const holders = kind === CANARY ? [spec.at('service')] : [spec, ...spec.at('subsets').items()];
  return holders.map(holder => holder.at('trafficPolicy')).flatMap(policy => [policy, ...policy.at('portLevelSettings').items()]);
}
