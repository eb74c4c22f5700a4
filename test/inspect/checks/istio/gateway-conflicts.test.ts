import { gatewayConflictsCheck } from '../../../../lib/inspect/checks/istio/gateway-conflicts';
import { found } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [gatewayConflictsCheck];
const server = (hosts: string, port = 80, more = ''): string => `{hosts: [${hosts}], port: {number: ${port}}${more}}`;
const gateway = (name: string, servers: string, selector = 'app: edge'): string => (
  yamlObject(TYPES.gateway, name, `spec: {selector: {${selector}}, servers: [${servers}]}`)
);
const conflict = (name: string, other: string, place = 0): string => (
  `IST0145 gateway-conflict | Gateway ${name} | spec.servers[${place}].hosts | ${other} on the same pods has the same hosts on port 80: a.example.com`
);
const both = [conflict('shop/a', 'shop/b'), conflict('shop/b', 'shop/a')];
const a = gateway('shop/a', server('a.example.com'));

test.each([
  ['the same host', a + gateway('shop/b', server('a.example.com')), both],
  ['the same host in another namespace', a + gateway('web/b', server('a.example.com')), [conflict('shop/a', 'web/b'), conflict('web/b', 'shop/a')]],
  ['the same host on a later server', a + gateway('shop/b', `${server('b.example.com', 443)}, ${server('a.example.com')}`),
    [conflict('shop/a', 'shop/b'), conflict('shop/b', 'shop/a', 1)]],
  ['the same host for some of the pods', yamlPod('web/edge', 'app: edge, tier: web') + a + gateway('shop/b', server('a.example.com'), 'app: edge, tier: web'), both],
])('Gateways serve %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test('several others are told of together', () => {
  const yaml = a + gateway('shop/b', server('a.example.com')) + gateway('shop/c', server('a.example.com'));
  expect(found(yaml, { checks })[0]).toBe(conflict('shop/a', 'shop/b, shop/c').replace(' has ', ' have '));
});

test.each([
  ['other hosts', a + gateway('shop/b', server('b.example.com'))],
  ['a host and a wildcard for it', a + gateway('shop/b', server('"*.example.com"'))],
  ['a host on other ports', a + gateway('shop/b', server('a.example.com', 8080))],
  ['a host on other addresses', a + gateway('shop/b', server('a.example.com', 80, ', bind: 127.0.0.1'))],
  ['a host by other pods', a + gateway('shop/b', server('a.example.com'), 'app: other')],
  ['a host by pods that nobody shows to be the same', a + gateway('shop/b', server('a.example.com'), 'app: edge, tier: web')],
  ['a host by pods whose selectors do not hold each other', yamlPod('web/edge', 'app: edge, tier: web') + a + gateway('shop/b', server('a.example.com'), 'tier: web')],
  ['a host twice, as one', gateway('shop/a', `${server('a.example.com')}, ${server('a.example.com')}`)],
  ['a host on ports that cannot be read', gateway('shop/a', '{hosts: [a], port: {name: a}}') + gateway('shop/b', '{hosts: [a], port: {number: x}}')],
  ['hosts without port', gateway('shop/a', '{hosts: [a]}') + gateway('shop/b', '{hosts: [b]}')],
])('Gateways do not conflict: %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a Gateway without servers is reported, where no other has its selector', () => {
  expect(found(gateway('shop/a', ''), { checks })).toEqual([
    'IST0101 selector-without-servers | Gateway shop/a | spec.selector | no Gateway for the labels app=edge has a server',
  ]);
  expect(found(gateway('shop/a', '') + gateway('shop/b', server('b.example.com')), { checks })).toEqual([]);
});
