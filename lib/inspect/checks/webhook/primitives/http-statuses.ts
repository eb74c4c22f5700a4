import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const httpStatusRules = {
  status: refusal('http-status', 'A number is no status that an answer can have.'),
};

/** What is said of the status of an answer. */
export function* httpStatus(field: Field): Judgement {
  const { number = 0 } = field;
  if ((!field.isSet || field.number !== undefined) && (number < 200 || number > 600)) {
    yield broken(httpStatusRules.status, field, field.isSet ? `${number} is no status of an answer` : 'the status is missing', 'write 200 to 599');
  }
}
