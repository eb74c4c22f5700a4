import { StepResult } from './step-result';

interface Problem {
  readonly name: string;
  readonly result: StepResult;
}

/** Collects the results of steps and says what happened: a line as each step ends; at the end all that failed, in full and in short. */
export class Summary {
  private passed = 0;
  private failed = 0;
  private readonly problems: Problem[] = [];
  private readonly skipped: string[] = [];

  constructor(private readonly print: (line: string) => void) {}

  public add(name: string, result: StepResult, milliseconds: number): void {
    const ok = result.failed === 0;
    this.passed += result.passed;
    this.failed += result.failed;
    this.skipped.push(...result.skipped ?? []);
    this.print(`${name.padEnd(9)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${ok ? 'ok' : 'FAILED'}`);
    if (!ok) {
      this.problems.push({ name, result });
    }
  }

  /** Prints the end, whose last line is `N passed, N failed`; true when nothing failed. */
  public end(): boolean {
    for (const { name, result } of this.problems) {
      this.print(`\n---- ${name} ----\n${result.output.trim()}`);
    }
    this.print('');
    this.skipped.forEach(test => this.print(`skipped: ${test}`));
    if (this.problems.length > 0) {
      this.print(`failed: ${this.problems.map(({ name, result }) => `${name} (${result.problem})`).join(', ')}`);
    }
    this.print(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0;
  }
}
