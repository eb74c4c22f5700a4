import { multiClusterServicesCheck } from '../../../../lib/inspect/checks/istio/multi-cluster-services';
import { found } from '../../../support/judge';
import { objectSet } from '../../../support/object-set';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [multiClusterServicesCheck];
const service = (spec: string): string => yamlObject(TYPES.service, 'shop/cart', `spec: {${spec}}`);
const against = (one: string, ...others: readonly string[]): string[] => (
  found(service(one), { checks, set: { clusters: others.map((spec, index) => ({ name: `west-${index}`, set: objectSet(spec === '' ? '' : service(spec)) })) } })
);
const ports = 'ports: [{name: http, port: 80}, {name: grpc, port: 90}]';
const reported = (place: string, what: string, clusters = 'west-0'): string[] => [
  `IST0170 inconsistent-service | Service shop/cart | spec.${place} | the Service differs from the one in ${clusters}: ${what}`,
];

test.each([
  ['ports', ports, ['ports: [{name: http, port: 80}]'], reported('ports', 'ports')],
  ['fields of a port', ports, [ports.replace('90', '91')], reported('ports', 'ports')],
  ['types', `type: NodePort, ${ports}`, [`type: ClusterIP, ${ports}`], reported('type', 'type')],
  ['addresses, where it is headless', `clusterIP: None, ${ports}`, [ports], reported('clusterIP', 'clusterIP')],
  ['all of that, in two clusters', `type: NodePort, ${ports}`, ['clusterIP: None', ports], reported('clusterIP', 'clusterIP, type, ports', 'west-0, west-1')],
])('a Service has other %s in another cluster', (_, one, others, expected) => {
  expect(against(one, ...others)).toEqual(expected);
});

test.each([
  ['equal', ports, [ports]],
  ['equal in another order', ports, ['ports: [{port: 90, name: grpc}, {port: 80, name: http}]']],
  ['there only with another address', `clusterIP: 10.0.0.1, ${ports}`, [`clusterIP: 10.0.0.2, ${ports}`]],
  ['not there', ports, ['']],
  ['in no other cluster', ports, []],
])('a Service is %s', (_, one, others) => {
  expect(against(one, ...others)).toEqual([]);
});
