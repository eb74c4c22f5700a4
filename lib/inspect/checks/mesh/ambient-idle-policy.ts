import { AMBIENT_READS, isForAmbientPods } from '../../mesh/ambient-selection';
import { REQUEST_AUTHENTICATION } from '../../mesh/istio-kinds';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const ambientIdlePolicy = meshRule('MESH117', 'warning', ['ambient-idle-policy', 'An object selects ambient pods, but ztunnel does not support it.']);

/** What each selects by. One without a selector may be for what else is in its namespace; tokens, though, only pods have. */
const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  [REQUEST_AUTHENTICATION]: ['selector', 'matchLabels'],
  'telemetry.istio.io/Telemetry': ['selector', 'matchLabels'],
  'extensions.istio.io/WasmPlugin': ['selector', 'matchLabels'],
  'networking.istio.io/EnvoyFilter': ['workloadSelector', 'labels'],
};

/** Objects that ztunnel does not read. Waypoints read those alone that name them, or a Service, as their target. */
export const ambientIdlePolicyCheck = defineCheck({
  rules: [ambientIdlePolicy],
  kinds: Object.keys(SELECTORS),
  reads: AMBIENT_READS,
  * judge(policy, { set }) {
    const { kind, spec } = policy;
    const labels = spec.at(...SELECTORS[kind]);
    const isOfTokens = kind === REQUEST_AUTHENTICATION;
    if ((labels.isFilled || (isOfTokens && spec.at('jwtRules').isFilled)) && isForAmbientPods(set, policy, labels)) {
      const name = kind.slice(kind.indexOf('/') + 1);
      yield {
        rule: ambientIdlePolicy,
        path: labels.isFilled ? labels.path : spec.at('jwtRules').path,
        severity: isOfTokens ? 'error' : 'warning',
        message: `the selected pods are in ambient mode, and ztunnel ignores ${name}${isOfTokens ? ': tokens are not verified' : ''}`,
        repair: 'name the Service in targetRefs and give it a waypoint',
      };
    }
  },
});
