import { load, loadAll } from 'js-yaml';
import { Manifest } from '../../../lib/synth/private/manifest';
import { removedInUse } from '../../../lib/synth/private/removed-in-use';

const object = (apiVersion: string, kind: string, metadata: { name: string; namespace?: string }, spec: object): string =>
  JSON.stringify({ apiVersion, kind, metadata: { namespace: 'shop', ...metadata }, spec });
const istio = (kind: string, name: string, spec: object, namespace = 'shop'): string => object('networking.istio.io/v1', kind, { name, namespace }, spec);
const gatewayApi = (kind: string, name: string, spec: object): string => object('gateway.networking.k8s.io/v1', kind, { name }, spec);

/** As it stands in a file: a document begins with the kind of its object somewhere. */
const text = (objects: readonly string[]): string => objects.map(one => {
  const { kind, ...rest } = load(one) as { kind: string };
  return `kind: ${kind}\n${Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}`;
}).join('---\n');

const findings = (before: readonly string[], after: readonly string[]): string[] => removedInUse([text(before)], loadAll(text(after)) as Manifest[]);

/** Without what is the same in each. */
const removals = (before: readonly string[], after: readonly string[]): string[] =>
  findings(before, after).map(finding => finding.replace(/^removes (.*) together with the last reference to it, in (.*): proxies that.*$/, '$1 < $2'));

const FQDN = 'reviews.shop.svc.cluster.local';
const to = (host: string, subset?: string, weight?: number): object => ({ destination: { host, subset }, weight });
const rule = (...subsets: string[]): string => istio('DestinationRule', 'reviews', { host: FQDN, subsets: subsets.map(name => ({ name, labels: { version: name } })) });
const virtualService = (http: object[], more: object = {}): string => istio('VirtualService', 'reviews', { hosts: [FQDN], http, ...more });
const routed = (...route: object[]): string => virtualService([{ route }]);
const service = (name: string): string => object('v1', 'Service', { name }, {});

const reviews = service('reviews');
const v1 = routed(to(FQDN, 'v1'));

test('a subset that goes together with the last route to it is told, with what to do', () => {
  expect(findings([rule('v1', 'v2'), routed(to(FQDN, 'v1', 90), to(FQDN, 'v2', 10)), reviews], [rule('v1'), v1, reviews])).toEqual([
    'removes subset "v2" of reviews.shop together with the last reference to it, in VirtualService shop/reviews: proxies that see the removal first fail requests. '
    + 'Split the change in two: apply the routes first, then remove it.',
  ]);
});

test('where the route goes as a whole, it goes first', () => {
  expect(findings([rule('v1'), v1, reviews], [reviews])[0]).toMatch(/, in VirtualService shop\/reviews: .* Split the change in two: delete the routes first, then remove it\.$/);
});

describe('a subset', () => {
  const subsetV2 = ['subset "v2" of reviews.shop < VirtualService shop/reviews'];
  test.each([
    ['by a short name', routed(to('reviews', 'v2')), v1],
    ['that gets copies', virtualService([{ route: [to(FQDN, 'v1')], mirror: { host: FQDN, subset: 'v2' } }]), v1],
    ['that gets some copies', virtualService([{ route: [to(FQDN, 'v1')], mirrors: [to(FQDN, 'v2')] }]), v1],
    ['of a named route', virtualService([{ match: [{}], route: [to(FQDN, 'v2')] }, { route: [to(FQDN, 'v1')] }]), v1],
    ['of TCP', virtualService([], { tcp: [{ route: [to(FQDN, 'v2')] }] }), v1],
    ['of TLS', virtualService([], { tls: [{ match: [], route: [to(FQDN, 'v2')] }] }), v1],
  ])('%s', (_, before, after) => {
    expect(removals([rule('v1', 'v2'), before], [rule('v1'), after, reviews])).toEqual(subsetV2);
  });

  test('of a route that goes while its host stays, here or with another team', () => {
    expect(removals([rule('v2'), routed(to(FQDN, 'v2'))], [reviews])).toEqual(subsetV2);
    expect(removals([rule('v2'), routed(to(FQDN, 'v2'))], [])).toEqual(subsetV2);
  });

  test.each([
    ['that stays', [rule('v2'), routed(to(FQDN, 'v2'))], [rule('v2'), v1]],
    ['that gets nothing', [rule('v1', 'v2'), routed(to(FQDN, 'v1', 100), to(FQDN, 'v2', 0))], [rule('v1'), v1]],
    ['that no route named', [rule('v1', 'v2'), v1], [rule('v1'), v1]],
    ['that a route still names, which the checks find', [rule('v1', 'v2'), routed(to(FQDN, 'v2'))], [rule('v1'), routed(to(FQDN, 'v2', 1), to(FQDN, 'v1', 99))]],
    ['whose service goes as a whole', [rule('v2'), routed(to(FQDN, 'v2')), reviews], []],
    ['that another object has from now on', [rule('v2'), routed(to(FQDN, 'v2'))], [istio('DestinationRule', 'other', { host: 'reviews', subsets: [{ name: 'v2' }] }), v1]],
  ])('%s is no finding', (_, before, after) => {
    expect(removals(before, after)).toEqual([]);
  });
});

