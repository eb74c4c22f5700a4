import { IstioRelease } from '../istio-release';

/** How an Istio was installed, as far as what is rendered for it depends on that. */
export interface IstioInstallation {
  /** whether the nodes set up the network of pods */
  readonly cni: boolean;
  readonly release: IstioRelease;
  readonly revision?: string;
}
