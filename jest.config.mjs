/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Of two cores both; what a worker keeps of a thousand test files would slow it down.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1.5GB',
  // Beside another test a program takes its time.
  testTimeout: 20_000,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  transform: {
    '^.+\\.[cm]?[tj]s$': ['@swc/jest', {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    }],
  },
  snapshotResolver: '<rootDir>/test/support/snapshot-resolver.cjs',
  collectCoverageFrom: ['lib/**/*.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'html'],
};
