import { splitsOf } from '../../../lib/inspect/mesh/version-splits';
import { workloadsIn } from '../../../lib/inspect/mesh/workloads';
import { deployment, documents, flowObject, service } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

const rule = flowObject('networking.istio.io/v1', 'DestinationRule', ['shop/cart', 'host: cart, subsets: [{name: next, labels: {version: v2, track: b}}]']);
const route = (subset: string): string => (
  flowObject('networking.istio.io/v1', 'VirtualService', ['shop/route', `http: [{route: [{destination: {host: cart, subset: ${subset}}}]}]`])
);
const split = documents(
  flowObject('split.smi-spec.io/v1alpha1', 'TrafficSplit', ['shop/split', 'service: cart, backends: [{service: cart-v3}, {service: none}]']),
  service('shop/cart-v3', 'app: cart, version: v3'),
);

const splits = (...objects: readonly string[]): string[] => {
  const set = objectSet(documents(deployment('shop/cart', 'app: cart, version: v1'), ...objects));
  return splitsOf(set, workloadsIn(set, 'shop')[0]).map(({ label, version, namedBy }) => `${label}=${version} by ${namedBy}`);
};

test('versions are named by rules, splits, and routes to subsets that no rule defines', () => {
  expect(splits(rule, route('v9'), split)).toEqual([
    'version=v2 by DestinationRule shop/cart',
    'track=b by DestinationRule shop/cart',
    'version=v3 by TrafficSplit shop/split',
    'version=v9 by VirtualService shop/route',
  ]);
  expect(splits(rule, route('next'))).toHaveLength(2);
});

test('the host is the one of the Services that select the pods, else the one that is called like them', () => {
  expect([splits(rule, service('shop/cart', 'app: cart')), splits(rule, service('shop/basket', 'app: cart')), splits()]).toEqual([
    ['version=v2 by DestinationRule shop/cart', 'track=b by DestinationRule shop/cart'], [], [],
  ]);
});
