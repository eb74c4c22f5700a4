import path from 'node:path';
import { readSettings } from '../../lib/cli/settings-file';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();

function settings(text: string): unknown {
  fill(folder.path, { 'mesh.yaml': text });
  return readSettings('--mesh-config', path.join(folder.path, 'mesh.yaml')).value;
}

test('a file holds the fields themselves', () => {
  expect(settings('rootNamespace: mesh\ndefaultConfig: {concurrency: 2}\n')).toEqual({ rootNamespace: 'mesh', defaultConfig: { concurrency: 2 } });
});

test('what it holds has its place', () => {
  fill(folder.path, { 'mesh.yaml': '# the mesh\nrootNamespace: mesh\n' });
  const { document, path: place } = readSettings('--mesh-config', path.join(folder.path, 'mesh.yaml'));
  expect([document.positionOf(['rootNamespace']), place]).toEqual([{ line: 2, column: 1 }, []]);
});

test('an empty file says nothing', () => {
  expect(settings('# later\n')).toEqual({});
});

test.each([
  ['text that is no YAML', 'a: [', /^--mesh-config \S+mesh\.yaml: .+/],
  ['a key that stands twice', 'a: 1\na: 2\n', /^--mesh-config \S+mesh\.yaml: .*"a".*/],
  ['a list', '- a\n', /^--mesh-config \S+mesh\.yaml: expected a mapping; write the fields at the top level, as in `rootNamespace: istio-system`$/],
  ['the ConfigMap that holds them', 'apiVersion: v1\nkind: ConfigMap\ndata: {mesh: "a: 1"}\n',
    /mesh\.yaml: expected only the settings, but found an object of kind ConfigMap; pass the file as an input to check, which reads its mesh settings$/],
])('%s is refused', (_, text, message) => {
  expect(() => settings(text)).toThrow(message);
});

test('a file that is not there is refused', () => {
  expect(() => readSettings('--mesh-networks', 'nowhere.yaml')).toThrow(/^--mesh-networks nowhere\.yaml: cannot be read: ENOENT/);
});
