import { CelError } from '../cel-error';
import { CelType } from './cel-type';
import { doubleText } from './double-text';
import { Duration } from './duration';
import { Timestamp } from './timestamp';
import { Uint } from './uint';
import { kindOf } from './value';
import type { CelValue } from './value';

/** A value as `string()` writes it. @throws CelError for bytes that are no text. */
export function textOf(value: CelValue): string {
  return (TEXTS[kindOf(value)] as ((value: CelValue) => string) | undefined)?.(value) ?? kindOf(value);
}

const TEXTS: Readonly<Record<string, (value: never) => string>> = {
  'bool': String,
  'bytes': decode,
  'double': doubleText,
  'google.protobuf.Duration': (value: Duration) => value.text(),
  'google.protobuf.Timestamp': (value: Timestamp) => value.text(),
  'int': String,
  'null_type': () => 'null',
  'string': (value: string) => value,
  'type': ({ name }: CelType) => name,
  'uint': ({ value }: Uint) => String(value),
};

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CelError('invalid UTF-8 in bytes, cannot convert to string');
  }
}
