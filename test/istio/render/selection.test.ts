import { selection } from '../../../lib/istio/render/selection';

describe('a policy finds', () => {
  test('pods by their labels, whatever their Service is called', () => {
    expect(selection({ namespace: 'shop', service: 'web', podLabels: { app: 'web' } })).toEqual({ selector: { matchLabels: { app: 'web' } } });
  });

  test('[F144] requests for a Service by its name, in the waypoint that serves it', () => {
    expect(selection({ namespace: 'shop', service: 'web' })).toEqual({ targetRefs: [{ group: '', kind: 'Service', name: 'web' }] });
  });

  test('a gateway of the Kubernetes Gateway API by its name', () => {
    expect(selection({ namespace: 'shop', gateway: 'edge' })).toEqual({ targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }] });
  });

  test('all of a namespace by nothing', () => {
    expect(selection({ namespace: 'shop' })).toEqual({});
  });
});
