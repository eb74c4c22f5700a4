import { routeBackendsCheck } from '../../../../lib/inspect/checks/mesh/route-backends';
import { judge } from '../../../support/judge';
import { kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const route = (backends: string): string => kube('HTTPRoute shop/orders', `{rules: [{backendRefs: [${backends}]}]}`);
const grant = kube('ReferenceGrant lab/orders', '{from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "", kind: Service}]}');
const at = 'error spec.rules[0].backendRefs';

ruleCases(routeBackendsCheck, [
  ['[F140] a Service that is not there', together(service('shop/web'), route('{name: orders, port: 80}')), [
    `${at}[0].name: Service shop/orders is not in the input; without it, its share of the requests fails with 500`,
  ]],
  ['a port that it does not have', together(service('shop/orders'), route('{name: orders, port: 8080}')), [`${at}[0].port: Service shop/orders has no port 8080; it has 80`]],
  ['a Service of a namespace that does not give it', together(service('lab/orders'), route('{name: orders, namespace: lab, port: 80}')), [
    `${at}[0].namespace: no ReferenceGrant in lab allows routes in shop to use its Services`,
  ]],
  ['a Service that is given to routes of another group', together(service('lab/orders'), grant.replace('gateway.networking.k8s.io, kind', 'networking.istio.io, kind'),
    route('{name: orders, namespace: lab, port: 80}')), [`${at}[0].namespace: no ReferenceGrant in lab allows routes in shop to use its Services`]],
  ['weights of 0 alone', together(service('shop/orders'), route('{name: orders, port: 80, weight: 0}')), [
    `${at}: all backends have weight 0, so every request fails with 500`,
  ]],
  ['a rule without backends', route(''), ['error spec.rules[0]: the rule has no backends, so its requests fail']],
], [
  ['a Service that is there', together(service('shop/orders'), route('{name: orders, port: 80}'))],
  ['a Service that has the port in quotes', together(kube('Service shop/orders', '{ports: [{port: "80"}]}'), route('{name: orders, port: 80}'))],
  ['a Service that has a port without number', together(kube('Service shop/orders', '{ports: [{name: http}]}'), route('{name: orders, port: 80}'))],
  ['a Service that is given', together(service('lab/orders'), grant, route('{name: orders, namespace: lab, port: 80}'))],
  ['a Service that Flagger makes', together(service('shop/web'), kube('Canary shop/orders', '{targetRef: {name: orders}}'), route('{name: orders-primary, port: 80}'))],
  ['another kind of backend', together(service('shop/web'), route('{group: net.gke.io, kind: ServiceImport, name: orders}'))],
  ['a redirect', kube('HTTPRoute shop/orders', '{rules: [{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]}')],
  ['a redirect of a wrong type, of which the schema speaks', kube('HTTPRoute shop/orders', '{rules: [{filters: [{type: URLRewrite, requestRedirect: {scheme: https}}]}]}')],
  ['a filter of others', kube('HTTPRoute shop/orders', '{rules: [{filters: [{type: ExtensionRef, extensionRef: {group: a.b, kind: C, name: d}}]}]}')],
]);

test('says what to write in a ReferenceGrant that names a group which there is not', () => {
  const wrong = grant.replace('""', 'core');
  const { findings } = judge(together(service('lab/orders'), wrong, route('{name: orders, namespace: lab, port: 80}')), { checks: [routeBackendsCheck] });
  expect(findings.map(({ repair }) => repair)).toEqual(['in ReferenceGrant lab/orders write spec.to[0].group: ""']);
});

test('says what is meant by a name that there is not', () => {
  const { findings } = judge(together(service('shop/orders'), route('{name: order, port: 80}')), { checks: [routeBackendsCheck] });
  expect(findings.map(({ repair }) => repair)).toEqual(['did you mean "orders"?']);
});

test('does not judge a namespace of which the input shows nothing', () => {
  expect(undecidedBy(routeBackendsCheck, route('{name: orders, port: 80}'))).toEqual(['namespace shop']);
});

test('does not judge a namespace where an operator may make Services', () => {
  const search = '{apiVersion: elasticsearch.k8s.elastic.co/v1, kind: Elasticsearch, metadata: {name: search, namespace: shop}}';
  expect(undecidedBy(routeBackendsCheck, together(service('shop/orders'), search, route('{name: search-es-http, port: 9200}')))).toEqual(['namespace shop']);
});
