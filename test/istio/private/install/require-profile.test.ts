import { HELM_PROFILES, ISTIOCTL_PROFILES } from '../../../../imports/istio-values';
import { DataPlaneMode } from '../../../../lib/istio/data-plane-mode';
import { IstioProfile } from '../../../../lib/istio/istio-profile';
import { hasCni, requireProfile } from '../../../../lib/istio/private/install/require-profile';

const { AMBIENT, SIDECAR } = DataPlaneMode;

test('[F005] the profiles are those of istioctl', () => {
  expect(Object.values(IstioProfile).sort()).toEqual(ISTIOCTL_PROFILES);
  expect(HELM_PROFILES).toEqual(expect.arrayContaining(['ambient', 'demo', 'preview', 'remote', 'stable']));
});

test('[F005] "production" is none, and the error says what is meant by it', () => {
  expect(() => requireProfile('production' as IstioProfile, { cni: false, mode: SIDECAR }, 'platform, profile')).toThrow(new Error(
    'platform, profile: Istio has no profile "production". Known profiles: default, demo, minimal, remote, empty, preview, stable, ambient, openshift, openshift-ambient. The one for production is IstioProfile.DEFAULT.',
  ));
});

test('[F005] in ambient mode, only its own profiles have what it needs', () => {
  expect(() => requireProfile(IstioProfile.DEMO, { cni: true, mode: AMBIENT }, 'platform, profile')).toThrow(new Error(
    'platform, profile: with the profile "demo", nothing serves pods without sidecars. Use "ambient" or "openshift-ambient", or leave out DataPlaneMode.AMBIENT.',
  ));
  expect(() => requireProfile(IstioProfile.OPENSHIFT_AMBIENT, { cni: true, mode: AMBIENT }, 'platform')).not.toThrow();
});

test.each([IstioProfile.OPENSHIFT, IstioProfile.AMBIENT])('[F005] %s has istio-cni, and teams have to know', profile => {
  expect(hasCni(profile)).toBe(true);
  expect(() => requireProfile(profile, { cni: false, mode: SIDECAR }, 'platform')).toThrow(new Error(
    `platform: with the profile "${profile}", the nodes set up the network of pods. Use Istio.mesh({ cni: true }), so that teams can rely on it.`,
  ));
  expect(() => requireProfile(profile, { cni: true, mode: SIDECAR }, 'platform')).not.toThrow();
});

test('others go with both', () => {
  expect([hasCni(undefined), hasCni(IstioProfile.DEMO)]).toEqual([false, false]);
  expect(() => requireProfile(IstioProfile.DEMO, { cni: true, mode: SIDECAR }, 'platform')).not.toThrow();
});
