import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { duration, durationRules, nanoseconds } from '../primitives/durations';
import { headerRules, isHeaderToken } from '../primitives/header-names';
import { isText } from '../primitives/host-names';
import { presentItems } from '../primitives/present-items';
import { regexMatch, regexRules } from '../primitives/regexes';
import { refusal } from '../webhook-rules';

export const corsRules = {
  ...durationRules,
  ...regexRules,
  header: headerRules.name,
  origin: refusal('cors-origin-empty', 'An allowed CORS origin is empty.'),
  method: refusal('cors-method', 'An allowed CORS method is not an HTTP method.'),
  maxAge: refusal('cors-max-age', 'The maxAge of a CORS policy is not a whole number of seconds.'),
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'];
const SECOND = 1_000_000_000n;

/** What is said of what other origins may do. */
export const cors = byField({ allowOrigins: origins, allowMethods: methods, allowHeaders: headers, exposeHeaders: headers, maxAge });

function* origins(list: Field): Judgement {
  for (const origin of presentItems(list)) {
    if (!['exact', 'prefix', 'regex'].some(key => origin.at(key).isFilled)) {
      yield broken(corsRules.origin, origin, 'the origin is empty', 'add exact, prefix or regex');
    } else {
      yield* regexMatch(origin);
    }
  }
}

function* methods(list: Field): Judgement {
  for (const method of list.items().filter(isText)) {
    if (!METHODS.includes(method.text ?? '')) {
      yield broken(corsRules.method, method, `"${method.text ?? ''}" is not an HTTP method`, `write one of ${METHODS.join(', ')}`);
    }
  }
}

function* headers(list: Field): Judgement {
  for (const header of list.items().filter(isText)) {
    const { text = '' } = header;
    if (text !== '*' && !isHeaderToken(text)) {
      yield broken(corsRules.header, header, `"${text}" is not a valid header name`, 'write the name of a header, or *');
    }
  }
}

function* maxAge(field: Field): Judgement {
  yield* duration(field);
  if ((nanoseconds(field.text ?? '') ?? 0n) % SECOND > 0n) {
    yield broken(corsRules.maxAge, field, `${field.text} is not a whole number of seconds`, 'write whole seconds');
  }
}
