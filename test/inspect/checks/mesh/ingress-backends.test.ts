import { ingressBackendsCheck } from '../../../../lib/inspect/checks/mesh/ingress-backends';
import { judge } from '../../../support/judge';
import { kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const ingress = (backend: string, className = 'istio'): string => (
  `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, namespace: shop}, spec: {ingressClassName: ${className}, rules: [{http: {paths: [{path: /, pathType: Prefix, backend: ${backend}}]}}]}}`
);
const to = (name: string, port: string, className?: string): string => ingress(`{service: {name: ${name}, port: {${port}}}}`, className);
const orders = service('shop/orders', '{name: http, port: 80, targetPort: 8080}, {name: grpc, port: 9090, targetPort: grpc-web}');
const at = 'error spec.rules[0].http.paths[0].backend.service';

ruleCases(ingressBackendsCheck, [
  ['a Service that is not there', together(orders, to('order', 'number: 80')), [`${at}.name: Service shop/order is not in the input; without it, its requests fail`]],
  ['a Service that is not there, for what no rule takes', together(orders, ingress('{service: {name: orders, port: {number: 80}}}').replace('rules:', 'defaultBackend: {service: {name: shop, port: {number: 80}}}, rules:')), [
    'error spec.defaultBackend.service.name: Service shop/shop is not in the input; without it, its requests fail',
  ]],
  ['a port that it does not have', together(orders, to('orders', 'number: 81', 'nginx')), [`${at}.port.number: Service shop/orders has no port 81; it has 80, 9090`]],
  ['a port by a name that it does not have', together(orders, to('orders', 'name: web', 'nginx')), [`${at}.port.name: Service shop/orders has no port named web; it has http, grpc`]],
  ['a port by a name where none has one', together(service('shop/orders', '{port: 80}'), to('orders', 'name: web')), [`${at}.port.name: Service shop/orders has no port named web; its ports have no names`]],
  ['the port of the pods, which istiod does not take', together(orders, to('orders', 'number: 8080')), [`${at}.port.number: Service shop/orders has no port 8080; it has 80, 9090`]],
], [
  ['a Service that is there', together(orders, to('orders', 'number: 80'), to('orders', 'name: grpc'))],
  ['a Service that has the port in quotes', together(kube('Service shop/orders', '{ports: [{port: "80"}]}'), to('orders', 'number: 80'))],
  ['a Service that has a port without number', together(kube('Service shop/orders', '{ports: [{name: http}]}'), to('orders', 'number: 80'))],
  ['a Service for a name of DNS', together(kube('Service shop/orders', '{type: ExternalName, externalName: a.com, ports: [{port: 80}]}'), to('orders', 'number: 443'))],
  ['the port of the pods for other controllers', together(orders, to('orders', 'number: 8080', 'nginx'), to('orders', 'name: grpc-web', 'nginx'))],
  ['the annotation of a load balancer', together(orders, to('redirect', 'name: use-annotation', 'alb'))],
  ['a backend of another kind', together(orders, ingress('{resource: {apiGroup: a.b, kind: Bucket, name: a}}'))],
  ['a backend without a port, of which the schema speaks', together(orders, to('orders', ''))],
  ['a Service that Flagger makes', together(orders, kube('Canary shop/orders', '{targetRef: {name: orders}}'), to('orders-primary', 'number: 80'))],
  ['a Service that is elsewhere', together(orders, to('web', 'number: 80')), { assumed: ['Service shop/web'] }],
]);

test.each([
  ['a name', to('order', 'number: 80'), 'did you mean "orders"?'],
  ['the name of a port', to('orders', 'name: https'), 'did you mean "http"?'],
  ['the port of the pods', to('orders', 'number: 8080'), 'write number: 80, the Service port that forwards there'],
  ['something else', to('orders', 'number: 81'), 'name a port of the Service'],
])('says what is meant by %s', (_, yaml, repair) => {
  expect(judge(together(orders, yaml), { checks: [ingressBackendsCheck] }).findings.map(one => one.repair)).toEqual([repair]);
});

test('does not judge a namespace of which the input shows nothing', () => {
  expect(undecidedBy(ingressBackendsCheck, to('orders', 'number: 80'))).toEqual(['namespace shop']);
});

test('does not judge a namespace where an operator may make Services', () => {
  const search = '{apiVersion: elasticsearch.k8s.elastic.co/v1, kind: Elasticsearch, metadata: {name: search, namespace: shop}}';
  expect(undecidedBy(ingressBackendsCheck, together(orders, search, to('search-es-http', 'number: 9200')))).toEqual(['namespace shop']);
});
