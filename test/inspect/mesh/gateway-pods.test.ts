import { gatewayReach } from '../../../lib/inspect/mesh/gateway-pods';
import { deployment, kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const selecting = (labels: string): string => `{selector: {matchLabels: {${labels}}}}`;

test.each([
  ['a Gateway as target', 'shop/a', '{targetRefs: [{kind: Gateway, name: edge}]}', 'gateways'],
  ['a Service as target', 'shop/a', '{targetRef: {kind: Service, name: orders}}', 'unknown'],
  ['the gateway of the installation', 'istio-system/a', selecting('istio: ingressgateway'), 'gateways'],
  ['a gateway whose pods are not shown', 'edge/a', selecting('istio: eastwestgateway'), 'gateways'],
  ['pods that a Gateway selects', 'shop/a', selecting('app: edge'), 'gateways'],
  ['pods of an application', 'shop/a', selecting('app: orders'), 'workloads'],
  ['all pods of a namespace', 'shop/a', '{}', 'workloads'],
  ['pods that are not shown', 'lab/a', selecting('app: orders'), 'unknown'],
  ['the whole mesh', 'istio-system/a', '{}', 'workloads'],
])('a policy for %s', (_, place, spec, reach) => {
  const set = objectSet(together(
    deployment('shop/orders'), deployment('shop/edge'), kube('IstioGateway shop/edge', '{selector: {app: edge}}'), kube(`AuthorizationPolicy ${place}`, spec),
  ));
  expect(gatewayReach(set, set.of('security.istio.io/AuthorizationPolicy')[0])).toBe(reach);
});
