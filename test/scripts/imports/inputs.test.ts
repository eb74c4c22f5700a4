import path from 'node:path';
import { allFiles, readInputs } from '../../../scripts/imports/inputs';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();
const FACTS = ['kubernetes', 'istio-history', 'istio-annotations', 'istio-values', 'mesh-config'].map(name => `facts/${name}.json`);

test.each([
  ['wanted, facts are inputs too', true, ['widget.yaml', ...FACTS]],
  ['not wanted, the CRDs are all there is', false, ['widget.yaml']],
])('where schema tables are %s', (_, tables, names) => {
  fill(folder.path, { 'crds/widget.yaml': '', ...Object.fromEntries(FACTS.map(file => [file, '{}'])) });
  const inputs = readInputs({ paths: [path.join(folder.path, 'crds')], facts: path.join(folder.path, 'facts'), tables });
  expect(allFiles(inputs).map(({ name }) => name)).toEqual(names);
});
