import { DataPlaneMode } from '../../../lib/istio/data-plane-mode';
import { IstioRelease } from '../../../lib/istio/istio-release';
import { PathNormalization } from '../../../lib/istio/path-normalization';
import { tidied } from '../../../lib/istio/private/install/settings';
import { USUAL } from '../../../lib/istio/private/istio-installation';
import { meshConfig } from '../../../lib/istio/render/mesh-config';
import { OutboundAccess } from '../../../lib/mesh/outbound-access';

const PLAIN = { ...USUAL, cni: false, mode: DataPlaneMode.SIDECAR, release: IstioRelease.V1_30 };

test('[F006] nothing that is a default of Istio is rendered', () => {
  expect(tidied(meshConfig({ outbound: OutboundAccess.ANY }, PLAIN, 'platform'))).toStrictEqual({});
});

test('[F006] what proxies do with paths is said, unless Istio does so by itself', () => {
  const said = Object.values(PathNormalization).map(pathNormalization => tidied(meshConfig({}, { ...PLAIN, pathNormalization }, 'platform')));
  expect(said).toStrictEqual([
    { pathNormalization: { normalization: 'NONE' } }, {}, { pathNormalization: { normalization: 'MERGE_SLASHES' } },
    { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } },
  ]);
});

test('[F006] what the mesh knows, what any mesh has, and what Istio alone has come together', () => {
  const intent = { outbound: OutboundAccess.REGISTERED_ONLY, product: { meshConfig: { outboundTrafficPolicy: { tls: {} }, enableTracing: true } } };
  expect(meshConfig(intent, { ...PLAIN, trustDomain: 'shop.example.com' }, 'platform')).toStrictEqual({
    enableTracing: true, outboundTrafficPolicy: { mode: 'REGISTRY_ONLY', tls: {} }, trustDomain: 'shop.example.com',
  });
});

test('[F006] fails on what both say', () => {
  const intent = { outbound: OutboundAccess.REGISTERED_ONLY, product: { meshConfig: { outboundTrafficPolicy: { mode: 'ALLOW_ANY' } } } };
  expect(() => meshConfig(intent, PLAIN, 'platform, outbound')).toThrow(
    new Error('platform, outbound: meshConfig.outboundTrafficPolicy.mode is already set. Set it once, with all its options.'),
  );
});
