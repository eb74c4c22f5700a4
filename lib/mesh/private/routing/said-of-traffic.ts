import { Duration } from 'cdk8s';
import type { Percent } from '../../percent';
import type { IRouteTarget } from '../../route-target';
import type { ActionIntent, Arrival, CorsIntent, ForwardAction, RetryIntent } from '../intent';
import type { Ordered } from './route-order';

/** What holds where no route says otherwise. */
export interface UsualTraffic {
  readonly cors?: CorsIntent;
  readonly mirrors?: readonly MirrorTarget[];
  readonly retry?: RetryIntent;
  readonly target?: IRouteTarget;
  readonly timeout?: Duration;
}

/** The traffic of a port, as a route sees it. */
export interface RouteSituation {
  readonly arrival: Arrival;
  readonly usual: UsualTraffic;
  /** what is done with all that no route takes */
  readonly rest: ForwardAction;
}

/** Who gets copies of requests, and of how many. */
export interface MirrorTarget {
  readonly target: IRouteTarget;
  readonly percent: Percent;
}

/** A route. One that concerns some ports alone has them among its conditions. */
export interface SaidRoute extends Ordered {
  readonly isFault: boolean;
  /** of a fault, whether it says itself where its requests go, so that no route does */
  readonly hasTarget?: boolean;
  readonly action: (situation: RouteSituation) => ActionIntent;
}
