import { own } from '../../own';
import { CelError } from '../cel-error';
import { quoted } from '../quoted';
import { CelList } from '../values/cel-list';
import { CelMap } from '../values/cel-map';
import { textOf } from '../values/text-of';
import { Uint } from '../values/uint';
import { kindOf } from '../values/value';
import type { CelValue } from '../values/value';
import { fixedText, localizedText, scientificText } from './decimal-text';

/** `'%s has %d replicas'.format([self.name, self.replicas])`. @throws CelError when a clause and its argument do not fit. */
export function formatString(format: string, { items }: CelList): string {
  let next = 0;
  return format.replace(/%(?:(%)|(?:\.(\d*))?(.?))/gsu, (_, percent: string | undefined, precision: string | undefined, letter: string) => {
    if (percent !== undefined) {
      return percent;
    }
    const place = next++;
    if (place >= items.length) {
      throw new CelError(`index ${place} out of range`);
    }
    return clause(letter, precision)(items[place]);
  });
}

const LARGEST_INT = 2n ** 63n - 1n;

type Clause = (value: CelValue) => string;

function clause(letter: string, precision: string | undefined): Clause {
  if (letter === '') {
    throw precision === undefined ? new CelError('unexpected end of string') : unparsed('error while parsing precision: could not find end of precision specifier');
  }
  if (precision === '') {
    throw unparsed('error while parsing precision: error while converting precision to integer: strconv.Atoi: parsing "": invalid syntax');
  }
  if (BigInt(precision ?? 0) > LARGEST_INT) {
    throw unparsed(`error while parsing precision: error while converting precision to integer: strconv.Atoi: parsing "${precision}": value out of range`);
  }
  const make = CLAUSES[letter] as ((digits: number) => Clause) | undefined;
  if (make === undefined) {
    throw unparsed(`unrecognized formatting clause "${letter}"`);
  }
  return make(Number(precision ?? 6));
}

function unparsed(problem: string): CelError {
  return new CelError(`could not parse formatting clause: ${problem}`);
}

const toBinary = integer(2, 'only integers and bools can be formatted as binary');
const decimal = integer(10, 'decimal clause can only be used on integers');
const hexInteger = integer(16, 'only integers, byte buffers, and strings can be formatted as hex');
const octal = integer(8, 'octal clause can only be used on integers');

const CLAUSES: Readonly<Record<string, (digits: number) => Clause>> = {
  s: () => stringClause,
  d: () => decimal,
  f: digits => double(value => localizedText(value, digits), 'fixed-point clause can only be used on doubles'),
  e: digits => double(value => scientificText(value, digits), 'scientific clause can only be used on doubles'),
  b: () => value => typeof value === 'boolean' ? String(Number(value)) : toBinary(value),
  x: () => hex,
  X: () => value => hex(value).toUpperCase(),
  o: () => octal,
};

function hex(value: CelValue): string {
  return typeof value === 'string' || value instanceof Uint8Array ? Buffer.from(value as string).toString('hex') : hexInteger(value);
}

function integer(radix: number, expected: string): Clause {
  return value => {
    if (typeof value !== 'bigint' && !(value instanceof Uint)) {
      throw misfit(expected, value);
    }
    return (typeof value === 'bigint' ? value : value.value).toString(radix);
  };
}

function double(write: (value: number) => string, expected: string): Clause {
  return value => {
    const number = typeof value === 'string' ? own(DOUBLE_WORDS, value) : value;
    if (typeof number !== 'number') {
      throw misfit(expected, value);
    }
    return write(number);
  };
}

const DOUBLE_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [NaN, Infinity, -Infinity].map(value => [String(value), value]),
);

/** `%s` shows the items of a list or map as one would write them in CEL, and anything else as `string()` does. */
function stringClause(value: CelValue): string {
  if (value instanceof CelList || value instanceof CelMap) {
    return literal(value);
  }
  if (OPAQUE.test(kindOf(value))) {
    throw misfit('string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps', value);
  }
  return textOf(value);
}

function literal(value: CelValue): string {
  if (value instanceof CelList) {
    return `[${value.items.map(literal).join(', ')}]`;
  }
  if (value instanceof CelMap) {
    return `{${value.keys.map(key => `${literal(key)}:${literal(value.find(key)!)}`).sort().join(', ')}}`;
  }
  if (OPAQUE.test(kindOf(value))) {
    throw new CelError(`error during formatting: no formatting function for ${kindOf(value)}`);
  }
  return (LITERALS[kindOf(value)] ?? textOf)(value);
}

const LITERALS: Readonly<Record<string, Clause | undefined>> = {
  'bytes': value => `b${quoted(textOf(value))}`,
  'double': value => Number.isFinite(value) ? fixedText(value as number, 6) : quoted(textOf(value)),
  'google.protobuf.Duration': value => `duration(${quoted(textOf(value))})`,
  'google.protobuf.Timestamp': value => `timestamp(${quoted(textOf(value))})`,
  'string': value => quoted(value as string),
};

/** The types that have no text. */
const OPAQUE = /^(?:kubernetes|net)\.|^optional_type$/;

function misfit(expected: string, value: CelValue): CelError {
  return new CelError(`error during formatting: ${expected}, was given ${kindOf(value)}`);
}
