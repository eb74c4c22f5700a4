import { Findings } from '../check/findings';
import { shown } from '../check/wording';
import { Fields } from './steps';

/** Holds a number of pods, or a share of them in percent, against its form. */
export function checkShareAt(fields: Fields, key: string, findings: Findings): void {
  const value = fields[key];
  if (typeof value === 'number' && value < 0) {
    findings.add({ kind: 'bounds', message: `${key} is ${value}`, expected: EXPECTED }, key);
  } else if (typeof value === 'string' && !PERCENT.test(value)) {
    const repair = /^\d+$/.test(value) ? `write the number without quotes: ${key}: ${value}` : undefined;
    findings.add({ kind: 'format', message: `invalid ${key} ${shown(value)}`, expected: EXPECTED, repair }, key);
  }
}

/** The same of a share that is all of them at most. */
export function checkPartAt(fields: Fields, key: string, findings: Findings): void {
  checkShareAt(fields, key, findings);
  const value = fields[key];
  if (typeof value === 'string' && PERCENT.test(value) && parseInt(value, 10) > 100) {
    findings.add({ kind: 'bounds', message: `${key} is ${shown(value)}`, expected: 'at most 100%' }, key);
  }
}

/** Whether a share is written that is of no pods. */
export function isNone(share: unknown): boolean {
  return share === 0 || (typeof share === 'string' && /^0+%$/.test(share));
}

const EXPECTED = 'a number of pods such as 1, or a percentage such as 25%';

const PERCENT = /^\d+%$/;
