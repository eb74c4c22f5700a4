import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { allPods } from '../../mesh/pods';
import { indexesByNamespace, Labels, selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const ineffective = istioRule('IST0166', 'warning', ['ineffective-selector', 'A policy selects the pods of a Kubernetes Gateway, which accept policies only through targetRefs.']);

const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** Policies whose selector means pods that Istio made for a Gateway of Kubernetes. */
export const ineffectiveSelectorCheck = defineCheck({
  rules: [ineffective],
  analyzer: 'k8sgateway.SelectorAnalyzer',
  kinds: [
    'security.istio.io/AuthorizationPolicy', 'security.istio.io/RequestAuthentication', 'telemetry.istio.io/Telemetry', 'extensions.istio.io/WasmPlugin',
  ],
  fields: ['selector'],
  reads: WORKLOAD_KINDS,
  * judge({ spec, namespace }, { set }) {
    const selector = spec.at('selector');
    if (!selector.isSet || spec.at('targetRef').isSet) {
      return;
    }
    for (const gateway of gatewaysSelected(set, namespace, selector.at('matchLabels').textMap)) {
      yield {
        rule: ineffective,
        path: selector.path,
        message: `the selector has no effect on the pods of the Gateway ${gateway}`,
        repair: `attach it with targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: ${gateway}}]`,
      };
    }
  },
});

/** The Gateways of the pods that a selector means; objects that select alike share the answer. */
function gatewaysSelected(set: ObjectSet, namespace: string, selector: Labels): readonly string[] {
  const pods = gatewayPods(set).get(namespace);
  return pods === undefined ? [] : gatewaysBySelector(set, `${namespace} ${selectorText(selector)}`, () => (
    [...new Set(pods.selectedBy(selector).map(({ labels }) => labels[GATEWAY_NAME]))]
  ));
}

const gatewayPods = perSet(set => indexesByNamespace(allPods(set).filter(({ labels }) => labels[GATEWAY_NAME] !== undefined)));

const gatewaysBySelector = perKey<readonly string[]>();
