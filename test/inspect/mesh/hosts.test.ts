import { fullHost, hostsOverlap, isCovered, scopesOf, serviceNamed } from '../../../lib/inspect/mesh/hosts';
import { objectSet } from '../../support/object-set';

const usual = objectSet('');

test.each([
  ['cart', 'cart.shop.svc.cluster.local'],
  ['cart.pay', 'cart.pay'],
  ['cart.pay.svc.cluster.local', 'cart.pay.svc.cluster.local'],
  ['*', '*'],
  ['*.example.com', '*.example.com'],
])('in the namespace shop, %s is %s', (host, full) => {
  expect(fullHost(usual, host, 'shop')).toBe(full);
});

test.each([
  ['cart.pay.svc.cluster.local', { namespace: 'pay', name: 'cart' }],
  ['a.b.pay.svc.cluster.local', { namespace: 'pay', name: 'a.b' }],
  ['cart', { namespace: 'shop', name: 'cart' }],
  ['example.com', { namespace: 'shop', name: 'example.com' }],
])('%s would be the Service %j', (host, service) => {
  expect(serviceNamed(usual, host, 'shop')).toEqual(service);
});

test.each([
  ['a.com', 'a.com', true],
  ['a.com', 'b.com', false],
  ['*.com', 'a.com', true],
  ['a.com', '*.com', true],
  ['*.a.com', '*.com', true],
  ['*.com', '*.org', false],
  ['*', 'a.com', true],
])('%s and %s have a host in common: %p', (one, other, overlap) => {
  expect(hostsOverlap(one, other)).toBe(overlap);
});

test.each([
  ['a.com', 'a.com', true],
  ['a.com', '*.com', true],
  ['*.com', 'a.com', false],
  ['*.a.com', '*.com', true],
  ['*.com', '*.a.com', false],
])('all hosts of %s are hosts of %s: %p', (one, other, covered) => {
  expect(isCovered(one, other)).toBe(covered);
});

test.each([
  [[], ['*']],
  [['.', '*'], ['*']],
  [['.', 'pay', 'shop'], ['shop', 'pay']],
])('exportTo %j of an object in shop shows it to %j', (exportTo, scopes) => {
  expect(scopesOf(exportTo, 'shop')).toEqual(scopes);
});
