import type { InstallIntent } from '../../../mesh/private/platform/install-intent';
import type { ClusterIdentity } from '../../cluster-identity';
import type { IstioChart } from '../../istio-chart';
import type { IstioProfile } from '../../istio-profile';
import type { Settings } from './settings';

/** What was said in words that only Istio has. */
export interface InstallSaid {
  readonly cluster?: ClusterIdentity;
  /** as Istio reads it */
  readonly meshConfig?: Settings;
  readonly profile?: IstioProfile;
  /** the revision that pods know by a tag */
  readonly revision?: string;
  readonly values?: Readonly<Partial<Record<IstioChart, Settings>>>;
}

export function installSaid({ product = {} }: InstallIntent): InstallSaid {
  return product;
}
