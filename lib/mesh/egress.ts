import { IConstruct } from 'constructs';
import type { ExitIntent, LeavingHost } from './private/gateways/leaving-host';

/** Where requests leave the mesh: a gateway that is ours, or that somebody else owns. */
export interface IEgressGateway extends IConstruct {
  /** What rules call it: `namespace/name`. */
  readonly reference: string;
  /** Full name of its Service. */
  readonly serviceHost: string;

  /** @internal */
  _carry(carried: LeavingHost): ExitIntent;
}
