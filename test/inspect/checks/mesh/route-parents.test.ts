import { routeParentsCheck } from '../../../../lib/inspect/checks/mesh/route-parents';
import { judge } from '../../../support/judge';
import { kube, service, together } from '../../../support/kube';
import { objectSet } from '../../../support/object-set';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const gateway = (...listeners: readonly string[]): string => kube('Gateway ingress/edge', `{gatewayClassName: istio, listeners: [${listeners.map(one => `{${one}}`).join(', ')}]}`);
const http = (more: string, from = '{from: All}'): string => `name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: ${from}}${more}`;
const TLS = 'name: tls, port: 443, protocol: TLS, allowedRoutes: {namespaces: {from: All}}';
const edge = 'name: edge, namespace: ingress';
const route = (parent: string, hostnames = '', kind = 'HTTPRoute shop/orders'): string => kube(kind, `{parentRefs: [{${parent}}]${hostnames === '' ? '' : `, hostnames: [${hostnames}]`}}`);
const byLabel = http('', '{from: Selector, selector: {matchLabels: {team: shop}}}');
const namespace = (labels: string): string => kube(`Namespace shop labels: {${labels}}`);
const [name, section] = ['error spec.parentRefs[0].name', 'error spec.parentRefs[0].sectionName'];

ruleCases(routeParentsCheck, [
  ['a Gateway that is not there', together(service('shop/orders'), route('name: edge')), [`${name}: Gateway shop/edge is not in the input; without it, the route receives no traffic`]],
  ['a Gateway that is not there, in a complete input', route(edge), [`${name}: Gateway ingress/edge is not in the input; without it, the route receives no traffic`], { complete: true }],
  ['a listener that is not there', together(gateway(http('')), route(`${edge}, sectionName: https`)), [`${section}: Gateway ingress/edge has no listener https; it has http`]],
  ['a port without listener', together(gateway(http('')), route(`${edge}, port: 443`)), ['error spec.parentRefs[0].port: Gateway ingress/edge has no listener on port 443; it has 80']],
  ['a listener at another port', together(gateway(http(''), 'name: https, port: 443, protocol: HTTPS'), route(`${edge}, sectionName: http, port: 443`)), [
    'error spec.parentRefs[0].port: Gateway ingress/edge has no listener on port 443 of that name; it has 80, 443',
  ]],
  ['a namespace that is not the one of the Gateway', together(gateway('name: http, port: 80, protocol: HTTP'), route(edge)), [`${name}: no listener of Gateway ingress/edge allows routes of namespace shop`]],
  ['a namespace whose labels do not fit', together(gateway(byLabel), namespace('team: web'), route(edge)), [`${name}: no listener of Gateway ingress/edge allows routes of namespace shop`]],
  ['a listener that takes no routes', together(gateway(http('', '{from: None}')), route(edge)), [`${name}: no listener of Gateway ingress/edge allows routes of namespace shop`]],
  ['a kind that is not of the protocol', together(gateway(http('')), route(`${edge}, sectionName: http`, '', 'TCPRoute shop/orders')), [`${section}: the listener http of Gateway ingress/edge does not allow a TCPRoute`]],
  ['a kind that is not of the protocol at a port', together(gateway(http(''), TLS), route(`${edge}, port: 443`)), [
    'error spec.parentRefs[0].port: no listener of Gateway ingress/edge allows an HTTPRoute',
  ]],
  ['a port without listener, where several have the same', together(gateway(http(''), TLS, TLS.replace('tls', 'more')), route(`${edge}, port: 8080`)), [
    'error spec.parentRefs[0].port: Gateway ingress/edge has no listener on port 8080; it has 80, 443',
  ]],
  ['a kind that the listener does not name', together(gateway('name: http, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{kind: GRPCRoute}], namespaces: {from: All}}'), route(edge)), [
    `${name}: no listener of Gateway ingress/edge allows an HTTPRoute`,
  ]],
  ['hostnames that no listener serves', together(gateway(http(', hostname: "*.example.com"'), http(', hostname: shop.example.org')), route(edge, 'example.com, a.example.org')), [
    'error spec.hostnames: no listener of Gateway ingress/edge serves example.com, a.example.org; it serves *.example.com, shop.example.org',
  ]],
  ['hostnames that are those of another listener', together(gateway(http(', hostname: a.example.com'), 'name: other, port: 81, protocol: HTTP'), route(`${edge}, sectionName: http`, 'b.example.com')), [
    'error spec.hostnames: the listener http of Gateway ingress/edge does not serve b.example.com; it serves a.example.com',
  ]],
  ['a Service that is not there', together(service('shop/orders'), route('kind: Service, group: "", name: orderz')), [
    `${name}: Service shop/orderz is not in the input; without it, the route receives no traffic`,
  ]],
  ['a Service without its group', together(service('shop/orders'), route('kind: Service, name: orders')), [
    'error spec.parentRefs[0].kind: the group of a parentRef defaults to gateway.networking.k8s.io, which has no Service: the route receives no traffic',
  ]],
  ['a port that its Service does not have', together(kube('Service shop/orders', '{ports: [{port: 80}, {port: 81}]}'), route('kind: Service, group: "", name: orders, port: 82')), [
    'error spec.parentRefs[0].port: Service shop/orders has no port 82; it has 80, 81',
  ]],
  ['nothing', kube('HTTPRoute shop/orders', '{rules: []}'), ['warning spec: the route has no parentRefs, so it receives no traffic']],
], [
  ['a listener that takes all', together(gateway(http('')), route(edge, 'a.example.com'))],
  ['its own namespace', together(gateway('name: http, port: 80, protocol: HTTP'), route('name: edge', '', 'HTTPRoute ingress/orders'))],
  ['a namespace whose labels fit', together(gateway(byLabel), namespace('team: shop'), route(edge))],
  ['a namespace that is chosen by its name', together(gateway(http('', '{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: shop}}}')), route(edge))],
  ['one of two listeners that takes it', together(gateway('name: own, port: 80, protocol: HTTP', http(', hostname: "*.example.com"')), route(edge, 'a.example.com'))],
  ['a hostname with a wildcard', together(gateway(http(', hostname: a.example.com')), route(edge, '"*.example.com"'))],
  ['a protocol of others', together(gateway('name: mesh, port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}'), route(edge))],
  ['TLS', together(gateway(TLS), route(edge, 'a.example.com', 'TLSRoute shop/orders'))],
  ['TLS that is decrypted', together(gateway(`${TLS}, tls: {mode: Terminate}`), route(edge, '', 'TCPRoute shop/orders'))],
  ['a Service as parent', together(service('shop/orders'), route('kind: Service, group: "", name: orders'))],
  ['a Service by the long name of its group, and one of its ports', together(kube('Service shop/orders', '{ports: [{port: 80}]}'), route('kind: Service, group: core, name: orders, port: 80'))],
  ['a port where that of the Service cannot be read', together(kube('Service shop/orders', '{ports: [{port: http}]}'), route('kind: Service, group: "", name: orders, port: 80'))],
  ['a Service of another cluster', together(service('shop/orders'), route('kind: Service, group: "", name: web')), { clusters: [{ name: 'west', set: objectSet(service('shop/web')) }] }],
  ['Services that Flagger makes', together(
    service('shop/orders'), kube('Canary shop/cart', '{targetRef: {kind: Deployment, name: cart}}'),
    ...['cart', 'cart-primary'].map(made => route(`kind: Service, group: "", name: ${made}`)),
  )],
  ['parents whose field is misspelled', kube('HTTPRoute shop/orders', '{parentRef: [{name: edge}]}')],
  ['a parent of others', together(service('shop/orders'), route('kind: XListenerSet, group: gateway.networking.x-k8s.io, name: web'))],
  ['a Gateway that is elsewhere', together(service('shop/orders'), route('name: edge')), { assumed: ['Gateway shop/edge'] }],
  ['a Gateway without listeners', together(gateway(), route(edge))],
]);

