import path from 'node:path';
import { allFiles, readInputs } from '../../../scripts/imports/inputs';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

test.each([
  ['wanted, facts are inputs too', true, ['widget.yaml', 'facts/kubernetes.json', 'facts/istio-history.json']],
  ['not wanted, the CRDs are all there is', false, ['widget.yaml']],
])('where schema tables are %s', (_, tables, names) => {
  fill(folder.path, { 'crds/widget.yaml': '', 'facts/kubernetes.json': '{}', 'facts/istio-history.json': '{}' });
  const inputs = readInputs({ paths: [path.join(folder.path, 'crds')], facts: path.join(folder.path, 'facts'), tables });
  expect(allFiles(inputs).map(({ name }) => name)).toEqual(names);
});
