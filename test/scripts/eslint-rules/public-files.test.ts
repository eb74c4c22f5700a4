import { fill, temporaryFolder } from '../../support/folder';

const { publicFiles } = require('../../../scripts/eslint-rules/public-files.cjs');

const folder = temporaryFolder();

test('the public files are those that the index exports from, also through other index files', () => {
  fill(folder.path, {
    'lib/index.ts': 'export { Percent } from "./mesh/percent"; export * as istio from "./istio"; import { hidden } from "./mesh/hidden"; export { App } from "cdk8s";',
    'lib/istio/index.ts': 'export { Sidecar } from "./sidecar";',
    'lib/istio/sidecar.ts': 'export class Sidecar {}',
    'lib/mesh/percent.ts': 'import { hidden } from "./hidden"; export class Percent {}',
    'lib/mesh/hidden.ts': 'export const hidden = 1;',
  });
  expect(publicFiles(folder.path, 'lib/index.ts')).toEqual(['lib/index.ts', 'lib/mesh/percent.ts', 'lib/istio/index.ts', 'lib/istio/sidecar.ts']);
});

test('without an index nothing is public', () => {
  expect(publicFiles(folder.path, 'lib/index.ts')).toEqual([]);
});
