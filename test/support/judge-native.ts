import { violations } from '../../lib/inspect/schema/violations';
import { asLine, schemas } from './thing-kind';

/** What is found in an object of a built-in kind with this spec, a line each. What an API server says of such is in api-server-verdicts.json. */
export function judgeAll(apiVersion: string, kind: string, spec: object): readonly string[] {
  return judgeFields(apiVersion, kind, { spec });
}

/** The same of an object with these fields. */
export function judgeFields(apiVersion: string, kind: string, fields: object): readonly string[] {
  return violations({ apiVersion, kind, metadata: { name: 'a' }, ...fields }, { schemas }).map(asLine);
}
