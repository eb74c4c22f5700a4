import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { labelMeant, labelMistyped } from '../../mesh/near-labels';
import { mayHaveOtherPods, podsSelected } from '../../mesh/pods';
import { selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { noPodIs, selectorWithoutPods } from './selector-without-pods';

/** Gateways whose selector selects no pod, of whatever namespace. */
export const gatewaySelectorCheck = defineCheck({
  rules: [selectorWithoutPods],
  analyzer: ['gateway.IngressGatewayPortAnalyzer', 'gateway.SecretAnalyzer'],
  kinds: [ISTIO_GATEWAY],
  reads: WORKLOAD_KINDS,
  * judge({ spec }, { set }) {
    const selector = spec.at('selector');
    if (podsSelected(set, selector.textMap).length > 0 || mayHaveOtherPods(set)) {
      return;
    }
    const near = set.settings.complete ? labelMeant(set, selector.textMap) : labelMistyped(set, selector.textMap);
    const unknown = `pods with the labels ${selectorText(selector.textMap)}`;
    yield set.settings.complete || near !== undefined ? noPodIs(selector, 'of any namespace', near) : { undecided: selectorWithoutPods, unknown };
  },
});
