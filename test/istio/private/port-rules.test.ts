import { Duration } from 'cdk8s';
import { Percent } from '../../../lib';
import { portRules } from '../../../lib/istio/private/port-rules';
import type { ForwardAction, RuleIntent } from '../../../lib/mesh/private/intent';
import { ANY_REQUEST } from '../../../lib/mesh/private/routing/conditions';

const host = 'web.shop.svc.cluster.local';

function restOf(port: number, action: Partial<ForwardAction> = {}): RuleIntent {
  return { name: `default-${port}`, alternatives: [{ ...ANY_REQUEST, port }], destinations: [{ host, port }], ...action };
}

test('rules that name no port hold for every one', () => {
  const rule = { name: 'default', alternatives: [], destinations: [{ host, port: 8080 }] };
  expect(portRules([rule], host)).toEqual([{ port: undefined, rules: [{ ...rule, alternatives: [ANY_REQUEST] }] }]);
});

test('a port of which nothing is said is left out', () => {
  const slow = restOf(8080, { timeout: Duration.seconds(3) });
  expect(portRules([slow, restOf(9090)], host)).toEqual([{ port: 8080, rules: [{ ...slow, alternatives: [ANY_REQUEST] }] }]);
});

test('of ports of which nothing is said, the first one stays', () => {
  expect(portRules([restOf(8080), restOf(9090)], host).map(({ port }) => port)).toEqual([8080]);
});

test.each<[string, Partial<ForwardAction>]>([
  ['none is copied', { mirrors: [] }],
  ['retries are the usual ones', { retry: { isUsual: true, attempts: 2, conditions: [] } }],
])('it is nothing to say that %s', (_, action) => {
  expect(portRules([restOf(8080, { timeout: Duration.seconds(3) }), restOf(9090, action)], host).map(({ port }) => port)).toEqual([8080]);
});

test.each<[string, RuleIntent[]]>([
  ['another host', [restOf(9090, { destinations: [{ host: 'a.shop.svc.cluster.local', port: 9090 }] })]],
  ['another port', [restOf(9090, { destinations: [{ host, port: 8080 }] })]],
  ['a version', [restOf(9090, { destinations: [{ host, port: 9090, subset: 'v1' }] })]],
  ['copies', [restOf(9090, { mirrors: [{ destination: { host, port: 9090 }, percent: Percent.of(1) }] })]],
  ['a redirect', [{ name: 'r', alternatives: [{ ...ANY_REQUEST, port: 9090 }], redirect: { status: 301, path: '/' } }]],
  ['two rules', [restOf(9090), restOf(9090)]],
])('it is something to say of a port: %s', (_, rules) => {
  expect(portRules([restOf(8080), ...rules], host).map(({ port }) => port)).toEqual([9090]);
});
