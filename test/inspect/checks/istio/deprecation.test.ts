import { deprecationCheck } from '../../../../lib/inspect/checks/istio/deprecation';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [deprecationCheck];
const route = (delay: string): string => yamlObject(TYPES.virtualService, 'shop/cart', `spec: {http: [{fault: {delay: {${delay}}}}]}`);
const definition = (group: string, kind: string): string => yamlObject(TYPES.crd, 'roles', `spec: {group: ${group}, names: {kind: ${kind}}}`);

test.each<readonly [string, string, string]>([
  ['the share of delayed requests', route('percent: 10'),
    'IST0002 deprecated-delay-percent | VirtualService shop/cart | spec.http[0].fault.delay.percent | fault.delay.percent is deprecated'],
  ['a proxy for what leaves the mesh', yamlObject(TYPES.sidecar, 'shop/cart', 'spec: {outboundTrafficPolicy: {egressProxy: {host: a}}}'),
    'IST0002 deprecated-egress-proxy | Sidecar shop/cart | spec.outboundTrafficPolicy.egressProxy | outboundTrafficPolicy.egressProxy is deprecated'],
  ...['ClusterRbacConfig', 'RbacConfig', 'ServiceRole', 'ServiceRoleBinding'].map(kind => ['a kind', definition('rbac.istio.io', kind),
    `IST0002 deprecated-rbac-crd | CustomResourceDefinition roles | spec.names.kind | ${kind} is a kind that Istio no longer reads`] as const),
])('is deprecated: %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual([expected]);
});

test.each([
  ['a share with its value', route('percentage: {value: 10}')],
  ['a share of nothing', route('percent: 0')],
  ['a kind of another group', definition('example.com', 'ServiceRole')],
  ['another kind', definition('rbac.istio.io', 'Other')],
])('is not deprecated: %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
