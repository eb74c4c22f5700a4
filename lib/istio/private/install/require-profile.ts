import { DataPlaneMode } from '../../data-plane-mode';
import { IstioProfile } from '../../istio-profile';
import type { IstioInstallation } from '../istio-installation';

/** @throws on what is no profile, and on one that contradicts what teams are told of the mesh */
export function requireProfile(profile: IstioProfile, { cni, mode }: Pick<IstioInstallation, 'cni' | 'mode'>, place: string): void {
  if (!Object.values(IstioProfile).includes(profile)) {
    throw new Error(`${place}: Istio has no profile "${profile}". Known profiles: ${Object.values(IstioProfile).join(', ')}. The one for production is IstioProfile.DEFAULT.`);
  }
  if (mode === DataPlaneMode.AMBIENT && !AMBIENT.includes(profile)) {
    throw new Error(`${place}: with the profile "${profile}", nothing serves pods without sidecars. Use ${AMBIENT.map(known => `"${known}"`).join(' or ')}, or leave out DataPlaneMode.AMBIENT.`);
  }
  if (hasCni(profile) && !cni) {
    throw new Error(`${place}: with the profile "${profile}", the nodes set up the network of pods. Use Istio.mesh({ cni: true }), so that teams can rely on it.`);
  }
}

/** Whether it installs istio-cni by itself. */
export function hasCni(profile: IstioProfile | undefined): boolean {
  return profile === IstioProfile.OPENSHIFT || (profile !== undefined && AMBIENT.includes(profile));
}

const AMBIENT: readonly IstioProfile[] = [IstioProfile.AMBIENT, IstioProfile.OPENSHIFT_AMBIENT];
