import { Findings } from '../check/findings';
import { shown } from '../check/wording';
import { Fields } from './steps';

/** Holds a number of pods, or a share of them, against its form and the most that it can be in percent. */
export function checkShareAt(fields: Fields, key: string, findings: Findings, most = 100): void {
  const value = fields[key];
  if (typeof value === 'number' ? value < 0 : typeof value === 'string' && !PERCENT.test(value)) {
    const repair = typeof value === 'string' && /^\d+$/.test(value) ? `write the number without quotes: ${key}: ${value}` : undefined;
    findings.add({ kind: typeof value === 'number' ? 'bounds' : 'format', message: `${key} is ${shown(value)}`, expected: 'a number of pods such as 1, or a share such as 25%', repair }, key);
  } else if (typeof value === 'string' && parseInt(value, 10) > most) {
    findings.add({ kind: 'bounds', message: `${key} is ${shown(value)}`, expected: `at most ${most}%` }, key);
  }
}

const PERCENT = /^\d+%$/;
