import { Duration } from 'cdk8s';
import { HttpRoute } from '../../../imports/gateway.networking.k8s.io';
import { HttpMethod, IstioRelease, Match, PathMatch, Percent, RetryOn } from '../../../lib';
import { httpRouteSpec, upgradeSpec } from '../../../lib/istio/render/http-route';
import type { AttachedRulesIntent } from '../../../lib/mesh/private/gateways/attached-intent';
import type { ForwardAction, RuleIntent } from '../../../lib/mesh/private/intent';
import { refusals } from '../../support/valid';

const parent = { name: 'edge', namespace: 'istio-ingress', sections: ['https-shop-example-com'] };
const orders = { host: 'orders.shop.svc.cluster.local', port: 8080 };

/** The spec as it stands in YAML, which an API server takes. */
function rendered(rules: RuleIntent[], intent: Partial<AttachedRulesIntent> = {}): any {
  const all = { parent, namespace: 'shop', hostname: 'shop.example.com', grantedNamespaces: [], ...intent, rules };
  return accepted(HttpRoute.manifest({ metadata: { name: 'edge' }, spec: httpRouteSpec(all, { place: 'shop/edge', release: IstioRelease.V1_30 }) }));
}

function accepted(object: any): any {
  expect(refusals({ 'route.yaml': JSON.stringify(object) })).toEqual([]);
  return object.spec;
}

function rule(name: string, match?: Match, action: Partial<ForwardAction> = {}): RuleIntent {
  return { name, alternatives: match?._alternatives ?? [], destinations: [orders], ...action };
}

const every = [{ path: { type: 'PathPrefix', value: '/' } }];

test('[F022] [F039] a route names the listener, with the namespace of a gateway elsewhere, and the hostname', () => {
  expect(rendered([rule('orders')])).toEqual({
    parentRefs: [{ name: 'edge', namespace: 'istio-ingress', sectionName: 'https-shop-example-com' }],
    hostnames: ['shop.example.com'],
    rules: [{ name: 'orders', matches: every, backendRefs: [{ name: 'orders', port: 8080 }] }],
  });
  const { parentRefs, hostnames } = rendered([rule('orders')], { parent: { name: 'edge', namespace: 'shop' }, hostname: '*' });
  expect({ parentRefs, hostnames }).toEqual({ parentRefs: [{ name: 'edge' }], hostnames: undefined });
});

test('[F036] plain HTTP leads to HTTPS', () => {
  const spec = upgradeSpec({ parent: { ...parent, sections: ['http-a', 'http-b'] } });
  expect(accepted(HttpRoute.manifest({ metadata: { name: 'edge' }, spec }))).toEqual({
    parentRefs: [{ name: 'edge', sectionName: 'http-a' }, { name: 'edge', sectionName: 'http-b' }],
    rules: [{ matches: every, filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
  });
});

test('a rule says what is taken and what is done', () => {
  const shares = [{ ...orders, weight: 90 }, { host: 'trial.shop.svc.cluster.local', port: 80, weight: 10 }];
  const reads = Match.any(Match.method(HttpMethod.GET), Match.method(HttpMethod.HEAD));
  expect(rendered([rule('reads', reads, { destinations: shares, timeout: Duration.seconds(3), rewrite: { host: 'old.example.com' } })]).rules).toEqual([{
    name: 'reads',
    matches: [{ ...every[0], method: 'GET' }, { ...every[0], method: 'HEAD' }],
    filters: [{ type: 'URLRewrite', urlRewrite: { hostname: 'old.example.com' } }],
    backendRefs: [{ name: 'orders', port: 8080, weight: 90 }, { name: 'trial', port: 80, weight: 10 }],
    timeouts: { request: '3s' },
  }]);
  expect(rendered([{ name: 'Moved_away', alternatives: Match.path(PathMatch.exact('/old'))._alternatives, redirect: { path: '/new', status: 301 } }]).rules).toEqual([{
    matches: [{ path: { type: 'Exact', value: '/old' } }],
    filters: [{ type: 'RequestRedirect', requestRedirect: { path: { type: 'ReplaceFullPath', replaceFullPath: '/new' }, statusCode: 301 } }],
  }]);
});

test('a target that clients remember says so with its answers', () => {
  const answer = { add: { 'set-cookie': 'version=trial' }, remove: [], set: {} };
  const conditions = Match.header('cookie', 'version=trial')._alternatives[0];
  const [{ backendRefs }] = rendered([rule('orders', undefined, { destinations: [{ ...orders, weight: 100, memory: { answer, conditions } }] })]).rules;
  expect(backendRefs).toEqual([{
    name: 'orders', port: 8080, weight: 100,
    filters: [{ type: 'ResponseHeaderModifier', responseHeaderModifier: { add: [{ name: 'set-cookie', value: 'version=trial' }] } }],
  }]);
});

test('what replaces a part of the path takes a rule for each match', () => {
  const match = Match.all(Match.path(PathMatch.below('/old')), Match.method(HttpMethod.GET, HttpMethod.HEAD));
  const rules = rendered([rule('old', match, { rewrite: { path: { below: '/old', to: '/new' } } })]).rules as { name: string; matches: unknown[] }[];
  expect(rules.map(({ name, matches }) => [name, matches.length])).toEqual([['old', 1], ['old.2', 1]]);
});

test('of two rules that would be called alike, the second has no name, since the API server takes each once', () => {
  const match = Match.all(Match.path(PathMatch.below('/old')), Match.method(HttpMethod.GET, HttpMethod.HEAD));
  const rules = rendered([rule('old', match, { rewrite: { path: { below: '/old', to: '/new' } } }), rule('old.2')]).rules as { name?: string }[];
  expect(rules.map(({ name }) => name)).toEqual(['old', 'old.2', undefined]);
});

test.each<[string, RuleIntent]>([
  ['injects faults, which', rule('web', undefined, { fault: { abort: { percent: Percent.of(1), status: 503 } } })],
  ['disables retries, as for a long-lived stream, which', rule('web', undefined, { retry: { isUsual: true, attempts: 0, conditions: [] } })],
  ['sets conditions for retries, which', rule('web', undefined, { retry: { attempts: 2, conditions: [RetryOn.RESET.condition] } })],
  ['responds with 404 itself, which', { name: 'web', alternatives: [], response: { status: 404 } }],
])('fails: %s', (problem, said) => {
  expect(() => rendered([said])).toThrow(`shop/edge, rule "web": ${problem} an HTTPRoute of the Kubernetes Gateway API cannot express. `);
});

test('fails on more rules or matches than fit, and on another order than that of the API', () => {
  const paths = (count: number): Match[] => Array.from({ length: count }, (_, number) => Match.path(PathMatch.exact(`/${number}`)));
  expect(rendered(paths(16).map((match, number) => rule(`r${number}`, match))).rules).toHaveLength(16);
  expect(() => rendered(paths(17).map((match, number) => rule(`r${number}`, match)))).toThrow(new Error(
    'shop/edge: 17 rules with 17 matches do not fit into an HTTPRoute of the Kubernetes Gateway API, which allows 16 with 128, each with 64. Divide the services among hostnames, or set api: GatewayApi.ISTIO.',
  ));
  expect(() => rendered([rule('many', Match.any(...paths(65)))])).toThrow(/^shop\/edge: 1 rules with 65 matches do not fit /);
  expect(() => rendered([rule('all'), rule('one', paths(1)[0])])).toThrow(/^shop\/edge: "all" must be tried before "one"/);
});
