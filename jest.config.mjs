/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  transform: {
    '^.+\\.[cm]?[tj]s$': ['@swc/jest', {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    }],
  },
  // Packages that come as ES modules only, and what they need.
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/)'],
  snapshotResolver: '<rootDir>/test/support/snapshot-resolver.cjs',
  collectCoverageFrom: ['lib/**/*.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'html'],
};
