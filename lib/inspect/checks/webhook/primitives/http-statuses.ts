import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const httpStatusRules = {
  status: refusal('http-status', 'A number is not an HTTP status.'),
};

/** What is said of the status of an answer. */
export function* httpStatus(field: Field): Judgement {
  const { number = 0 } = field;
  if ((!field.isSet || field.number !== undefined) && (number < 200 || number > 600)) {
    yield broken(httpStatusRules.status, field, field.isSet ? `${number} is not an HTTP status` : 'the status is missing', 'write 200 to 599');
  }
}
