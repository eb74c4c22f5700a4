import { PodSecurity } from '../../mesh/pod-security';
import type { NamespaceIntent } from '../../mesh/private/platform/namespace-intent';
import type { IstioInstallation } from './istio-installation';
import { knowsSeccomp, SECCOMP_RELEASE } from './seccomp-release';

/**
 * @throws when a namespace would refuse its pods for what Istio adds to them: a container that sets up their network passes neither standard,
 * and the proxy of an old release not the stricter one
 */
export function requirePassingPods({ inMesh, enforce }: NamespaceIntent, { cni, release }: Pick<IstioInstallation, 'cni' | 'release'>, place: string): void {
  if (!inMesh || enforce === undefined || enforce === PodSecurity.PRIVILEGED) {
    return;
  }
  if (!cni) {
    throw new Error(`${place}: pods get a container of Istio that sets up their network, with privileges that "${enforce}" forbids. Install istio-cni and use Istio.mesh({ cni: true }), or use warn instead of enforce.`);
  }
  if (enforce === PodSecurity.RESTRICTED && !knowsSeccomp(release)) {
    throw new Error(`${place}: global.proxy.seccompProfile, without which "${enforce}" forbids the proxies in pods, came with Istio ${SECCOMP_RELEASE}, but the mesh is Istio ${release}. Set enforce: PodSecurity.BASELINE, or use Istio.mesh({ release: IstioRelease.V${SECCOMP_RELEASE.replace('.', '_')} }).`);
  }
}
