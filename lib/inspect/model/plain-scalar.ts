/** What a scalar without quotes can be. */
export type PlainScalar = null | boolean | number | string;

/** The first characters of all that is no string. */
export const FIRST_CHARACTERS: readonly string[] = ['', ...'~nNtTfFyYoO.+-0123456789'];

/**
 * Reads a scalar without quotes as Kubernetes does: by the rules of YAML 1.1, so that `on` is true and `0775` is 509, but with the
 * `0o17` of YAML 1.2, and without sexagesimal numbers and timestamps, which stay strings.
 *
 * `.inf` and `.nan` are numbers here, which JSON has no form for: whoever reads them refuses the document.
 */
export function plainScalar(text: string): PlainScalar {
  const word = WORDS.get(text);
  if (word !== undefined) {
    return word;
  }
  return NUMERIC.test(text) ? number(text) : text;
}

const WORDS = new Map<string, null | boolean | number>([
  ...words(true, 'y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'),
  ...words(false, 'n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'),
  ...words(null, '', '~', 'null', 'Null', 'NULL'),
  ...words(Infinity, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'),
  ...words(-Infinity, '-.inf', '-.Inf', '-.INF'),
  ...words(NaN, '.nan', '.NaN', '.NAN'),
]);

function words<T>(value: T, ...texts: readonly string[]): Array<readonly [string, T]> {
  return texts.map(text => [text, value]);
}

const NUMERIC = /^(?:[0-9]|[-+][0-9_.]|\.[0-9])/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OTHER_BASE = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+)$/;

/** The integers of other bases have 64 bits at most. One with more is a decimal number where it looks like one, otherwise a string. */
const LARGEST: Readonly<Record<string, bigint>> = { '': 2n ** 64n - 1n, '+': 2n ** 63n - 1n, '-': 2n ** 63n };

function number(text: string): number | string {
  // Behind a leading dot an underscore stands between digits only; elsewhere it may stand anywhere.
  const digits = text.startsWith('.') ? text.replace(/(?<=[0-9])_(?=[0-9])/g, '') : text.replaceAll('_', '');
  const [, sign, unsigned] = OTHER_BASE.exec(digits) ?? [];
  if (unsigned !== undefined) {
    const integer = BigInt(unsigned.replace(/^0(?=[0-7])/, '0o'));
    if (integer <= LARGEST[sign]) {
      return Number(sign === '-' ? -integer : integer);
    }
  }
  const value = DECIMAL.test(digits) ? Number(digits) : NaN;
  // The sum makes 0 of -0, which JSON cannot tell apart.
  return Number.isFinite(value) ? value + 0 : text;
}
