import { isInteger } from '../../../mesh/config-message';
import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { portNumber } from '../primitives/ports';

/** What is said of a port on which proxies listen, if there is one. Of what is no number of its type, that is said and nothing else. */
export function* proxyPort(field: Field): Judgement {
  yield* field.isSet && isInteger(field, 'int32') ? portNumber(field) : [];
}
