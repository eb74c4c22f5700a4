import { inOrder, roundTrip } from '../../support/imported-charts';

const HOST = 'orders.shop.svc.cluster.local';

/** A DestinationRule and a VirtualService of a service, in YAML; either may be left out. */
function traffic(rule: string | undefined, http: string | undefined): string {
  return [
    ...(rule === undefined ? [] : [`{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: orders, namespace: shop}, spec: {host: ${HOST}, ${rule}}}`]),
    ...(http === undefined ? [] : [`{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: orders, namespace: shop}, spec: {hosts: [${HOST}], http: [${http}]}}`]),
  ].join('\n---\n');
}

const TO = (version: string, weight = ''): string => `{destination: {host: ${HOST}, subset: ${version}, port: {number: 8080}}${weight}}`;
const VERSIONS = 'subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]';
const SERVICES = ['orders', 'till']
  .map(name => `{apiVersion: v1, kind: Service, metadata: {name: ${name}, namespace: shop}, spec: {selector: {app: ${name}}, ports: [{name: http, port: 8080}]}}`)
  .join('\n---\n');

/** The statements of the constructor, a line each. */
function statementsOf(text: string): string[] {
  const bodies = text.split(/^ {4}super\(.*\);\n/m).slice(1).map(body => body.split(/^ {2}\}$/m)[0]);
  return bodies.flatMap(body => body.split(/;\n/)).map(statement => statement.trim().replace(/\s+/g, ' ').replace(/, (?=[})\]])/g, ' '))
    .filter(statement => statement !== '').map(statement => `${statement.replace(/,(?= [})\]])/g, '')};`);
}

