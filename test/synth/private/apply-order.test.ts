import { applyRank, inApplyOrder } from '../../../lib/synth/private/apply-order';

const manifest = (kind: string): { kind: string } => ({ kind });

test('what others need comes first, and the subsets before the routes that name them', () => {
  const kinds = ['VirtualService', 'Deployment', 'DestinationRule', 'Service', 'ConfigMap', 'ServiceAccount', 'CustomResourceDefinition', 'Namespace'];
  expect(inApplyOrder(kinds, manifest)).toEqual([
    'Namespace', 'CustomResourceDefinition', 'ServiceAccount', 'ConfigMap', 'Service', 'Deployment', 'DestinationRule', 'VirtualService',
  ]);
});

test('objects of one rank stay as they are', () => {
  expect(inApplyOrder(['Job', 'Deployment', 'Service', 'DaemonSet'], manifest)).toEqual(['Service', 'Job', 'Deployment', 'DaemonSet']);
});

test('a kind that nobody knows, and an object without one, stand before the routes', () => {
  expect(applyRank('Widget')).toBe(applyRank(undefined));
  expect(applyRank('Widget')).toBeLessThan(applyRank('DestinationRule'));
});
