import { portNamesCheck } from '../../../../lib/inspect/checks/istio/port-names';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [portNamesCheck];
const service = (port: string, more = '', metadata = ''): string => yamlObject(TYPES.service, 'shop/cart', `spec: {ports: [{${port}}]${more}}`, metadata);
const external = ', type: ExternalName, externalName: example.com';
const named = 'IST0118 port-name | Service shop/cart | spec.ports[0].';
const taken = 'IST0150 external-name-port | Service shop/cart | spec.ports[0].name | ';

test.each([
  ['another name', service('name: web, port: 80'), `${named}name | the name "web" of port 80 declares no protocol, so proxies guess it`],
  ['no name', service('port: 80'), `${named}name | port 80 has no name, so proxies guess it`],
  ['no name, and its number in quotes', service('port: "80"'), `${named}name | port 80 has no name, so proxies guess it`],
  ['another name, and no number', service('name: web'), `${named}name | the name "web" of a port without number declares no protocol, so proxies guess it`],
  ['another appProtocol', service('name: http, appProtocol: acme, port: 80'), `${named}appProtocol | appProtocol "acme" of port 80 declares no protocol, so proxies guess it`],
  ['another name outside', service('name: web, port: 443', external), `${taken}the name "web" of port 443 declares no protocol above TCP, so it captures the traffic of all hosts`],
  ['TCP outside', service('name: tcp, port: 443', external), `${taken}the name "tcp" of port 443 declares no protocol above TCP, so it captures the traffic of all hosts`],
  ['no name outside', service('port: 443', external), `${taken}port 443 has no name, so it captures the traffic of all hosts`],
])('a port has %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual([expected]);
});

test.each([
  ['of a protocol', service('name: http-web, port: 80')],
  ['of TCP', service('name: tcp, port: 80')],
  ['of UDP', service('name: dns, port: 53, protocol: UDP')],
  ['on which servers speak first', service('name: db, port: 3306')],
  ['of TCP outside, with more to its name', service('name: tcp-web, port: 443', external)],
  ['of the control plane', service('name: web, port: 80', '', 'labels: {istio: pilot}')],
  ['that Istio makes', service('name: web, port: 80', '', 'labels: {gateway.istio.io/managed: istio.io-gateway-controller}')],
])('[F141] a port is not reported %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test.each([
  ['htpp', 'write http if that is what you meant'],
  ['acme', 'write a protocol that Istio supports, such as http, grpc or tcp'],
])('where appProtocol is %s, the repair is one of it, and none of the name', (protocol, repair) => {
  expect(judge(service(`name: https-web, appProtocol: ${protocol}, port: 443`), { checks }).findings.map(one => one.repair)).toEqual([repair]);
});
