import { Findings } from '../check/findings';
import { Fields } from './steps';

/** Says of a number that it is below zero. */
export function checkNotNegative(fields: Fields, key: string, findings: Findings): void {
  const value = fields[key];
  if (typeof value === 'number' && value < 0) {
    findings.add({ kind: 'bounds', message: `${key} is ${value}`, expected: 'at least 0' }, key);
  }
}
