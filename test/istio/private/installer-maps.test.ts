import { installerMaps } from '../../../lib/istio/private/installer-maps';

test.each([
  ['istio', 'mesh', [], true],
  ['istio', 'istio-system', [], false],
  ['istio-canary', 'mesh', ['mesh', 'meshNetworks'], true],
  ['istio-canary', 'mesh', ['other'], false],
  ['istio-sidecar-injector-canary', undefined, ['config'], true],
  ['istio-sidecar-injectors', 'mesh', ['config'], false],
  ['linkerd-config', 'linkerd', ['values'], true],
])('[F007] of %s in %s with %j: %s, where the root namespace is "mesh"', (name, namespace, keys, isOwn) => {
  expect(installerMaps('mesh').some(map => map.isOwn({ name, namespace, keys }))).toBe(isOwn);
});