describe('hosts', () => {
  test('a Service', () => {
    expect(removals([routed(to('reviews-canary')), service('reviews-canary')], [routed(to(FQDN)), reviews])).toEqual(['Service shop/reviews-canary < VirtualService shop/reviews']);
  });

  test('a host of a ServiceEntry', () => {
    const entry = (...hosts: string[]): string => istio('ServiceEntry', 'partners', { hosts });
    expect(removals([routed(to('old.example.com')), entry('old.example.com', 'new.example.com')], [routed(to('new.example.com')), entry('new.example.com')]))
      .toEqual(['host "old.example.com" of ServiceEntry shop/partners < VirtualService shop/reviews']);
  });

  test('a backend of routes of Gateway API, for requests and for copies', () => {
    const route = (...names: string[]): string => gatewayApi('HTTPRoute', 'reviews', {
      parentRefs: [{ group: '', kind: 'Service', name: 'reviews' }],
      rules: names.map(name => ({ backendRefs: [{ name, port: 80 }], filters: [{ type: 'RequestMirror', requestMirror: { backendRef: { name: `${name}-shadow` } } }] })),
    });
    const services = ['old', 'old-shadow'].map(service);
    expect(removals([route('old'), ...services], [route('new'), reviews])).toEqual(['Service shop/old < HTTPRoute shop/reviews', 'Service shop/old-shadow < HTTPRoute shop/reviews']);
    expect(removals([route('old'), ...services], [reviews])).toHaveLength(2);
    expect(removals([route('old'), ...services, reviews], [])).toEqual([]);
  });

  test('a backend of a TrafficSplit, unless it gets nothing', () => {
    const split = (weight: number): string => object('split.smi-spec.io/v1alpha2', 'TrafficSplit', { name: 'reviews' }, { service: 'reviews', backends: [{ service: 'old', weight }] });
    expect(removals([split(10), service('old')], [reviews])).toEqual(['Service shop/old < TrafficSplit shop/reviews']);
    expect(removals([split(0), service('old')], [reviews])).toEqual([]);
  });
});

describe('gateways', () => {
  const gateway = (...hosts: string[]): string => istio('Gateway', 'edge', { servers: [{ hosts }] }, 'ingress');
  const bound = (name: string, host = 'shop.example.com'): string => istio('VirtualService', 'web', { hosts: [host], gateways: [name], http: [{ route: [to('web')] }] });
  const inner = istio('Gateway', 'inner', { servers: [{ hosts: ['*'] }] });

  test('one that a route leaves', () => {
    expect(removals([gateway('*'), bound('ingress/edge')], [inner, bound('inner')])).toEqual(['Gateway ingress/edge < VirtualService shop/web']);
  });

  test('a host of a server, whatever pattern it was', () => {
    const expected = (host: string): string[] => [`host "${host}" of Gateway ingress/edge < VirtualService shop/web`];
    const other = gateway('other.example.org');
    const outside = bound('ingress/edge', 'other.example.org');
    expect(removals([gateway('shop/shop.example.com'), bound('ingress/edge')], [other, outside])).toEqual(expected('shop.example.com'));
    expect(removals([gateway('*.example.com'), bound('ingress/edge')], [other, outside])).toEqual(expected('*.example.com'));
    expect(removals([gateway('*.com'), bound('ingress/edge')], [gateway('*'), outside])).toEqual([]);
  });

  test('of a match alone', () => {
    const matched = (name: string): string => virtualService([{ match: [{ gateways: [name] }], route: [to(FQDN)] }], { gateways: ['mesh'] });
    expect(removals([inner, matched('inner')], [gateway('*'), matched('ingress/edge')])[0]).toBe('Gateway shop/inner < VirtualService shop/reviews');
  });

  test('of Gateway API', () => {
    const route = (name: string): string => gatewayApi('HTTPRoute', 'web', { parentRefs: [{ name }], hostnames: ['shop.example.com'], rules: [] });
    const [old, next] = ['old', 'new'].map(name => gatewayApi('Gateway', name, {}));
    expect(removals([old, route('old')], [next, route('new')])).toEqual(['Gateway shop/old < HTTPRoute shop/web']);
  });

  test('nobody misses a gateway whose hosts nobody serves any more; another route may', () => {
    const route = istio('VirtualService', 'other', { hosts: ['shop.example.com'], gateways: ['inner'], http: [] });
    expect(removals([gateway('*'), bound('ingress/edge')], [inner])).toEqual([]);
    expect(removals([gateway('*'), bound('ingress/edge')], [inner, route])).toHaveLength(1);
  });
});

test('a route that is a part of another one', () => {
  const part = istio('VirtualService', 'part', { http: [{ route: [to(FQDN, 'v2')] }] }, 'parts');
  const whole = virtualService([{ delegate: { name: 'part', namespace: 'parts' } }]);
  expect(removals([part, whole, rule('v2')], [v1, reviews])).toEqual(['VirtualService parts/part < VirtualService shop/reviews']);
});

test('what is no such object, or no YAML, says nothing', () => {
  const odd = ['kind: VirtualService\nspec: 1\n', 'kind: VirtualService\napiVersion: 1\nmetadata: { name: 1 }\n', '<<<<<<< ours\nkind: Service\n{', 'kind: ConfigMap\n', ''];
  const broken = (kind: string): string => istio(kind, 'odd', { hosts: 1, servers: [null], subsets: 'v1', http: [null, { route: {}, delegate: [], match: 1 }], tcp: {} });
  expect(removedInUse([...odd, text(['VirtualService', 'DestinationRule', 'Gateway', 'ServiceEntry'].map(broken))], [{}, { kind: 'Service' }])).toEqual([]);
});

test('several routes are named together, in an order of their own', () => {
  const of = (name: string, subset: string): string => istio('VirtualService', name, { hosts: [`${name}.example.com`], http: [{ route: [to(FQDN, subset)] }] });
  expect(removals([rule('v2'), of('b', 'v2'), of('a', 'v2')], [rule('v1'), of('a', 'v1'), of('b', 'v1')]))
    .toEqual(['subset "v2" of reviews.shop < VirtualService shop/a and VirtualService shop/b']);
});
