import { waypointListenerCheck } from '../../../../lib/inspect/checks/mesh/waypoint-listener';
import { judge } from '../../../support/judge';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (listeners: string, className = 'istio-waypoint', annotations = ''): string => (
  kube(`Gateway shop/main annotations: {${annotations}}`, `{gatewayClassName: ${className}, listeners: [${listeners}]}`)
);
const gatewayClass = (annotations = ''): string => (
  `{apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: own, annotations: {${annotations}}}, spec: {controllerName: istio.io/mesh-controller}}`
);
const PROXY = 'ambient.istio.io/waypoint-inbound-binding: PROXY';
const RIGHT = '{name: mesh, port: 15008, protocol: HBONE}';
const wrongPort = '{name: mesh, port: 15009, protocol: HBONE}';
const ofWaypoint = 'a waypoint must have one listener with protocol HBONE on port 15008: istiod does not accept this one, nor read its allowedRoutes';
const ofEastWest = 'an east-west gateway must have a listener with protocol HBONE on port 15008 and tls.mode Terminate: istiod does not accept this one';
const eastWest = (listener: string): string => gateway(listener, 'istio-east-west');

ruleCases(waypointListenerCheck, [
  ['another port', gateway(wrongPort), [`warning spec.listeners[0].port: ${ofWaypoint}`]],
  ['another protocol', gateway('{name: mesh, port: 15008, protocol: HTTP}'), [`warning spec.listeners[0].protocol: ${ofWaypoint}`]],
  ['one beside the right one', gateway(`${RIGHT}, {name: web, port: 80, protocol: HTTP}`), [`warning spec.listeners[1].protocol: ${ofWaypoint}`]],
  ['a class of waypoints', together(gateway(wrongPort, 'own'), gatewayClass()), [`warning spec.listeners[0].port: ${ofWaypoint}`]],
  ['an east-west gateway at another port', eastWest('{name: mesh, port: 15443, protocol: HBONE, tls: {}}'), [`warning spec.listeners[0].port: ${ofEastWest}`]],
  ['an east-west gateway without tls', eastWest(RIGHT), [`warning spec.listeners[0].tls: ${ofEastWest}`]],
  ['an east-west gateway that passes TLS on', eastWest('{name: mesh, port: 15008, protocol: HBONE, tls: {mode: Passthrough}}'), [`warning spec.listeners[0].tls: ${ofEastWest}`]],
], [
  ['the right one', gateway(RIGHT)],
  ['a waypoint that is reached in another way', gateway('{name: mesh, port: 15088, protocol: istio.io/PROXY}', 'istio-waypoint', PROXY)],
  ['a class that is reached in another way', together(gateway(wrongPort, 'own'), gatewayClass(PROXY))],
  ['a waypoint of somebody else', gateway(wrongPort, 'example')],
  ['what the schema refuses', gateway('{name: mesh, protocol: HBONE}, {name: web, port: 80}')],
  ['an east-west gateway', eastWest('{name: mesh, port: 15008, protocol: HBONE, tls: {mode: Terminate}}')],
  ['what else an east-west gateway may have', eastWest('{name: tls, port: 15443, protocol: TLS, tls: {mode: Passthrough}}')],
]);

test.each([
  [gateway(wrongPort), 'write protocol: HBONE and port: 15008'],
  [gateway(`${RIGHT}, {name: web, port: 80, protocol: HTTP}`), 'remove it, since the waypoint already has the right one'],
  [eastWest(RIGHT), 'write tls: {mode: Terminate, options: {gateway.istio.io/tls-terminate-mode: ISTIO_MUTUAL}}'],
  [eastWest(wrongPort), 'write port: 15008'],
])('%s: %s', (yaml, repair) => {
  expect(judge(yaml, { checks: [waypointListenerCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
