import { INSTALLER_MAPS } from '../../../lib/linkerd/private/installer-maps';

test.each([
  ['linkerd-config', 'linkerd', true],
  ['linkerd-config', undefined, true],
  ['istio-sidecar-injector', 'istio-system', true],
  ['istio-grafana-dashboards', 'istio-system', false],
  ['istio', 'shop', false],
])('[F007] of %s in %s: %s', (name, namespace, isOwn) => {
  expect(INSTALLER_MAPS.some(map => map.isOwn({ name, namespace, keys: [] }))).toBe(isOwn);
});
