import { definedSubsets, hostOfRule, subsetsOf } from '../../../lib/inspect/mesh/subsets';
import { documents, flowObject } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

const rule = (name: string, spec: string): string => flowObject('networking.istio.io/v1', 'DestinationRule', [name, spec]);

const set = objectSet(documents(
  rule('shop/a', 'host: cart, subsets: [{name: v1}, {labels: {version: v2}}]'),
  rule('shop/b', 'host: cart.shop.svc.cluster.local, subsets: [{name: v3}]'),
  rule('shop/c', 'host: "*.shop.svc.cluster.local"'),
));

test('a DestinationRule names its subsets, and its host in full', () => {
  const [first, , last] = set.of('networking.istio.io/DestinationRule');

  expect([subsetsOf(first), subsetsOf(last)]).toEqual([['v1', ''], []]);
  expect([hostOfRule(set, first), hostOfRule(set, last)]).toEqual(['cart.shop.svc.cluster.local', '*.shop.svc.cluster.local']);
});

test('the subsets of a host are those of all of its rules', () => {
  expect([...definedSubsets(set)].map(([host, names]) => [host, [...names]])).toEqual([
    ['cart.shop.svc.cluster.local', ['v1', '', 'v3']],
    ['*.shop.svc.cluster.local', []],
  ]);
});
