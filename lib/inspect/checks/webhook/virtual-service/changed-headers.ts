import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
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
export const changedHeaders = byField({
  request: byField({ add: requestValues, set: requestValues, remove: removed }),
  response: byField({ add: responseValues, set: responseValues, remove: removed }),
});

function requestValues(mapping: Field): Judgement {
  return values(mapping, true);
}

function responseValues(mapping: Field): Judgement {
  return values(mapping, false);
}

function* values(mapping: Field, isRequest: boolean): Judgement {
  for (const [name, field] of mapping.entries()) {
    yield* changedHeader(field, name, isRequest);
    yield* headerValue(field);
  }
}

function* removed(list: Field): Judgement {
  for (const item of list.items().filter(isText)) {
    yield* changedHeader(item, item.text ?? '', false);
  }
}

/** What is said of the places where a route rewrites the host of a request, of which there may be one. */
export function* authority(entry: Field): Judgement {
  const headers = ['set', 'add'].flatMap(operation => entry.at('headers', 'request', operation).entries());
  const given = [entry.at('rewrite', 'authority'), ...headers.filter(([name]) => isAuthority(name)).map(([, field]) => field)];
  const second = given.findIndex((_, index) => index > 0 && given[index - 1].isFilled);
  if (second > 0) {
    const message = `the host is already rewritten to "${given[second - 1].text ?? ''}"`;
    yield broken(changedHeaderRules.authority, given[second], message, 'keep one place, such as rewrite.authority');
  }
}

function isAuthority(name: string): boolean {
  return [':authority', 'host'].includes(name.toLowerCase());
}
