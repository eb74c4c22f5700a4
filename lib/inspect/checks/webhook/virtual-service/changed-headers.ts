import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { changedHeader, headerRules } from '../primitives/header-names';
import { headerValue, headerValueRules } from '../primitives/header-values';
import { isText } from '../primitives/host-names';
import { refusal } from '../webhook-rules';

export const changedHeaderRules = {
  ...headerRules,
  ...headerValueRules,
  authority: refusal('authority-twice', 'The host of a request is rewritten at more than one place.'),
};

/** What is said of the headers that a route changes. */
export function* changedHeaders(headers: Field): Judgement {
  for (const direction of headers.isFilled ? ['request', 'response'] : []) {
    for (const operation of ['add', 'set']) {
      for (const [name, field] of headers.at(direction, operation).entries()) {
        yield* changedHeader(field, name, direction === 'request');
        yield* headerValue(field);
      }
    }
    for (const item of headers.at(direction, 'remove').items().filter(isText)) {
      yield* changedHeader(item, item.text ?? '', false);
    }
  }
}

/** What is said of the places where a route rewrites the host of a request, of which there may be one. */
export function* authority(entry: Field): Judgement {
  const headers = ['set', 'add'].flatMap(operation => entry.at('headers', 'request', operation).entries());
  const given = [entry.at('rewrite', 'authority'), ...headers.filter(([name]) => isAuthority(name)).map(([, field]) => field)];
  const second = given.findIndex((_, index) => index > 0 && given[index - 1].isFilled);
  if (second > 0) {
    const message = `the host is rewritten to "${given[second - 1].text ?? ''}" already`;
    yield broken(changedHeaderRules.authority, given[second], message, 'keep one place, such as rewrite.authority');
  }
}

function isAuthority(name: string): boolean {
  return [':authority', 'host'].includes(name.toLowerCase());
}
