import type { Field } from '../../mesh/field';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const idleFault = meshRule('MESH054', 'warning', ['idle-fault', 'A fault has no percentage, so it is never injected.']);

/** Faults that do nothing: without a percentage none of the requests is meant. */
export const idleFaultCheck = defineCheck({
  rules: [idleFault],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['fault'],
  * judge(virtualService) {
    for (const fault of httpEntries(virtualService).map(entry => entry.at('fault'))) {
      for (const part of ['abort', 'delay'].map(key => fault.at(key))) {
        if (part.isFilled && !hasPercentage(part)) {
          yield { rule: idleFault, path: part.path, message: `the ${part.key} has no percentage, so it is never injected`, repair: 'add percentage: {value: 100}' };
        }
      }
    }
  },
});

/** An empty percentage is none, and hides the older field beside it. Whoever writes 0 has switched the fault off. */
function hasPercentage(part: Field): boolean {
  const percentage = part.at('percentage');
  return percentage.isSet ? percentage.at('value').isSet : part.at('percent').isFilled;
}
