import type { MeshService } from '../../mesh/mesh-service';
import type { Percent } from '../../mesh/percent';
import type { ServiceVersion } from '../../mesh/service-version';
import type { Stickiness } from '../../mesh/stickiness';

/** What a plan has to do with: a service with two versions, of which it says who gets how much. A controller is one more kind of plan. */
export interface Release {
  readonly service: MeshService;
  readonly stable: ServiceVersion;
  readonly canary: ServiceVersion;
  /** how many requests are copied to the canary while it gets none */
  readonly mirror?: Percent;
  readonly sticky?: Stickiness;
}