test.each<[what: string, yaml: string, statements: readonly string[]]>([
  ['a split, with a timeout', traffic(VERSIONS, `{name: default, timeout: 1500ms, route: [${TO('v1', ', weight: 75')}, ${TO('v2', ', weight: 25')}]}`), [
    'const orders = MeshService.adopt(this, \'orders\', { port: 8080 });',
    'const ordersV1 = orders.addVersion(\'v1\');',
    'const ordersV2 = orders.addVersion(\'v2\');',
    'orders.traffic.split({ stable: ordersV1, canary: ordersV2, weight: Weight.percent(25) });',
    'orders.traffic.timeout(Duration.millis(1500));',
  ]],
  ['how connections are made', `${SERVICES}\n---\n${traffic(`${VERSIONS.replace('v2}}', 'v2}, trafficPolicy: {loadBalancer: {simple: RANDOM}}}')}, trafficPolicy: {`
    + 'connectionPool: {tcp: {maxConnections: 7, connectTimeout: 3s}, http: {http2MaxRequests: 9}}, loadBalancer: {consistentHash: {httpHeaderName: x-user}}, '
    + 'outlierDetection: {consecutive5xxErrors: 3, interval: 30s, baseEjectionTime: 1s, maxEjectionPercent: 50}}', `{name: default, route: [${TO('v1')}]}`)}`, [
    'const orders = MeshService.adopt(this, \'orders\', { port: 8080 });',
    'orders.addVersion(\'v1\');',
    'const ordersV2 = orders.addVersion(\'v2\');',
    'ordersV2.policy.loadBalance(LoadBalancing.random());',
    'orders.traffic.loadBalance(LoadBalancing.hashHeader(\'x-user\'));',
    'orders.traffic.limitConnections({ maxConnections: 7, connectTimeout: Duration.seconds(3), maxRequests: 9 });',
    'orders.traffic.ejectOutliers({ consecutive5xxErrors: 3, baseEjectionTime: Duration.seconds(1) });',
  ]],
  ['routes and retries', traffic(VERSIONS, [
    `{name: beta, match: [{uri: {exact: /beta}}, {uri: {prefix: /beta/}}], retries: {attempts: 0}, route: [${TO('v2')}]}`,
    `{name: default, retries: {attempts: 2, retryOn: 'connect-failure,refused-stream,reset-before-request'}, route: [${TO('v1')}]}`,
  ].join(', ')), [
    'const orders = MeshService.adopt(this, \'orders\', { port: 8080 });',
    'orders.addVersion(\'v1\');',
    'const ordersV2 = orders.addVersion(\'v2\');',
    'orders.traffic.retry({ attempts: 2 });',
    'orders.traffic.route(\'beta\', Match.path(PathMatch.below(\'/beta\')), ordersV2, { retry: { attempts: 0 } });',
  ]],
  ['faults', traffic(VERSIONS, [
    `{name: slow, match: [{headers: {x-chaos: {exact: "1"}}}], fault: {delay: {percentage: {value: 5}, fixedDelay: 2s}}, route: [${TO('v1')}]}`,
    `{name: default, route: [${TO('v1')}]}`,
  ].join(', ')), [
    'const orders = MeshService.adopt(this, \'orders\', { port: 8080 });',
    'orders.addVersion(\'v1\');',
    'orders.addVersion(\'v2\');',
    'orders.traffic.injectFault(\'slow\', Match.header(\'x-chaos\', \'1\'), { delay: { percent: Percent.of(5), duration: Duration.seconds(2) } });',
  ]],
  ['two routes that can take the same, of which the first one wins', traffic(VERSIONS, [
    `{name: one, match: [{headers: {a: {exact: "1"}}}], route: [${TO('v1')}]}`,
    `{name: two, match: [{headers: {b: {exact: "1"}}}], route: [${TO('v2')}]}`,
    `{name: default, route: [${TO('v2')}]}`,
  ].join(', ')), [
    'const orders = MeshService.adopt(this, \'orders\', { port: 8080 });',
    'const ordersV1 = orders.addVersion(\'v1\');',
    'const ordersV2 = orders.addVersion(\'v2\');',
    'orders.traffic.sendTo(ordersV2);',
    'orders.traffic.route(\'one\', Match.header(\'a\', \'1\'), ordersV1, { priority: 2 });',
    'orders.traffic.route(\'two\', Match.header(\'b\', \'1\'), ordersV2, { priority: 1 });',
  ]],
  ['a namespace, and what its pods take', `\
{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled, team: till, pod-security.kubernetes.io/warn: restricted}}}
---
{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: default, namespace: shop}, spec: {mtls: {mode: PERMISSIVE}}}`, [
    'const shopNamespace = new MeshNamespace(this, \'shop\', { warn: PodSecurity.RESTRICTED, labels: { team: \'till\' } });',
    'shopNamespace.access.mutualTls(MutualTls.PERMISSIVE);',
  ]],
])('%s', (_, yaml, statements) => {
  const { text, read, rendered, objects } = roundTrip({ 'shop.yaml': yaml });
  expect(inOrder(rendered)).toEqual(inOrder(read));
  expect(objects.filter(({ level, object }) => level !== 'lifted' && object.kind !== 'Service')).toEqual([]);
  expect(statementsOf(text).filter(statement => !statement.includes('KubeService'))).toEqual(statements);
});

test('who may call a service, by namespace, and by the account of a Service that is known', () => {
  const { text, read, rendered, objects } = roundTrip({ 'shop.yaml': `${SERVICES}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: orders, namespace: shop}
spec:
  selector: {matchLabels: {app: orders}}
  rules:
  - {from: [{source: {principals: [cluster.local/ns/shop/sa/till]}}]}
  - {from: [{source: {namespaces: [web]}}], to: [{operation: {methods: [GET], paths: [/a, /a/*]}}]}
---
{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: orders, namespace: shop}, spec: {selector: {matchLabels: {app: orders}}, mtls: {mode: STRICT}}}
` });
  expect(objects.map(({ construct, reason }) => [construct, reason])).toEqual([
    ['k8s.KubeService', undefined], ['k8s.KubeService', undefined], ['MeshService.adopt', undefined], ['MeshService.adopt', undefined],
  ]);
  expect(inOrder(rendered)).toEqual(inOrder(read));
  expect(text).toContain('orders.access.allowFrom(Caller.namespaces(\'web\'), {');
});

describe('what would be rendered otherwise stays as it is, and it is said why', () => {
  test.each<[yaml: string, reason: string]>([
    [traffic(VERSIONS, `{route: [{destination: {host: ${HOST}, subset: v1}}]}`), 'no route or Service shows the port of the service'],
    [traffic(VERSIONS, `{route: [${TO('v1')}]}`), 'VirtualService shop/orders would differ: spec.http[0].name is added: "default"'],
    [traffic(VERSIONS, `{name: default, route: [${TO('v3')}]}`), 'the subset "v3" is in no DestinationRule of the service'],
    [traffic(VERSIONS, `{name: default, timeout: 1m, route: [${TO('v1')}]}`), 'VirtualService shop/orders would differ: spec.http[0].timeout: "1m" became "60s"'],
    [traffic(VERSIONS, `{name: default, timeout: soon, route: [${TO('v1')}]}`), 'spec.http[0].timeout: "soon" is not a duration in hours, minutes, seconds and milliseconds'],
    [traffic(`${VERSIONS}, exportTo: ['.']`, `{name: default, route: [${TO('v1')}]}`), 'no construct supports spec.exportTo'],
    [traffic(VERSIONS, `{name: a, match: [{uri: {exact: /a}}], route: [${TO('v1')}]}`), 'the last rule of spec.http, and only the last, must match all remaining requests'],
    [traffic(undefined, '"text"'), 'spec.http[0]: "text" is not a mapping'],
    [traffic(undefined, `{name: default, route: [${TO('v1')}]}`).replace(`hosts: [${HOST}]`, 'hosts: [orders]'), `spec.hosts[0] is "orders", but the construct renders "${HOST}"`],
    ['{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: maybe}}}', 'Namespace shop would differ: metadata.labels'],
  ])('%s', (yaml, reason) => {
    const { objects, read, rendered } = roundTrip({ 'shop.yaml': yaml });
    expect([...new Set(objects.map(object => object.reason))]).toEqual([expect.stringContaining(reason)]);
    expect(objects.filter(({ level }) => level === 'lifted')).toEqual([]);
    expect(inOrder(rendered)).toEqual(inOrder(read));
  });
});
