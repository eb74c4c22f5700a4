import fc from 'fast-check';
import { judge } from '../../support/judge';
import { deployment, kube, service, together } from '../../support/kube';

const HOSTS = ['pay', 'pay.shop.svc.cluster.local', '"*.shop.svc.cluster.local"', 'api.example.com'];
const PODS = '{matchLabels: {app: pay}}';

/** Objects of each kind that get in each other's way: they share hosts, pods, ports and addresses. */
const SPECS: Readonly<Record<string, readonly string[]>> = {
  VirtualService: HOSTS.flatMap(host => ['', 'exportTo: ["."], ', 'gateways: [shop/a], '].map(more => (
    `{${more}hosts: [${host}], http: [{route: [{destination: {host: ${host === HOSTS[2] ? 'pay' : host}, subset: v1}}]}]}`
  ))),
  DestinationRule: HOSTS.flatMap(host => [
    `{host: ${host}, trafficPolicy: {tls: {mode: DISABLE}}, subsets: [{name: v1, labels: {version: v1}}]}`,
    `{host: ${host}, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, subsets: [{name: v1, labels: {version: v2}}, {name: v2}]}`,
    `{host: ${host}, workloadSelector: ${PODS}, subsets: [{name: v3}]}`,
  ]),
  ServiceEntry: HOSTS.slice(1).flatMap(host => ['', ', exportTo: ["."]'].map(more => (
    `{hosts: [${host}], addresses: [240.0.0.1], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]${more}}`
  ))),
  IstioGateway: ['HTTP', 'HTTPS'].flatMap(protocol => ['{app: pay}', '{app: pay, version: v1}'].map(selector => (
    `{selector: ${selector}, servers: [{port: {number: 80, name: a, protocol: ${protocol}}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: c}}]}`
  ))),
  Sidecar: ['{egress: [{hosts: ["./*"]}]}', '{workloadSelector: {labels: {app: pay}}, egress: [{hosts: ["~/*"]}]}'],
  PeerAuthentication: ['STRICT', 'PERMISSIVE', 'DISABLE'].flatMap(mode => [`{mtls: {mode: ${mode}}}`, `{selector: ${PODS}, mtls: {mode: ${mode}}, portLevelMtls: {80: {mode: STRICT}}}`]),
  AuthorizationPolicy: [
    `{selector: ${PODS}, rules: [{from: [{source: {requestPrincipals: ["x/y"]}}]}]}`, '{action: DENY, rules: [{from: [{source: {notRequestPrincipals: ["*"]}}], to: [{operation: {ports: ["80"]}}]}]}',
    '{rules: [{to: [{operation: {paths: [/a], hosts: [pay]}}]}]}',
  ],
  Telemetry: ['{tracing: [{randomSamplingPercentage: 0.1}]}', `{selector: ${PODS}, accessLogging: [{providers: [{name: b}]}]}`],
  HTTPRoute: ['{type: PathPrefix, value: /}', '{type: RegularExpression, value: "/a.*"}'].flatMap(path => ['{name: a}', '{kind: Service, group: "", name: pay}'].map(parent => (
    `{parentRefs: [${parent}], rules: [{matches: [{path: ${path}}], backendRefs: [{name: pay, port: 80}]}]}`
  ))),
  Canary: ['{targetRef: {kind: Deployment, name: pay}, service: {port: 80}}', '{provider: istio, targetRef: {kind: Deployment, name: a}, service: {name: pay, port: 80}}'],
  IstioOperator: ['{meshConfig: {rootNamespace: lab}}', '{meshConfig: {rootNamespace: shop, enableTracing: true}}', '{values: {global: {proxy: {clusterDomain: foo.local}}}}'],
};

const written = fc.constantFrom(...Object.entries(SPECS)).chain(([kind, specs]) => fc.record({
  place: fc.tuple(fc.constantFrom('shop', 'lab'), fc.constantFrom('a', 'b', 'c')).map(([namespace, name]) => `${kind} ${namespace}/${name}`),
  spec: fc.constantFrom(...specs),
  year: fc.option(fc.integer({ min: 2020, max: 2022 }), { nil: undefined }),
})).map(({ place, spec, year }) => [place, kube(year === undefined ? place : `${place} creationTimestamp: ${year}-01-01T00:00:00Z`, spec)] as const);

const made = fc.constantFrom(...['shop', 'lab'].flatMap(namespace => [
  [`Service ${namespace}/pay`, service(`${namespace}/pay`)],
  [`Deployment ${namespace}/pay`, deployment(`${namespace}/pay`)],
  [`Deployment ${namespace}/a`, deployment(`${namespace}/a`, { labels: 'version: v1' }).replaceAll('app: a,', 'app: pay,').replaceAll('app: a}', 'app: pay}')],
] as const));

const drawn = fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: made });

/** Objects of different names, in two orders. */
const orders = fc.uniqueArray(drawn, { minLength: 2, maxLength: 25, selector: ([place]) => place })
  .map(objects => objects.map(([, yaml]) => yaml))
  .chain(objects => fc.tuple(fc.constant(objects), fc.shuffledSubarray(objects, { minLength: objects.length })));

/** What is found, wherever it stands. */
function findings(objects: readonly string[], complete: boolean): string[] {
  const { findings: found } = judge(together(...objects), { set: { complete } });
  return found.map(({ line, column, file, ...finding }) => JSON.stringify(finding)).sort();
}

test('objects that get in each other\'s way give the same findings in any order', () => {
  fc.assert(fc.property(orders, fc.boolean(), ([one, other], complete) => {
    expect(findings(one, complete)).toEqual(findings(other, complete));
  }), { numRuns: 200 });
});
