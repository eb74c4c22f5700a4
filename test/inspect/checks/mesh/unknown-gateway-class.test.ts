import { unknownGatewayClassCheck } from '../../../../lib/inspect/checks/mesh/unknown-gateway-class';
import { judge } from '../../../support/judge';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const gateway = (name: string): string => kube('Gateway shop/edge', `{gatewayClassName: ${name}, listeners: [{name: http, port: 80, protocol: HTTP}]}`);
const gatewayClass = (name: string): string => (
  `{apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: ${name}}, spec: {controllerName: example.com/gateways}}`
);
const missing = (name: string): string => `warning spec.gatewayClassName: GatewayClass ${name} is not in the input; without it, no controller deploys this gateway`;

ruleCases(unknownGatewayClassCheck, [
  ['a class of Istio but for a letter', gateway('istio-remove'), [missing('istio-remove')]],
  ['a class of the input but for a letter', together(gatewayClass('internal'), gateway('interval')), [missing('interval')]],
  ['a class that is not there, where the input is everything', gateway('public'), [missing('public')], { complete: true }],
], [
  ...['istio', 'istio-waypoint', 'istio-remote', 'istio-east-west'].map((name): [string, string, object] => [`the class ${name}`, gateway(name), { complete: true }]),
  ['a class of the input', together(gatewayClass('istio-remove'), gateway('istio-remove'))],
  ['a class that is elsewhere', gateway('istio-remove'), { assumed: ['GatewayClass istio-remove'] }],
  ['a class that the input need not show', gateway('public')],
  ['classes that their controllers make', together(gateway('gke-l7-global-external-managed'), gateway('cilium')), { complete: true }],
  ['a class of another number', together(gatewayClass('public-1'), gateway('public-2'))],
  ['no class, of which the schema speaks', gateway('""'), { complete: true }],
]);

test.each([['istio-remove', 'did you mean "istio-remote"?'], ['public', 'correct the name, or add the GatewayClass']])('says how to repair %s', (name, repair) => {
  expect(judge(gateway(name), { checks: [unknownGatewayClassCheck], set: { complete: true } }).findings.map(one => one.repair)).toEqual([repair]);
});