test.each([
  ['HTTPRoute', TLS, 'name a listener with protocol HTTP or HTTPS, or add one'],
  ['TLSRoute', http(''), 'name a listener with protocol TLS, or add one'],
  ['HTTPRoute', 'name: http, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{kind: GRPCRoute}]}', 'allow it in allowedRoutes of the listener, or name another listener'],
  ['HTTPRoute', http('', '{from: Same}'), 'allow it in allowedRoutes of the listener, or name another listener'],
  ['TCPRoute', `${TLS}, tls: {mode: Passthrough}`, 'name a listener with protocol TCP or TLS with mode Terminate, or add one'],
  ['HTTPRoute', 'name: mesh, port: 15008, protocol: HBONE', 'allow it in allowedRoutes of the listener, or name another listener'],
])('%s that a listener does not take is told what helps: %s', (kind, listener, repair) => {
  const { findings } = judge(together(gateway(listener), route(edge, '', `${kind} shop/orders`)), { checks: [routeParentsCheck] });
  expect(findings.map(finding => finding.repair)).toEqual([repair]);
});

test('does not judge what the input does not show', () => {
  expect(undecidedBy(routeParentsCheck, route(edge))).toEqual(['namespace ingress']);
  const knative = '{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: web, namespace: shop}}';
  expect(undecidedBy(routeParentsCheck, together(service('shop/orders'), knative, route('kind: Service, group: "", name: web')))).toEqual(['namespace shop']);
  expect(undecidedBy(routeParentsCheck, together(gateway(byLabel), route(edge)))).toEqual(['labels of namespace shop']);
});
