import { Duration } from 'cdk8s';
import { requireTime } from '../../../mesh/private/require-time';

/** A time as Prometheus reads it. @throws when it is no whole number of seconds */
export function durationText(time: Duration, place: string): string {
  requireTime(time, 'seconds', place);
  const seconds = time.toSeconds();
  return seconds % DAY === 0 ? `${seconds / DAY}d` : `${seconds}s`;
}

const DAY = 86_400;
