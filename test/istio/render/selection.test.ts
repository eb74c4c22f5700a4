import { selection } from '../../../lib/istio/render/selection';

test('pods are found by labels, gateways of the Kubernetes Gateway API by name, and everything by nothing', () => {
  expect(selection({ namespace: 'shop', podLabels: { app: 'web' } })).toEqual({ selector: { matchLabels: { app: 'web' } } });
  expect(selection({ namespace: 'shop', gateway: 'edge' })).toEqual({ targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }] });
  expect(selection({ namespace: 'shop' })).toEqual({});
});
