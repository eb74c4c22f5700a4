import type { Check } from '../../lib/inspect/checks/check';
import { judge, Judged } from './judge';

/** Objects in which a check finds something: what they show, the objects, and each finding as `severity path: message`. */
export type Broken = readonly [title: string, yaml: string, findings: readonly string[], settings?: Judged['set']];

/** Objects in which it finds nothing. */
export type Kept = readonly [title: string, yaml: string, settings?: Judged['set']];

/** Tests of one check by tables: what it finds, and what it lets be. */
export function ruleCases(check: Check, broken: readonly Broken[], kept: readonly Kept[]): void {
  test.each(broken.map(([title, yaml, findings, set = {}]) => ({ title, yaml, findings, set })))('finds $title', ({ yaml, findings, set }) => {
    expect(foundBy(check, yaml, set)).toEqual(findings);
  });

  test.each(kept.map(([title, yaml, set = {}]) => ({ title, yaml, set })))('lets be $title', ({ yaml, set }) => {
    expect(foundBy(check, yaml, set)).toEqual([]);
  });
}

/** What a check says of namespaces, and what else is not shown, that it cannot judge. */
export function undecidedBy(check: Check, yaml: string): string[] {
  return judge(yaml, { checks: [check] }).undecided.map(({ unknown }) => unknown);
}

function foundBy(check: Check, yaml: string, set: Judged['set']): string[] {
  const { findings, crashes } = judge(yaml, { checks: [check], set });
  expect(crashes).toEqual([]);
  return findings.map(({ severity, path = '', message }) => `${severity} ${path}: ${message}`);
}
