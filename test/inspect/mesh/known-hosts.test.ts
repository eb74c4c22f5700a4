import { findHost } from '../../../lib/inspect/mesh/known-hosts';
import { objectSet } from '../../support/object-set';

const set = objectSet(`
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {selector: {app: cart}, ports: [{port: 80}, {port: 9090}]}
---
apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: pay, annotations: {networking.istio.io/exportTo: 'shop, .'}}
spec: {ports: [{port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: partners}
spec: {hosts: [api.example.com, '*.partner.com'], ports: [{number: 443}], workloadSelector: {labels: {app: proxy}}}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: own}
spec: {hosts: ['*.own.com', only.com], exportTo: ['.'], ports: []}
`);

const from = (namespace: string, exportTo: string[] = []): { namespace: string; exportTo: string[] } => ({ namespace, exportTo });

test.each([
  ['porst: [{port: 80}]', [0]],
  ['ports: {port: 80}', [0]],
  ['ports: [{prt: 80}]', [0]],
  ['ports: []', []],
  ['selector: {}', []],
])('a Service with {%s} has the ports %j', (spec, ports) => {
  const one = objectSet(`{apiVersion: v1, kind: Service, metadata: {name: cart}, spec: {${spec}}}`);
  expect(findHost(one, from('shop'), 'cart')?.ports).toEqual(ports);
});

test('a host has the ports and the labels of what provides it', () => {
  expect(findHost(set, from('shop'), 'cart')).toMatchObject({ host: 'cart.shop.svc.cluster.local', ports: [80, 9090], selector: { app: 'cart' } });
  expect(findHost(set, from('pay'), 'api.example.com')).toMatchObject({ ports: [443], selector: { app: 'proxy' }, provider: { name: 'partners' } });
});

test.each([
  ['a Service of its own namespace by its short name', 'shop', 'cart', true],
  ['a Service elsewhere by its short name', 'pay', 'cart', false],
  ['a Service elsewhere by its full name', 'pay', 'cart.shop.svc.cluster.local', true],
  ['a Service that is shown to it', 'shop', 'ledger.pay.svc.cluster.local', true],
  ['a Service that is not shown to it', 'lab', 'ledger.pay.svc.cluster.local', false],
  ['a host that a wildcard covers', 'lab', 'a.partner.com', true],
  ['a host that is shown to its own namespace', 'shop', 'only.com', true],
  ['a host that another namespace keeps to itself', 'lab', 'only.com', false],
  ['a wildcard of its own namespace', 'shop', 'a.own.com', true],
  ['a wildcard that another namespace keeps to itself', 'lab', 'a.own.com', false],
  ['a host that nobody has', 'shop', 'nobody.com', false],
])('finds %s', (_, namespace, host, known) => {
  expect(findHost(set, from(namespace), host) !== undefined).toBe(known);
});

test('an object is seen by those whom it is shown to, and asks for them', () => {
  expect(findHost(set, from('lab', ['shop']), 'ledger.pay.svc.cluster.local')).toBeDefined();
});

test('a Service of several clusters has the ports that it has in this one', () => {
  const service = (name: string, port: number): string => `{apiVersion: v1, kind: Service, metadata: {name: ${name}, namespace: shop}, spec: {ports: [{port: ${port}}]}}`;
  const west = { name: 'west', set: objectSet(`${service('cart', 81)}\n---\n${service('pay', 82)}`) };
  const east = objectSet(service('cart', 80), { clusters: [west] });
  expect(['cart', 'pay', 'orders'].map(host => findHost(east, from('shop'), host)?.ports)).toEqual([[80], [82], undefined]);
});
