import { IConstruct } from 'constructs';
import { ICaller } from './caller';
import type { GatewayRoute } from './private/gateways/gateway-intent';

/** Where requests come in from outside of the mesh: one that is ours, or that somebody else owns. */
export interface IGateway extends ICaller, IConstruct {
  /** What routes call it: `namespace/name`. */
  readonly reference: string;
  /** The hostnames that it serves; undefined when they are not known here. */
  readonly hostnames?: string[];

  /** @internal */
  _expose(route: GatewayRoute): void;
}
