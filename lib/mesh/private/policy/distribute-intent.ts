import type { LocalityShare } from '../../locality';
import type { DistributeIntent } from './traffic-policy-intent';

const CALL = 'Locality.distribute';

/** @throws when shares do not add up to 100, a locality is none, or two have an instance in common */
export function distributeIntent(shares: readonly LocalityShare[]): DistributeIntent {
  if (shares.length === 0) {
    throw new Error(`${CALL}: no shares are set. Set at least one: { callersIn: "us-east", to: { "us-east": Weight.percent(80), "us-west": Weight.percent(20) } }.`);
  }
  // The mesh takes the first that fits, so one for everybody can come last.
  const places = shares.map(({ callersIn }) => callersIn);
  requireApart(places[places.length - 1] === '*' ? places.slice(0, -1) : places, 'callersIn');
  return {
    kind: 'distribute',
    shares: shares.map(({ callersIn, to }) => {
      const entries = Object.entries(to).map(([locality, { value }]) => [locality, value] as const);
      requireApart(Object.keys(to), `to of "${callersIn}"`);
      requireHundred(entries, callersIn);
      return { from: callersIn, to: Object.fromEntries(entries) };
    }),
  };
}

function requireHundred(shares: ReadonlyArray<readonly [string, number]>, from: string): void {
  const none = shares.find(([, value]) => value === 0);
  if (none !== undefined) {
    throw new Error(`${CALL}: "${none[0]}" gets nothing from "${from}". Leave it out: localities that are not named get nothing.`);
  }
  const sum = shares.reduce((total, [, value]) => total + value, 0);
  if (sum !== 100) {
    throw new Error(`${CALL}: what comes from "${from}" adds up to ${sum}. The weights must add up to 100.`);
  }
}

function requireApart(localities: readonly string[], side: string): void {
  const known = localities.map(locality => ({ locality, steps: stepsOf(locality) }));
  known.forEach(({ locality, steps }, index) => {
    const other = known.slice(0, index).find(before => isWithin(steps, before.steps) || isWithin(before.steps, steps));
    if (other !== undefined) {
      throw new Error(`${CALL}: "${other.locality}" and "${locality}" of ${side} overlap. Use localities that do not overlap; "*" can only be the last callersIn.`);
    }
  });
}

function isWithin(steps: readonly string[], outer: readonly string[]): boolean {
  return outer.every((step, index) => step === steps[index]);
}

/** Region, zone and subzone, as far as they are named. */
function stepsOf(locality: string): readonly string[] {
  if (!/^([\w.-]+\/){0,2}([\w.-]+|\*)$/.test(locality)) {
    throw new Error(`${CALL}: "${locality}" is not a locality. Use a region, "region/zone" or "region/zone/subzone"; "*" may be at the end, for all below.`);
  }
  return locality.split('/').filter(step => step !== '*');
}
