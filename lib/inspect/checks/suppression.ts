import { globPattern } from '../glob-pattern';

/** Findings that somebody does not want to see: those that go by a name, on objects whose `Kind namespace/name` matches a pattern. */
export class Suppression {
  private readonly pattern: RegExp;

  /** In `glob`, `*` stands for any text and `?` for one character. */
  constructor(public readonly ruleName: string, public readonly glob: string) {
    this.pattern = new RegExp(`^${globPattern(glob)}$`, 'su');
  }

  /** Whether it hides a finding that goes by these names on an object that is called so. */
  public covers(names: readonly string[], origin: string): boolean {
    return this.pattern.test(origin) && names.includes(this.ruleName);
  }
}
