import { portSettingsCheck } from '../../../../lib/inspect/checks/mesh/port-settings';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const settings = (...ports: readonly number[]): string => `portLevelSettings: [${ports.map(port => `{port: {number: ${port}}, loadBalancer: {simple: RANDOM}}`).join(', ')}]`;
const rule = (spec: string): string => kube('DestinationRule shop/orders', `{host: orders, ${spec}}`);
const orders = service('shop/orders', '{name: http, port: 80, targetPort: 8080}, {name: grpc, port: 90}');
const says = 'orders has no port 8080, so these settings have no effect; it has 80, 90';

ruleCases(portSettingsCheck, [
  ['a port of the pods', together(orders, rule(`trafficPolicy: {${settings(80, 8080)}}`)), [`warning spec.trafficPolicy.portLevelSettings[1].port.number: ${says}`]],
  ['a port in a subset', together(orders, rule(`subsets: [{name: v1, trafficPolicy: {${settings(8080)}}}]`)), [
    `warning spec.subsets[0].trafficPolicy.portLevelSettings[0].port.number: ${says}`,
  ]],
], [
  ['ports that clients call', together(orders, rule(`trafficPolicy: {${settings(80, 90)}}`))],
  ['a host that is not shown', rule(`trafficPolicy: {${settings(8080)}}`)],
  ['a Service without ports', together(service('shop/orders', ''), rule(`trafficPolicy: {${settings(8080)}}`))],
  ['a Service with a port that cannot be read', together(service('shop/orders', '{name: http, prt: 80}'), rule(`trafficPolicy: {${settings(8080)}}`))],
  ['no number', together(orders, rule('trafficPolicy: {portLevelSettings: [{port: {}}]}'))],
]);
