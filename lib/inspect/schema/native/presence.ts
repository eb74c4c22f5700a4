import { Findings } from '../check/findings';
import { addMissing } from '../check/misfits';
import { TypeCode } from '../node';
import { Fields, isThere } from './steps';

/** Says of a field that it is missing, where it holds nothing: of those that the API server demands though OpenAPI does not. */
export function checkThere(fields: Fields, key: string, findings: Findings, code: TypeCode = 's'): void {
  if (!isThere(fields[key])) {
    addMissing(findings, key, { t: code });
  }
}
