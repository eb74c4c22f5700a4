import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const percentRules = {
  percent: refusal('percent', 'A percentage is below 0 or above 100.'),
  tiny: refusal('percentage-too-small', 'A percentage is too small for the proxy.'),
};

const SMALLEST = 0.0001;

/** What is said of a percentage. */
export function* percent(field: Field): Judgement {
  const { number = 0 } = field;
  if (number < 0 || number > 100) {
    yield broken(percentRules.percent, field, `${number} is not a percentage`, 'write 0 to 100');
  }
}

/** What is said of the `value` of a percentage that decides on requests. */
export function* percentage(field: Field): Judgement {
  yield* percent(field.at('value'));
  const { number = 0 } = field.at('value');
  if (number > 0 && number < SMALLEST) {
    yield broken(percentRules.tiny, field.at('value'), `${number} percent is less than the proxy can represent`, `write 0, or at least ${SMALLEST}`);
  }
}
