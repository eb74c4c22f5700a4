import { Duration } from 'cdk8s';
import { durationText } from '../../mesh/private/duration-text';

const UNITS = [['h', 3_600_000], ['m', 60_000], ['s', 1000], ['ms', 1]] as const;

/** A duration as the Kubernetes Gateway API reads it: as Istio does, but with five digits at most before a unit. */
export function gatewayDuration(duration: Duration): string {
  const text = durationText(duration);
  if (/^\d{1,5}\D/.test(text)) {
    return text;
  }
  let left = duration.toMilliseconds();
  return UNITS.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? '' : `${count}${unit}`;
  }).join('');
}
