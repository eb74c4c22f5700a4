import type { Answer } from '../record-verdicts/api-server';
import type { Complaint } from './tables';

/** What an API server has against an object that was to be created, sorted by place. @throws when it has not judged it at all. */
export function complaintsOf({ status, body: { message, details } }: Answer): readonly Complaint[] {
  if (status < 300) {
    return [];
  }
  if (details?.causes === undefined) {
    throw new Error(`the server does not judge the object: ${message}`);
  }
  return details.causes
    .map(({ field = '', message: detail = '' }): Complaint => [field, detail.replace(/^Invalid value: (?:"[^"]*"|\w+): /, '')])
    .sort(([a], [b]) => a < b ? -1 : Number(a > b));
}
