import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const tooOld = istioRule('IST0176', 'warning', ['gateway-api-version', 'A Gateway API CRD is older than Istio requires.']);

const ANNOTATION = 'gateway.networking.k8s.io/bundle-version';

/** The oldest release of the Gateway API in which Istio reads each kind. */
const MINIMUM: Readonly<Record<string, readonly number[]>> = {
  'grpcroutes.gateway.networking.k8s.io': [1, 1, 0],
  'backendtlspolicies.gateway.networking.k8s.io': [1, 4, 0],
  'tlsroutes.gateway.networking.k8s.io': [1, 5, 0],
  'tcproutes.gateway.networking.k8s.io': [1, 6, 0],
};

/** Definitions of the Gateway API of which Istio reads later versions only. */
export const gatewayApiVersionCheck = defineCheck({
  rules: [tooOld],
  analyzer: 'k8sgateway.CRDVersionAnalyzer',
  kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
  * judge({ name, annotations }) {
    const minimum = Object.hasOwn(MINIMUM, name) ? MINIMUM[name] : undefined;
    const installed = VERSION.exec(annotations[ANNOTATION] ?? '')?.slice(1, 4).map(Number);
    if (minimum !== undefined && installed !== undefined && isBefore(installed, minimum)) {
      yield {
        rule: tooOld,
        path: ['metadata', 'annotations', ANNOTATION],
        message: `${name} is of release ${installed.join('.')}, but Istio requires ${minimum.join('.')} or later`,
        repair: `install the Gateway API ${minimum.join('.')} or later`,
      };
    }
  },
});

const VERSION = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/;

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const differing = one.findIndex((part, index) => part !== other[index]);
  return differing >= 0 && one[differing] < other[differing];
}
