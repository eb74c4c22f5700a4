import { Duration } from 'cdk8s';
import { OutlierEjection } from '../../outlier-ejection';
import { Percent } from '../../percent';
import { requireCount } from '../require-count';
import { requireTime } from '../require-time';
import type { EjectionIntent } from './traffic-policy-intent';

/** @throws when it leaves nobody out, or one of its values is none for the mesh */
export function ejectionIntent(ejection: OutlierEjection, place: string): EjectionIntent {
  const { consecutive5xxErrors = 5, consecutiveGatewayErrors, consecutiveLocalOriginFailures, maxEjection = Percent.of(50), minHealth } = ejection;
  const { baseEjectionTime = Duration.seconds(30), interval = Duration.seconds(30) } = ejection;
  requireCount(consecutive5xxErrors, 0, `${place}: consecutive5xxErrors`);
  requireCount(consecutiveGatewayErrors, 0, `${place}: consecutiveGatewayErrors`);
  // The mesh reads 0 as unsaid, and then counts to 5.
  requireCount(consecutiveLocalOriginFailures, 1, `${place}: consecutiveLocalOriginFailures`);
  if ([consecutive5xxErrors, consecutiveGatewayErrors, consecutiveLocalOriginFailures].every(count => (count ?? 0) === 0)) {
    throw new Error(`${place}: no failures are counted, so no instance is ejected. Set consecutive5xxErrors or consecutiveGatewayErrors.`);
  }
  requireTime(baseEjectionTime, 'milliseconds', `${place}: baseEjectionTime`);
  requireTime(interval, 'milliseconds', `${place}: interval`);
  // The mesh reads 0 as unsaid, and then leaves out up to 10 %.
  requirePercent(maxEjection, 1, `${place}: maxEjection`);
  requirePercent(minHealth, 0, `${place}: minHealth`);
  return { baseEjectionTime, consecutive5xxErrors, consecutiveGatewayErrors, consecutiveLocalOriginFailures, interval, maxEjection, minHealth };
}

function requirePercent(percent: Percent | undefined, least: number, name: string): void {
  if (percent !== undefined && !(Number.isInteger(percent.value) && percent.value >= least)) {
    throw new Error(`${name} cannot be ${percent.value} %. Use a whole percentage from ${least} to 100.`);
  }
}
