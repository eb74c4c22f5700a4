import { Findings } from '../check/findings';
import { Fields } from './steps';

/** Says of a number that it is below one. */
export function checkAtLeastOne(fields: Fields, key: string, findings: Findings): void {
  const value = fields[key];
  if (typeof value === 'number' && value < 1) {
    findings.add({ kind: 'bounds', message: `${key} is ${value}`, expected: 'at least 1' }, key);
  }
}

/** Says of a number that it is outside of its bounds. */
export function checkWithin(fields: Fields, key: string, findings: Findings, [least, most]: readonly [least: number, most: number]): void {
  const value = fields[key];
  if (typeof value === 'number' && (value < least || value > most)) {
    findings.add({ kind: 'bounds', message: `${key} is ${value}`, expected: `${least} to ${most}` }, key);
  }
}
