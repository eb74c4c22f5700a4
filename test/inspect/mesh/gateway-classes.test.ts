import { isOfIstio } from '../../../lib/inspect/mesh/gateway-classes';
import { kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const gateway = (name: string): string => kube('Gateway shop/edge', `{gatewayClassName: ${name}}`);
const gatewayClass = (name: string, controller: string): string => (
  `{apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: ${name}}, spec: {controllerName: ${controller}}}`
);

test.each([
  ['a class with the name of Istio', gateway('istio'), true],
  ['one that begins with it', gateway('istio-waypoint'), true],
  ['another', gateway('istiod'), false],
  ['a class that says that it is of Istio', together(gateway('edge'), gatewayClass('edge', 'istio.io/gateway-controller')), true],
  ['a class that says that it is not', together(gateway('istio'), gatewayClass('istio', 'example.com/gateways')), false],
])('tells whose a Gateway is: %s', (_, yaml, isTheirs) => {
  const set = objectSet(yaml);
  expect(isOfIstio(set, set.find('gateway.networking.k8s.io/Gateway', 'shop', 'edge')!)).toBe(isTheirs);
});
