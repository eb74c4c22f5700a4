import { GATEWAY_CLASS, gatewayClassNames, gatewayClassOf, isClassOfIstio } from '../../mesh/gateway-classes';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { nameMistyped } from '../../nearest';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unknownGatewayClass = meshRule('MESH122', 'warning', ['unknown-gateway-class', 'A Kubernetes Gateway names a class that does not exist, so no controller deploys it.']);

/** Classes that are not there. Most clusters have some that the input does not show, so that a slip of the hand alone is told of these. */
export const unknownGatewayClassCheck = defineCheck({
  rules: [unknownGatewayClass],
  kinds: [KUBERNETES_GATEWAY],
  reads: [GATEWAY_CLASS],
  * judge(gateway, { set }) {
    const { text: name = '', path } = gateway.spec.at('gatewayClassName');
    if (name === '' || isClassOfIstio(name) || gatewayClassOf(set, gateway) !== undefined || set.knows(GATEWAY_CLASS, '', name)) {
      return;
    }
    const near = nameMistyped(name, gatewayClassNames(set));
    if (near !== undefined || (set.settings.complete && !MADE_BY_THEIR_CONTROLLERS.test(name))) {
      yield {
        rule: unknownGatewayClass,
        path,
        message: `GatewayClass ${name} is not in the input; without it, no controller deploys this gateway`,
        repair: near === undefined ? 'correct the name, or add the GatewayClass' : `did you mean "${near}"?`,
      };
    }
  },
});

/** Classes that nobody writes, since those who run their gateways make them, as istiod does. */
const MADE_BY_THEIR_CONTROLLERS = /^(istio-agentgateway$|gke-|azure-|cilium$|kgateway|agentgateway)/;
