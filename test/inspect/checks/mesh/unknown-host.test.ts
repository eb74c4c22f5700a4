import { unknownHostCheck } from '../../../../lib/inspect/checks/mesh/unknown-host';
import { documents, flowObject, service } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { operator } from '../../../support/mesh-configs';

const checks = [unknownHostCheck];

const route = (hosts: string, more = ''): string => flowObject('networking.istio.io/v1', 'VirtualService', ['shop/cart', `hosts: [${hosts}], ${more}`]);
const entry = (host: string, more = ''): string => flowObject('networking.istio.io/v1', 'ServiceEntry', ['shop/cart', `hosts: [${host}], ${more}`]);

test('a host that nobody provides is a warning', () => {
  expect(judge(route('cart.global'), { checks }).findings.map(({ severity, path, message }) => [severity, path, message])).toEqual([
    ['warning', 'spec.hosts[0]', 'no Service or ServiceEntry in the input provides cart.global, so no client can call it unless DNS resolves it'],
  ]);
});

test.each(['cart.shop', 'cart.shop.svc'])('%s is taken as it is, and the finding says so', host => {
  expect(found(documents(route(host), service('shop/cart', 'app: cart')), { checks })).toEqual([
    `MESH013 unknown-host | VirtualService shop/cart | spec.hosts[0] | no Service or ServiceEntry in the input provides ${host}`
    + ': a name with a dot is used as is, and not expanded',
  ]);
  expect(judge(documents(route(host), service('shop/cart', 'app: cart')), { checks }).findings[0].repair).toBe('write cart.shop.svc.cluster.local if that is what you meant');
});

test.each([
  ['shop/edge', 'edge'], ['infra/edge', 'infra/edge'],
])('a host that Gateway %s serves was perhaps meant for it', (place, name) => {
  const gateway = flowObject('networking.istio.io/v1', 'Gateway', [place, 'servers: [{port: {number: 80}, hosts: ["*/*.example.com"]}]']);
  expect(judge(documents(route('a.example.com'), gateway), { checks }).findings.map(({ repair }) => repair)).toEqual([
    `for clients outside the mesh, add the Gateway that serves it: gateways: [${name}]`,
  ]);
});

test.each([
  ['nothing like it', 'pay', 'cart.shop.svc.cluster.local, so no client can call it unless DNS resolves it', 'correct the host, or add a Service or ServiceEntry for it'],
  ['one that is nearly called so', 'cartt', 'cart.shop.svc.cluster.local, so no client can call it unless DNS resolves it', 'write cartt if that is what you meant'],
  ['one in another letter case', 'CART', 'cart.shop.svc.cluster.local: Istio compares it case-sensitively, so the rule applies to clients of CART only on port 80', 'write CART if that is what you meant'],
])('a short host is completed, and found where its namespace has %s', (_, name, message, repair) => {
  const [finding, ...others] = judge(documents(route('cart'), service(`shop/${name}`, 'app: pay')), { checks }).findings;
  expect([finding.path, finding.message, finding.repair, others]).toEqual(['spec.hosts[0]', `no Service or ServiceEntry in the input provides ${message}`, repair, []]);
});

test('a host that is provided for other namespaces alone is told to be there', () => {
  const hidden = flowObject('networking.istio.io/v1', 'ServiceEntry', ['pay/own', 'hosts: [own.com], exportTo: ["."]']);
  expect(judge(documents(route('own.com'), hidden), { checks }).findings.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', 'ServiceEntry pay/own provides own.com, but its exportTo exports it only to pay, so it does not exist for shop'],
  ]);
});

test('an endpoint by a name of another cluster is found', () => {
  expect(found(entry('cart.global', 'endpoints: [{address: cart.shop.svc.cluster-2.local}, {address: cart.shop.svc.cluster.local}]'), { checks })).toEqual([
    'MESH013 unknown-host | ServiceEntry shop/cart | spec.endpoints[0].address'
    + ' | cart.shop.svc.cluster-2.local is in the cluster domain cluster-2.local, which this cluster cannot resolve',
  ]);
});

test('unless the cluster has this domain', () => {
  const own = entry('cart.global', 'endpoints: [{address: cart.shop.svc.corp.local}]');
  expect(found(documents(own, operator('', 'values: {global: {proxy: {clusterDomain: corp.local}}}')), { checks })).toEqual([]);
  expect(found(`${own}\n---\nmeshConfig: {}\nglobal: {proxy: {clusterDomain: corp.local}}`, { checks })).toEqual([]);
});

test('a host of the cluster is judged where the input shows its namespace', () => {
  const host = route('cart.shop.svc.cluster.local');
  const { findings, undecided } = judge(host, { checks });
  expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['namespace shop']]);
  expect(found(documents(host, service('shop/pay', 'app: pay')), { checks })).toHaveLength(1);
  expect(found(host, { checks, set: { complete: true } })).toHaveLength(1);
});

test.each([
  ['a host of a Service', documents(route('cart.shop.svc.cluster.local'), service('shop/cart', 'app: cart'))],
  ['a host of a ServiceEntry', documents(route('cart.example.com'), entry('cart.example.com'))],
  ['a host that a ServiceEntry covers', documents(route('cart.example.com'), entry('"*.example.com"'))],
  ['a host that Flagger makes', documents(route('cart.shop.svc.cluster.local'), service('shop/pay', 'app: pay'),
    flowObject('flagger.app/v1beta1', 'Canary', ['shop/cart', 'targetRef: {kind: Deployment, name: cart}']))],
  ['a short host', route('cart')],
  ['a short host that is a Service of another namespace, which MESH030 tells', documents(route('cart'), service('web/cart', 'app: cart'), service('shop/pay', 'app: pay'))],
  ['a host to which its requests are sent, which IST0101 tells', route('cart.global', 'http: [{route: [{destination: {host: cart.global}}]}]')],
  ['hosts with an asterisk', route('"*", "*.global"')],
  ['an address', route('240.0.0.2, 10.0.0.0/8')],
  ['a host of a gateway', route('cart.global', 'gateways: [edge, mesh]')],
  ['what another rule delegates to', route('')],
  ['an endpoint by another address', entry('cart.global', 'endpoints: [{address: 10.0.0.1}, {address: "unix:///a.svc.b/c"}, {address: cart.example.com}]')],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('nor of a host that is said to be known', () => {
  expect(found(documents(route('cart.shop.svc.cluster.local'), service('shop/pay', 'app: pay')), { checks, set: { assumed: ['Service shop/cart'] } })).toEqual([]);
});
