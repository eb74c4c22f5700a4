import { writtenLabels } from '../../../lib/inspect/mesh/runtime-labels';

test('labels that pods get where they run are left out', () => {
  expect(writtenLabels({ 'app': 'a', 'topology.istio.io/cluster': 'c', 'topology.kubernetes.io/zone': 'z', 'kubernetes.io/hostname': 'h' })).toEqual({ app: 'a' });
});
