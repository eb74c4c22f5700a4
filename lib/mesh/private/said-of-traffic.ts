import { Duration } from 'cdk8s';
import type { Percent } from '../percent';
import type { IRouteTarget } from '../route-target';
import type { ActionIntent, Arrival, CorsIntent, RetryIntent } from './intent';
import type { Ordered } from './route-order';

/** What holds where no route says otherwise. */
export interface UsualTraffic {
  readonly cors?: CorsIntent;
  readonly mirrors?: readonly MirrorTarget[];
  readonly retry?: RetryIntent;
  readonly target?: IRouteTarget;
  readonly timeout?: Duration;
}

/** Who gets copies of requests, and of how many. */
export interface MirrorTarget {
  readonly target: IRouteTarget;
  readonly percent: Percent;
}

/** A route. One that concerns some ports alone has them among its conditions. */
export interface SaidRoute extends Ordered {
  readonly isFault: boolean;
  /** what is done with requests that come to a port, where this is usual */
  readonly action: (arrival: Arrival, usual: UsualTraffic) => ActionIntent;
}
