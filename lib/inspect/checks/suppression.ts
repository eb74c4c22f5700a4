import type { Rule } from './rule';
import { namesOf } from './rule-names';

/** Findings that somebody does not want to see: those of a rule on objects whose `Kind namespace/name` matches a pattern. */
export class Suppression {
  private readonly pattern: RegExp;

  /** In `glob`, `*` stands for any text and `?` for one character. */
  constructor(public readonly ruleName: string, public readonly glob: string) {
    const source = glob.replace(/[\\^$.|+()[\]{}]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
    this.pattern = new RegExp(`^${source}$`, 'su');
  }

  public covers(rule: Rule, origin: string): boolean {
    return this.pattern.test(origin) && namesOf(rule).includes(this.ruleName);
  }
}
