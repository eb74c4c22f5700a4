import { SchemaNode } from '../node';

/** Whether the values of a node are durations: Istio's definitions say so by a rule, those of the Gateway API by a pattern. */
export function isDuration({ v = [], re }: SchemaNode): boolean {
  return re === GATEWAY_DURATION || v.some(({ rule }) => rule.includes('duration(self)'));
}

export const GATEWAY_DURATION = '^([0-9]{1,5}(h|m|s|ms)){1,4}$';

/** How a duration has to be written of which a number or a text is all that stands there. The unit of a bare number is taken for seconds. */
export function durationRepair(value: unknown): string {
  const [, digits, unit = ''] = SPAN.exec(String(value)) ?? [];
  const amount = digits === undefined ? undefined : Number(digits);
  const written = amount === undefined ? undefined : UNITS.find(({ words }) => words.test(unit))?.write(amount);
  if (amount === 0) {
    return 'remove it, or write a duration such as 10s';
  }
  return `write ${written ?? 'a duration such as 10s, 500ms or 1m30s'}`;
}

const SPAN = /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*([a-z]*)\.?\s*$/i;

const UNITS: ReadonlyArray<{ readonly words: RegExp; readonly write: (amount: number) => string | undefined }> = [
  { words: /^(?:|s|secs?|seconds?)$/i, write: amount => (Number.isInteger(amount) ? `${amount}s` : milliseconds(amount * 1000)) },
  { words: /^(?:ms|millis|milliseconds?)$/i, write: milliseconds },
  { words: /^(?:m|mins?|minutes?)$/i, write: amount => whole(amount, 'm') },
  { words: /^(?:h|hrs?|hours?)$/i, write: amount => whole(amount, 'h') },
  { words: /^(?:d|days?)$/i, write: amount => whole(amount * 24, 'h') },
  { words: /^(?:w|weeks?)$/i, write: amount => whole(amount * 24 * 7, 'h') },
];

function milliseconds(amount: number): string | undefined {
  return whole(Math.round(amount), 'ms');
}

function whole(amount: number, unit: string): string | undefined {
  return Number.isInteger(amount) && amount > 0 ? `${amount}${unit}` : undefined;
}
