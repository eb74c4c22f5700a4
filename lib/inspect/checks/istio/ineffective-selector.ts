import { podsSelectedIn } from '../../mesh/pods';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const ineffective = istioRule('IST0166', 'warning', ['ineffective-selector', 'A policy selects the pods of a Gateway of Kubernetes, which take policies by targetRefs.']);

const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** Policies whose selector means pods that Istio made for a Gateway of Kubernetes. */
export const ineffectiveSelectorCheck = defineCheck({
  rules: [ineffective],
  analyzer: 'k8sgateway.SelectorAnalyzer',
  kinds: [
    'security.istio.io/AuthorizationPolicy', 'security.istio.io/RequestAuthentication', 'telemetry.istio.io/Telemetry', 'extensions.istio.io/WasmPlugin',
  ],
  reads: WORKLOAD_KINDS,
  * judge({ spec, namespace }, { set }) {
    const selector = spec.at('selector');
    if (!selector.isSet || spec.at('targetRef').isSet) {
      return;
    }
    const pods = podsSelectedIn(set, namespace, selector.at('matchLabels').textMap);
    for (const gateway of new Set(pods.flatMap(({ labels }) => labels[GATEWAY_NAME] ?? []))) {
      yield {
        rule: ineffective,
        path: selector.path,
        message: `the selector has no effect on the pods of the Gateway ${gateway}`,
        repair: `attach it with targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: ${gateway}}]`,
      };
    }
  },
});
