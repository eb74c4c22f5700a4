import { listenerWithoutTlsCheck } from '../../../../lib/inspect/checks/mesh/listener-without-tls';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (listener: string, className = 'istio'): string => kube('Gateway shop/edge', `{gatewayClassName: ${className}, listeners: [{name: a, port: 443, ${listener}}]}`);
const gatewayClass = (controller: string): string => (
  `{apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: edge}, spec: {controllerName: ${controller}}}`
);
const told = ['error spec.listeners[0]: an HTTPS listener without tls has no certificate: istiod treats it as TCP, and no HTTP route attaches to it'];

ruleCases(listenerWithoutTlsCheck, [
  ['a listener for HTTPS', gateway('protocol: HTTPS'), told],
  ['a class of Istio', together(gateway('protocol: HTTPS', 'edge'), gatewayClass('istio.io/gateway-controller')), told],
], [
  ['a listener with a certificate', gateway('protocol: HTTPS, tls: {certificateRefs: [{name: cert}]}')],
  ['a listener for HTTP', gateway('protocol: HTTP')],
  ['a listener for TLS, of which the definition speaks', gateway('protocol: TLS')],
  ['the class of somebody else', gateway('protocol: HTTPS', 'gke-l7-global-external-managed')],
  ['a class that says so', together(gateway('protocol: HTTPS', 'edge'), gatewayClass('example.com/gateways'))],
]);
