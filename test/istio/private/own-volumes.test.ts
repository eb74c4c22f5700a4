import { requireOwnVolumes } from '../../../lib/istio/private/own-volumes';
import type { ProxyVolumeIntent } from '../../../lib/mesh/private/pods/pod-intent';

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

test.each([
  ['/etc/istio/proxy', '/etc/istio/proxy'],
  ['/etc/istio//proxy/', '/etc/istio/proxy'],
  ['/etc/istio', '/etc/istio/custom-bootstrap'],
  ['/var/run/secrets/istio/ca', '/var/run/secrets/istio'],
  ['/run/secrets/tokens', '/var/run/secrets/tokens'],
  ['/var/lib', '/var/lib/istio/data'],
])('[F117] fails on %s, since Istio needs %s itself', (mountPath, near) => {
  expect(() => requireOwnVolumes({ volumes: [CA, { ...CA, name: 'more', mountPath }] }, 'shop/web')).toThrow(new Error(
    `shop/web, mountVolume: "${mountPath}" conflicts with ${near}, which Istio itself needs in the proxy. Choose a separate path, such as "/etc/client".`,
  ));
});

test.each(['/etc/istio/client', '/etc/istio-proxy', '/etc/certs', '/var/run/client', '/runtime'])('[F117] %s is free', mountPath => {
  expect(() => requireOwnVolumes({ volumes: [{ ...CA, mountPath }] }, 'shop/web')).not.toThrow();
});
