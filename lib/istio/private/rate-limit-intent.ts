import type { Conditions } from '../../mesh/private/routing/conditions';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import type { RequestRateIntent } from './request-rate-intent';

/** How many requests the proxies of some pods let through. */
export interface RateLimitIntent {
  readonly name: string;
  readonly pods: WorkloadIntent;
  /** whether answers say what is left */
  readonly tellsClients: boolean;
  readonly rate: RequestRateIntent;
  readonly restrictions: readonly RestrictionIntent[];
}

/** Some of the requests, of which fewer pass. */
export interface RestrictionIntent {
  readonly name: string;
  /** of which a request fulfils one at most */
  readonly alternatives: readonly Conditions[];
  readonly rate: RequestRateIntent;
}
