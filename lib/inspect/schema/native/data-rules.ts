import { Findings } from '../check/findings';
import { own } from '../own';
import { dataKey } from '../syntax/names';
import { addMalformed } from './malformed';
import { Fields, fieldsAt, textOf, wayTo } from './steps';

export function checkConfigMap(object: Fields, findings: Findings): void {
  const [data, binary] = [fieldsAt(object, 'data'), fieldsAt(object, 'binaryData')];
  checkKeys(data, 'data', findings);
  checkKeys(binary, 'binaryData', findings);
  for (const key in binary) {
    if (own(data, key) !== undefined) {
      findings.add({ kind: 'duplicate', message: `the key ${JSON.stringify(key)} stands in data, too`, expected: 'every key once' }, 'binaryData', key);
    }
  }
  checkSize({ texts: data, base64: binary }, findings);
}

/** A text of `stringData` takes the place of what `data` has at its key. */
export function checkSecret(object: Fields, findings: Findings): void {
  const [data, texts] = [fieldsAt(object, 'data'), fieldsAt(object, 'stringData')];
  checkKeys(data, 'data', findings);
  checkKeys(texts, 'stringData', findings);
  checkSize({ texts, base64: data }, findings);
  const isMissing = (key: string): boolean => own(data, key) === undefined && own(texts, key) === undefined;
  for (const key of (own(DEMANDED, textOf(object.type) ?? '') ?? NONE).filter(isMissing)) {
    findings.add({ kind: 'required', message: `${key} is missing`, expected: `a Secret of type ${String(object.type)} has it` }, ...wayTo(object, 'data', key));
  }
}

/** What Secrets of a type have to have. */
const DEMANDED: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

const NONE: readonly string[] = [];

function checkKeys(data: Fields, field: string, findings: Findings): void {
  for (const key in data) {
    addMalformed(findings, { what: 'key', text: key, rule: dataKey }, field, key);
  }
}

function checkSize({ texts, base64 }: { readonly texts: Fields; readonly base64: Fields }, findings: Findings): void {
  // Of few characters nobody has to count the bytes, which are three for each at most.
  const mayBeLarge = (sum(texts, ({ length }) => length) + sum(base64, ({ length }) => length)) * 3 > LARGEST;
  const size = mayBeLarge ? sum(texts, Buffer.byteLength) + sum(base64, decodedLength) : 0;
  if (size > LARGEST) {
    findings.add({ kind: 'bounds', message: `the values have ${size} bytes`, expected: `at most ${LARGEST}` }, 'data');
  }
}

const LARGEST = 1024 * 1024;

function sum(values: Fields, sizeOf: (text: string) => number): number {
  let total = 0;
  for (const key in values) {
    const value = values[key];
    total += typeof value === 'string' ? sizeOf(value) : 0;
  }
  return total;
}

function decodedLength(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}
