import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const idleFault = meshRule('MESH054', 'warning', ['idle-fault', 'A fault has no percentage, and so is never injected.']);

/** Faults that do nothing: without a percentage none of the requests is meant. */
export const idleFaultCheck = defineCheck({
  rules: [idleFault],
  kinds: ['networking.istio.io/VirtualService'],
  * judge({ spec }) {
    for (const fault of spec.at('http').items().map(entry => entry.at('fault'))) {
      for (const part of ['abort', 'delay'].map(key => fault.at(key))) {
        if (part.isFilled && !part.at('percentage').isSet && !part.at('percent').isFilled) {
          yield { rule: idleFault, path: part.path, message: `the ${part.key} has no percentage, and is injected into no request`, repair: 'add percentage: {value: 100}' };
        }
      }
    }
  },
});
