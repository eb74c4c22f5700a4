import { deniedRangeCheck } from '../../../../lib/inspect/checks/mesh/denied-range';
import { documents, flowObject } from '../../../support/flow-objects';
import { found } from '../../../support/judge';

const checks = [deniedRangeCheck];

const policy = (spec: string): string => flowObject('security.istio.io/v1', 'AuthorizationPolicy', ['shop/block', spec]);
const deny = (source: string, more = ''): string => policy(`action: DENY, rules: [{from: [{source: {${source}}}], ${more}}]`);

test('a range that clusters take their addresses from is found', () => {
  expect(found(deny('ipBlocks: [203.0.113.0/24, 10.0.0.0/8]'), { checks })).toEqual([
    'MESH017 denied-range | AuthorizationPolicy shop/block | spec.rules[0].from[0].source.ipBlocks[1] | 10.0.0.0/8 covers all of 10.0.0.0/8,'
    + ' from which clusters assign pod addresses, so the policy also denies callers in the mesh',
  ]);
});

test('so is one that overlaps what the input shows to be addresses of the cluster', () => {
  const objects = documents(deny('remoteIpBlocks: [10.4.7.0/24]'), flowObject('v1', 'Node', ['none/a', 'podCIDR: 10.4.0.0/16']));
  expect(found(objects, { checks })).toEqual([expect.stringContaining('10.4.7.0/24 covers addresses of the cluster, 10.4.0.0/16, so the policy')]);
});

test('so is a policy that refuses and does not say whom', () => {
  expect([found(policy('action: DENY'), { checks }), found(policy('action: DENY, rules: []'), { checks })].flat()).toEqual([
    'MESH017 denied-range | AuthorizationPolicy shop/block | spec.rules | the DENY policy has no rules, so it denies nobody',
    'MESH017 denied-range | AuthorizationPolicy shop/block | spec.rules | the DENY policy has no rules, so it denies nobody',
  ]);
});

test.each(['172.16.0.0/12', '172.0.0.0/8', '192.168.0.0/16', 'fd00::/8', 'fc00::/7', '0.0.0.0/0', '::/0'])('%s is found', range => {
  expect(found(deny(`ipBlocks: ["${range}"]`), { checks })).toHaveLength(1);
});

test.each([
  ['a narrower private range', deny('ipBlocks: [10.1.0.0/16, 192.168.1.0/24, 10.0.0.1]')],
  ['a public range', deny('ipBlocks: [203.0.113.0/24]')],
  ['a range, where callers are named, too', deny('ipBlocks: [10.0.0.0/8], namespaces: [web]')],
  ['a range with exceptions', deny('ipBlocks: [10.0.0.0/8], notIpBlocks: [10.4.0.0/16]')],
  ['a range for some paths', deny('ipBlocks: [10.0.0.0/8]', 'to: [{operation: {paths: [/admin]}}]')],
  ['a range under a condition', deny('ipBlocks: [10.0.0.0/8]', 'when: [{key: "request.headers[x]", values: [y]}]')],
  ['a range that is admitted', policy('rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]')],
  ['what is no range', deny('ipBlocks: [10.0.0.0/99, x, 10.0.0.0/8/9, null, 10.0.0.0/]')],
  ['a range beside those of the cluster', documents(
    deny('ipBlocks: [192.168.0.0/16]'), flowObject('networking.k8s.io/v1', 'ServiceCIDR', ['none/a', 'cidrs: [10.96.0.0/12]']),
  )],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
