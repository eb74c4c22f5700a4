import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { own } from '../own';
import { Fields, fieldsAt, isThere, textOf, wayTo } from './steps';

/** A Secret of a type that Kubernetes knows has what its type says. */
export function checkSecretType(object: Fields, findings: Findings): void {
  own(RULES, textOf(object.type) ?? '')?.(object, findings);
}

type SecretRule = (object: Fields, findings: Findings) => void;

const RULES: Readonly<Record<string, SecretRule>> = {
  'kubernetes.io/basic-auth': checkLogin,
  'kubernetes.io/dockercfg': (object, findings) => checkJson(object, '.dockercfg', findings),
  'kubernetes.io/dockerconfigjson': (object, findings) => checkJson(object, '.dockerconfigjson', findings),
  'kubernetes.io/service-account-token': checkAccount,
  'kubernetes.io/ssh-auth': (object, findings) => checkHas(object, 'ssh-privatekey', findings),
  'kubernetes.io/tls': (object, findings) => ['tls.crt', 'tls.key'].forEach(key => checkHas(object, key, findings)),
};

function checkHas(object: Fields, key: string, findings: Findings): void {
  if (valueAt(object, key) === undefined) {
    findings.add({ kind: 'required', message: `${key} is missing`, expected: `a value, since type is ${String(object.type)}` }, ...wayTo(object, writtenField(object), key));
  }
}

function checkLogin(object: Fields, findings: Findings): void {
  if (valueAt(object, 'username') === undefined && valueAt(object, 'password') === undefined) {
    const expected = `at least one of them, since type is ${String(object.type)}`;
    findings.add({ kind: 'one-of', message: 'neither username nor password is set', expected }, writtenField(object));
  }
}

function checkAccount(object: Fields, findings: Findings): void {
  if (!isThere(fieldsAt(fieldsAt(object, 'metadata'), 'annotations')[ACCOUNT])) {
    const expected = `the name of a ServiceAccount, since type is ${String(object.type)}`;
    findings.add({ kind: 'required', message: `the annotation ${ACCOUNT} is missing`, expected }, ...wayTo(object, 'metadata', 'annotations', ACCOUNT));
  }
}

const ACCOUNT = 'kubernetes.io/service-account.name';

/** No value of a Secret stands in a message. */
function checkJson(object: Fields, key: string, findings: Findings): void {
  checkHas(object, key, findings);
  const value = valueAt(object, key);
  if (value?.text !== undefined && !isJsonObject(value.text)) {
    const repair = isJsonObject(decoded(value.text)) ? REPAIRS[value.field] : undefined;
    findings.add({ kind: 'format', message: `${key} is not a JSON object`, expected: `credentials in JSON, since type is ${String(object.type)}`, repair }, value.field, key);
  }
}

/** What to do with JSON that has been encoded once more than the field takes. */
const REPAIRS = {
  data: 'it is base64-encoded twice: encode it once',
  stringData: 'it is base64-encoded: write plain JSON, or move the base64 to data',
};

interface SecretValue {
  readonly field: keyof typeof REPAIRS;
  /** Decoded, and empty where there is null; undefined where there is no base64, which is told of the field. */
  readonly text: string | undefined;
}

/** The value at a key: that of `stringData` counts, where both have one. */
function valueAt(object: Fields, key: string): SecretValue | undefined {
  const [text, base64] = [own(fieldsAt(object, 'stringData'), key), own(fieldsAt(object, 'data'), key)];
  if (text !== undefined) {
    return { field: 'stringData', text: String(text ?? '') };
  }
  return base64 === undefined ? undefined : { field: 'data', text: decoded(String(base64 ?? '')) };
}

function decoded(base64: string): string | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64.replace(/[\r\n]+/g, '') ? bytes.toString() : undefined;
}

/** To Go null is an object without fields. */
function isJsonObject(text: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return value === null || isObject(value);
  } catch {
    return false;
  }
}

/** The field that holds the values, as far as there is one. */
function writtenField(object: Fields): string {
  return isObject(object.stringData) && !isObject(object.data) ? 'stringData' : 'data';
}
