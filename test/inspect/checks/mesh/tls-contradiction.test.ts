import { tlsContradictionCheck } from '../../../../lib/inspect/checks/mesh/tls-contradiction';
import { judge } from '../../../support/judge';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const rule = (spec: string): string => kube('DestinationRule shop/orders', spec);

const orders = service('shop/orders', '{name: http, port: 80, targetPort: 8080}');
const pods = (labels = ''): string => deployment('shop/orders', { labels, container: 'ports: [{containerPort: 8080}]' });
const peers = (mode: string): string => kube('PeerAuthentication shop/default', `{mtls: {mode: ${mode}}}`);
const tls = (mode: string): string => rule(`{host: orders, trafficPolicy: {tls: {mode: ${mode}}}}`);
const mesh = kube('Namespace shop labels: {istio-injection: enabled}');
const many = (place: string, host: string, more = ''): string => kube(`DestinationRule ${place}`, `{host: "${host}", trafficPolicy: {tls: {mode: DISABLE}}${more}}`);
const all = many('shop/all', '*.shop.svc.cluster.local');
const root = kube('PeerAuthentication istio-system/default', '{mtls: {mode: STRICT}}');
const refused = 'with this mode clients do not use mesh mutual TLS, but PeerAuthentication shop/default accepts nothing else on port 8080';

ruleCases(tlsContradictionCheck, [
  ['[F139] plain text to pods that take mutual TLS alone', together(orders, pods(), peers('STRICT'), tls('DISABLE')), [`error spec.trafficPolicy.tls.mode: ${refused}`]],
  ['TLS of the application to such pods, which are not shown', together(orders, peers('STRICT'), tls('SIMPLE')), [`error spec.trafficPolicy.tls.mode: ${refused}`]],
  ['[F139] mutual TLS to pods that do not take it', together(orders, pods(), peers('DISABLE'), tls('ISTIO_MUTUAL')), [
    'error spec.trafficPolicy.tls.mode: with this mode clients use mutual TLS, but PeerAuthentication shop/default turns it off on port 8080',
  ]],
  ['mutual TLS to pods without proxy', together(orders, pods('sidecar.istio.io/inject: "false"'), tls('ISTIO_MUTUAL')), [
    'error spec.trafficPolicy.tls.mode: with this mode clients use mutual TLS, but the pods of shop/orders have no proxy',
  ]],
  ['plain text at one port', together(
    orders, peers('STRICT'), rule('{host: orders, trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}}'),
  ), [`error spec.trafficPolicy.portLevelSettings[0].tls.mode: ${refused}`]],
  ['plain text to a subset', together(orders, peers('STRICT'), rule('{host: orders, subsets: [{name: v1, trafficPolicy: {tls: {mode: DISABLE}}}]}')), [
    `error spec.subsets[0].trafficPolicy.tls.mode: ${refused}`,
  ]],
  ['plain text to all hosts of a namespace', together(mesh, orders, pods(), peers('STRICT'), all), [`error spec.trafficPolicy.tls.mode: ${refused} of Service shop/orders`]],
  ['plain text to all hosts of the mesh', together(
    mesh, orders, pods(), service('shop/cart'), deployment('shop/cart'), root, many('istio-system/all', '*.local'),
  ), [
    'error spec.trafficPolicy.tls.mode: with this mode clients do not use mesh mutual TLS, but PeerAuthentication istio-system/default accepts nothing else on port 80 '
    + 'of Service shop/cart, and the same for 1 other Service',
  ]],
  ['plain text to the pods of ambient mode behind one of many hosts', together(
    kube('Namespace shop labels: {istio.io/dataplane-mode: ambient}'), orders, pods(), peers('STRICT'), all,
  ), [`error spec.trafficPolicy.tls.mode: ${refused} of Service shop/orders`]],
], [
  ['mutual TLS to pods that take it', together(orders, pods(), peers('STRICT'), tls('ISTIO_MUTUAL'))],
  ['plain text to pods that take both', together(orders, pods(), peers('PERMISSIVE'), tls('DISABLE'))],
  ['plain text to pods without proxy', together(orders, pods('sidecar.istio.io/inject: "false"'), peers('STRICT'), tls('DISABLE'))],
  ['a port that is let out of the policy', together(
    orders, peers('STRICT'), tls('DISABLE'), kube('PeerAuthentication shop/orders', '{selector: {matchLabels: {app: orders}}, portLevelMtls: {8080: {mode: PERMISSIVE}}}'),
  )],
  ['a rule that says nothing of TLS', together(orders, peers('STRICT'), rule('{host: orders, trafficPolicy: {loadBalancer: {simple: RANDOM}}}'))],
  ['mutual TLS to pods of ambient mode', together(orders, pods('istio.io/dataplane-mode: ambient, sidecar.istio.io/inject: "false"'), tls('ISTIO_MUTUAL'))],
  ['plain text to many hosts, of which the very one has a rule of its own', together(mesh, orders, pods(), peers('STRICT'), all, tls('ISTIO_MUTUAL'))],
  ['plain text to many hosts for clients of the root namespace, which go by the rule beside the host', together(
    mesh, orders, pods(), root, many('istio-system/all', '*.local'), tls('ISTIO_MUTUAL'),
  )],
  ['plain text to many hosts whose pods are not shown, or not known to be in the mesh', together(mesh, orders, peers('STRICT'), all, service('shop/cart'),
    deployment('shop/cart', { labels: 'sidecar.istio.io/inject: "false"' }))],
  ['plain text to many hosts of a namespace that is not shown', together(orders, pods(), peers('STRICT'), all)],
  ['plain text from where a host is not seen', together(
    mesh, kube('Service shop/orders annotations: {networking.istio.io/exportTo: .}', '{selector: {app: orders}, ports: [{port: 80, targetPort: 8080}]}'),
    pods(), peers('STRICT'), many('web/all', '*.shop.svc.cluster.local'),
  )],
  ['mutual TLS to many hosts, of which one has no proxy', together(mesh, orders, pods('sidecar.istio.io/inject: "false"'), all.replace('DISABLE', 'ISTIO_MUTUAL'))],
  ['a host that is not shown', together(peers('STRICT'), tls('DISABLE'))],
]);

test.each([
  ['a host', together(orders, pods(), tls('ISTIO_MUTUAL')), ['injection of namespace shop']],
  ['many hosts', together(orders, pods(), all.replace('DISABLE', 'ISTIO_MUTUAL')), []],
  ['a host whose pods are in the mesh', together(mesh, orders, pods(), tls('ISTIO_MUTUAL')), []],
  ['a port that the Service does not have', together(
    orders, pods(), rule('{host: orders, trafficPolicy: {portLevelSettings: [{port: {number: 81}, tls: {mode: ISTIO_MUTUAL}}]}}'),
  ), []],
])('what is not known of mutual TLS to %s, where everything is shown but the Namespace', (_, yaml, expected) => {
  const { findings, undecided } = judge(yaml, { checks: [tlsContradictionCheck], set: { complete: true } });
  expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], expected]);
});
