import { DataPlaneMode } from '../data-plane-mode';
import { IstioRelease } from '../istio-release';
import { PathNormalization } from '../path-normalization';

/** How an Istio is installed, as far as what is rendered depends on that. */
export interface IstioInstallation {
  readonly clusterDomain: string;
  /** whether the nodes set up the network of pods */
  readonly cni: boolean;
  readonly mode: DataPlaneMode;
  readonly pathNormalization: PathNormalization;
  readonly release: IstioRelease;
  readonly revision?: string;
  readonly rootNamespace: string;
  readonly trustDomain: string;
}

/** What Istio takes where nothing is said. */
export const USUAL = {
  clusterDomain: 'cluster.local', pathNormalization: PathNormalization.BASE, rootNamespace: 'istio-system', trustDomain: 'cluster.local',
} as const;
