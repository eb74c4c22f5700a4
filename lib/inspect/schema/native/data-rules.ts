import { Findings } from '../check/findings';
import { own } from '../own';
import { dataKey } from '../syntax/names';
import { addMalformed } from './malformed';
import { checkSecretType } from './secret-type-rules';
import { Fields, fieldsAt } from './steps';

export function checkConfigMap(object: Fields, findings: Findings): void {
  const [data, binary] = [fieldsAt(object, 'data'), fieldsAt(object, 'binaryData')];
  checkKeys(data, 'data', findings);
  checkKeys(binary, 'binaryData', findings);
  for (const key in binary) {
    if (own(data, key) !== undefined) {
      findings.add({ kind: 'duplicate', message: `duplicate key ${JSON.stringify(key)}, also in data`, expected: 'each key only once' }, 'binaryData', key);
    }
  }
  checkSize([{ field: 'data', values: data, sizeOf: Buffer.byteLength }, { field: 'binaryData', values: binary, sizeOf: decodedLength }], findings);
}

/** A text of `stringData` takes the place of what `data` has at its key. */
export function checkSecret(object: Fields, findings: Findings): void {
  const [data, texts] = [fieldsAt(object, 'data'), fieldsAt(object, 'stringData')];
  checkKeys(data, 'data', findings);
  checkKeys(texts, 'stringData', findings);
  checkSize([{ field: 'data', values: data, sizeOf: decodedLength, replacedBy: texts }, { field: 'stringData', values: texts, sizeOf: Buffer.byteLength }], findings);
  checkSecretType(object, findings);
}

function checkKeys(data: Fields, field: string, findings: Findings): void {
  for (const key in data) {
    addMalformed(findings, { what: 'key', text: key, rule: dataKey }, field, key);
  }
}

interface Values {
  readonly field: string;
  readonly values: Fields;
  readonly sizeOf: (text: string) => number;
  /** Values that count instead of those at the same keys. */
  readonly replacedBy?: Fields;
}

/** The finding stands where most of the bytes are. */
function checkSize([one, other]: readonly [Values, Values], findings: Findings): void {
  // Of few characters nobody has to count the bytes, which are three for each at most.
  if ((sum(one, lengthOf) + sum(other, lengthOf)) * 3 <= LARGEST) {
    return;
  }
  const [sizeOfOne, sizeOfOther] = [sum(one, one.sizeOf), sum(other, other.sizeOf)];
  if (sizeOfOne + sizeOfOther > LARGEST) {
    const { field } = sizeOfOne < sizeOfOther ? other : one;
    findings.add({ kind: 'bounds', message: `the values have ${sizeOfOne + sizeOfOther} bytes`, expected: `at most ${LARGEST}` }, field);
  }
}

const LARGEST = 1024 * 1024;

function sum({ values, replacedBy }: Values, sizeOf: (text: string) => number): number {
  let total = 0;
  for (const key in values) {
    const value = values[key];
    total += typeof value === 'string' && own(replacedBy, key) === undefined ? sizeOf(value) : 0;
  }
  return total;
}

function lengthOf(text: string): number {
  return text.length;
}

/** Base64 may be written over several lines. */
function decodedLength(base64: string): number {
  return Buffer.byteLength(base64.replace(/[\r\n]+/g, ''), 'base64');
}
