import { requireOwnVolumes } from '../../../lib/istio/private/own-volumes';
import type { ProxyVolumeIntent } from '../../../lib/mesh/private/pod-intent';

const CA: ProxyVolumeIntent = { name: 'ca', kind: 'secret', source: 'billing', mountPath: '/etc/billing' };

test('[F117] most names are free', () => {
  expect(() => requireOwnVolumes({}, 'shop/web')).not.toThrow();
  expect(() => requireOwnVolumes({ volumes: [CA, { ...CA, name: 'my-istio-data' }] }, 'shop/web')).not.toThrow();
});

test.each(['istio-envoy', 'istiod-ca-cert', 'workload-certs', 'credential-socket', 'custom-bootstrap-volume', 'lightstep-certs'])('[F117] fails on %s, which Istio needs itself', name => {
  expect(() => requireOwnVolumes({ volumes: [CA, { ...CA, name, kind: 'config-map' }] }, 'shop/web')).toThrow(
    new Error(`shop/web, mountVolume: "${name}" may be a volume that Istio itself needs. Choose a name that begins with neither "istio" nor "workload-", such as "client-authorities".`),
  );
});
