import { StepResult } from './step-result';
import { countKinds } from './test-kind';

/** The part of Jest's JSON that is read here. */
export interface JestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly snapshot: { readonly unchecked: number; readonly filesRemoved: number };
  readonly testResults: ReadonlyArray<{
    /** The file. */
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string }>;
  }>;
}

/**
 * Counts every test. A test file that did not run at all counts as a failed test, and so does a snapshot that no test uses any more;
 * skipped tests are listed, so that none is skipped silently.
 */
export function jestResult(report: JestReport): StepResult {
  const crashed = report.numRuntimeErrorTestSuites;
  const obsolete = report.snapshot.unchecked + report.snapshot.filesRemoved;
  const failed = report.numFailedTests + crashed + obsolete;
  const ok = report.success && failed === 0;
  return {
    passed: report.numPassedTests,
    // Jest can fail for a reason that it counts nowhere.
    failed: ok ? 0 : Math.max(failed, 1),
    problem: ok ? undefined : problemOf(report),
    output: report.testResults.filter(({ status }) => status === 'failed').map(file => `${file.name}\n${file.message}`).join('\n'),
    skipped: report.testResults.flatMap(file => file.assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName)),
  };
}

function problemOf({ numFailedTests, numRuntimeErrorTestSuites, snapshot, testResults }: JestReport): string {
  const obsolete = snapshot.unchecked + snapshot.filesRemoved;
  const failures = testResults.flatMap(({ name, assertionResults }) => assertionResults.filter(({ status }) => status === 'failed').map(() => name));
  const crashes = testResults.filter(({ status, name }) => status === 'failed' && !failures.includes(name)).map(({ name }) => name);
  const parts = [
    numFailedTests > 0 ? [`${numFailedTests} failed: ${countKinds(failures)}`] : [],
    numRuntimeErrorTestSuites > 0 ? [`${numRuntimeErrorTestSuites} of the files could not run: ${countKinds(crashes)}`] : [],
    obsolete > 0 ? [`${obsolete} of the snapshots not used: run npx jest -u`] : [],
  ].flat();
  return parts.length > 0 ? parts.join('; ') : 'Jest failed as a whole';
}
