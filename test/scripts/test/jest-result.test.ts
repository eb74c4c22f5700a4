import path from 'node:path';
import { JestReport, jestResult } from '../../../scripts/test/jest-result';

const clean: JestReport = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  snapshot: { unchecked: 0, filesRemoved: 0 },
  testResults: [],
};

function fileWith(file: string, status: string, tests: readonly string[]): JestReport['testResults'][number] {
  return { name: path.resolve('test', file), status, message: '', assertionResults: tests.map(result => ({ fullName: 'a test', status: result })) };
}

test('tests are counted one by one', () => {
  expect(jestResult(clean)).toMatchObject({ passed: 3, failed: 0, problem: undefined });
});

test('failed tests, files that could not run and unused snapshots all count as failed, and where they are is told', () => {
  const report = {
    ...clean,
    success: false,
    numFailedTests: 3,
    numRuntimeErrorTestSuites: 1,
    snapshot: { unchecked: 1, filesRemoved: 1 },
    testResults: [
      fileWith('scenarios.test.ts', 'failed', ['passed', 'failed']),
      fileWith('docs/documentation.test.ts', 'failed', ['failed', 'failed']),
      fileWith('imports/lock.test.ts', 'failed', []),
      fileWith('main.test.ts', 'passed', ['passed']),
    ],
  };
  expect(jestResult(report)).toMatchObject({
    passed: 3,
    failed: 6,
    problem: '3 failed: 2 in documentation, 1 in scenarios; 1 of the files could not run: 1 in imports; '
      + '2 of the snapshots not used: run npx jest -u',
  });
});

test('unused snapshots fail although Jest itself is content', () => {
  expect(jestResult({ ...clean, snapshot: { unchecked: 1, filesRemoved: 0 } }).failed).toBe(1);
});

test('a failure that Jest counts nowhere is still a failure', () => {
  expect(jestResult({ ...clean, success: false })).toMatchObject({ failed: 1, problem: 'Jest failed as a whole' });
});

test('the messages of failed files are shown, skipped tests are listed', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{ fullName: 'needs a disk', status: 'pending' }] },
    { name: 'b.test.ts', status: 'failed', message: 'expected 1', assertionResults: [{ fullName: 'adds', status: 'failed' }] },
  ];
  const result = jestResult({ ...clean, success: false, numFailedTests: 1, testResults });
  expect(result.output).toBe('b.test.ts\nexpected 1');
  expect(result.skipped).toEqual(['needs a disk']);
});
