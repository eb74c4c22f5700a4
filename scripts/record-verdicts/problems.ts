import { Answer, Cause } from './api-server';

/** What the API server has against an object, a line each; nothing when it takes the object. */
export function problemsOf({ status, body }: Answer): readonly string[] {
  if (status < 300) {
    return [];
  }
  const { message = '', details } = body;
  const unknown = [...message.matchAll(/unknown field "([^"]+)"/g)].map(([, field]) => `${field}: unknown field`);
  if (unknown.length > 0) {
    return unknown.sort();
  }
  const causes = (details?.causes ?? []).filter(cause => !cause.message?.includes(NOT_CHECKED));
  const lines = causes.map(cause => `${fieldOf(cause)}: ${cause.reason}`);
  return lines.length > 0 ? [...new Set(lines)].sort() : [`: ${withoutName(message)}`];
}

const NOT_CHECKED = 'some validation rules were not checked';

/** oneOf, anyOf and not come without a field, which stands in their message then. */
function fieldOf({ field, message = '' }: Cause): string {
  const named = /"([^"]+)" must (?:not )?validate/.exec(message);
  return field === '<nil>' && named !== null ? named[1] : field ?? '';
}

function withoutName(message: string): string {
  return message.replace(/^.* in version .* cannot be handled as an? [A-Za-z]+: /, '');
}
