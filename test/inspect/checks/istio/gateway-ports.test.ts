import { gatewayPortsCheck } from '../../../../lib/inspect/checks/istio/gateway-ports';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod, yamlService } from '../../../support/yaml-objects';

const checks = [gatewayPortsCheck];
const gateway = (port: number | string, selector = 'app: edge'): string => (
  yamlObject(TYPES.gateway, 'shop/gateway', `spec: {selector: {${selector}}, servers: [{port: {number: ${port}}}]}`)
);
const pod = yamlPod('edge/edge', 'app: edge');

test.each([
  ['which the Service does not have', pod + yamlService('edge/edge') + gateway(8080), 'app=edge exposes port 8080'],
  ['which only UDP has', pod + yamlService('edge/edge', '{port: 80, protocol: UDP}') + gateway(80), 'app=edge exposes port 80'],
  ['which the Service of other pods has', pod + yamlService('edge/other', '{port: 8080}') + yamlService('edge/edge') + gateway(8080), 'app=edge exposes port 8080'],
  ['which the Service of another namespace has', pod + yamlService('shop/edge', '{port: 8080}') + yamlService('edge/edge') + gateway(8080), 'app=edge exposes port 8080'],
  ['which an installation does not open', gateway(9080, 'istio: ingressgateway'), 'istio=ingressgateway exposes port 9080'],
])('a port is reported, %s', (_, yaml, rest) => {
  expect(found(yaml, { checks })).toEqual([
    `IST0162 gateway-port | Gateway shop/gateway | spec.servers[0].port.number | no Service of the pods with the labels ${rest}`,
  ]);
});

test.each([
  ['of the Service', pod + yamlService('edge/edge') + gateway(80)],
  ['of the pods', pod + yamlService('edge/edge', '{port: 80, targetPort: 8080}') + gateway(8080)],
  ['of the pods, in quotes', pod + yamlService('edge/edge', '{port: 80, targetPort: "8080", protocol: TCP}') + gateway(8080)],
  ['of the Service, though pods have it by name', pod + yamlService('edge/edge', '{port: 80, targetPort: web}') + gateway(80)],
  ['of the Service, in quotes', pod + yamlService('edge/edge', '{port: "80"}') + gateway(80)],
  ['in quotes', pod + yamlService('edge/edge') + gateway('"80"')],
  ['of a Service, perhaps, that has one without number', pod + yamlService('edge/edge', '{name: http}') + gateway(80)],
  ['without number, which the schema reports', pod + yamlService('edge/edge') + gateway('')],
  ['of a Service for all pods of the namespace', pod + yamlObject(TYPES.service, 'edge/all', 'spec: {ports: [{port: 80}]}') + gateway(80)],
  ['of one of several pods', pod + yamlPod('web/edge', 'app: edge') + yamlService('web/edge') + gateway(80)],
  ['of an installation', gateway(443, 'istio: ingressgateway')],
  ['of the pods of an installation, whose Service leads 80 there', gateway(8080, 'istio: ingressgateway')],
  ['of the pods of an installation, whose Service leads 443 there', gateway(8443, 'istio: ingressgateway')],
  ['of no pod, which is reported elsewhere', gateway(80)],
  ['of pods that a selector of the wrong form does not tell', pod + yamlService('edge/edge') + gateway(8080, 'matchLabels: {app: edge}')],
])('a port is known: %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('where no Service of the pods is shown, ports are judged in a complete set only', () => {
  expect(judge(pod + gateway(80), { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['the Service of edge/edge']);
  expect(found(pod + gateway(80), { checks, set: { complete: true } })).toHaveLength(1);
});
