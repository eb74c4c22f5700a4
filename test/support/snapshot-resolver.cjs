// Snapshots stand in __snapshots__/ at the top level, under the path of their test.
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const tests = path.join(root, 'test');
const snapshots = path.join(root, '__snapshots__');

module.exports = {
  resolveSnapshotPath: (test, extension) => path.join(snapshots, path.relative(tests, test) + extension),
  resolveTestPath: (snapshot, extension) => path.join(tests, path.relative(snapshots, snapshot).slice(0, -extension.length)),
  testPathForConsistencyCheck: path.join(tests, 'charts', 'example.test.ts'),
};
