import { Duration } from 'cdk8s';
import { requireCount } from '../../mesh/private/require-count';
import { requireTime } from '../../mesh/private/require-time';
import { RequestRate } from '../request-rate';

/** How many requests pass, with all that was left out. */
export interface RequestRateIntent {
  readonly requests: number;
  readonly interval: Duration;
  readonly burst: number;
}

/** Proxies refuse to count in shorter ones. */
const SHORTEST_MILLISECONDS = 50;

/** @throws when a count or a time is none that proxies can keep to */
export function requestRateIntent(rate: RequestRate, place: string): RequestRateIntent {
  const { requestsPerProxy: requests, interval = Duration.seconds(1), burst = requests } = rate;
  requireCount(requests, 1, `${place}: requestsPerProxy`);
  requireCount(burst, 1, `${place}: burst`);
  requireTime(interval, 'milliseconds', `${place}: interval`);
  if (interval.toMilliseconds() < SHORTEST_MILLISECONDS) {
    throw new Error(`${place}: interval cannot be ${interval.toMilliseconds()} milliseconds, because proxies need at least ${SHORTEST_MILLISECONDS}. Allow fewer requests in a longer interval, such as Duration.seconds(1).`);
  }
  return { requests, interval, burst };
}

/** How many pass in a second, in the long run. */
export function perSecond({ requests, interval }: RequestRateIntent): number {
  return requests * 1000 / interval.toMilliseconds();
}
