/** What a step of the test command found. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** In plain words what is wrong, and how to mend it. */
  readonly problem?: string;
  /** What to read when it failed. */
  readonly output: string;
  /** What could not be tested here. */
  readonly skipped?: readonly string[];
}

/** The result of a step that counts as one test. */
export function oneTest(ok: boolean, output: string, problem: string): StepResult {
  return ok ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output, problem };
}
