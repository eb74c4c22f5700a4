import { WarmUp } from '../../warm-up';
import { requireTime } from '../require-time';

/** @throws when a value is none for the mesh */
export function warmUpIntent(warmUp: WarmUp, call: string): WarmUp {
  const { aggression, duration } = warmUp;
  requireTime(duration, 'milliseconds', `${call}: warmUp.duration`);
  if (aggression !== undefined && !(Number.isFinite(aggression) && aggression > 0)) {
    throw new Error(`${call}: warmUp.aggression cannot be ${aggression}. Use a number above 0; 1 grows steadily.`);
  }
  return { ...warmUp };
}
