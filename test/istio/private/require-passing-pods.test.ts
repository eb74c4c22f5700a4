import { IstioRelease } from '../../../lib/istio/istio-release';
import { requirePassingPods } from '../../../lib/istio/private/require-passing-pods';
import { PodSecurity } from '../../../lib/mesh/pod-security';

const { BASELINE, PRIVILEGED, RESTRICTED } = PodSecurity;
const { V1_24, V1_27, V1_28 } = IstioRelease;

test.each([
  [undefined, { cni: false, release: V1_24 }],
  [PRIVILEGED, { cni: false, release: V1_24 }],
  [BASELINE, { cni: true, release: V1_24 }],
  [RESTRICTED, { cni: true, release: V1_28 }],
])('pods pass %j where Istio is %j', (enforce, installation) => {
  expect(() => requirePassingPods({ inMesh: true, enforce }, installation, 'shop')).not.toThrow();
});

test('pods outside of the mesh pass whatever they pass', () => {
  expect(() => requirePassingPods({ inMesh: false, enforce: RESTRICTED }, { cni: false, release: V1_24 }, 'shop')).not.toThrow();
});

test.each([BASELINE, RESTRICTED])('fails on %j where each pod sets up its network', enforce => {
  expect(() => requirePassingPods({ inMesh: true, enforce }, { cni: false, release: V1_28 }, 'shop')).toThrow(new Error(
    `shop: pods get a container of Istio that sets up their network, with privileges that "${enforce}" forbids. Install istio-cni and use Istio.mesh({ cni: true }), or use warn instead of enforce.`,
  ));
});

test('fails where the proxies of the release do not pass, and names the one whose proxies do', () => {
  expect(() => requirePassingPods({ inMesh: true, enforce: RESTRICTED }, { cni: true, release: V1_27 }, 'shop')).toThrow(new Error(
    'shop: global.proxy.seccompProfile, without which "restricted" forbids the proxies in pods, came with Istio 1.28, but the mesh is Istio 1.27. Set enforce: PodSecurity.BASELINE, or use Istio.mesh({ release: IstioRelease.V1_28 }).',
  ));
});
