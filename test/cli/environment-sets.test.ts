import path from 'node:path';
import { environmentSets, FileSet } from '../../lib/cli/environment-sets';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const home = process.cwd();

beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(home));

function setsOf(names: readonly string[], lists: Readonly<Record<string, string>>): FileSet[] {
  const published = Object.entries(lists).map(([place, text]) => [path.join(place, '.cdk8s-mesh'), text]);
  fill(folder.path, { ...Object.fromEntries(names.map(name => [name, ''])), ...Object.fromEntries(published) });
  return environmentSets([...names, '<stdin>'].map(name => new SourceFile(name, '')));
}

const filesOf = (names: readonly string[], lists: Readonly<Record<string, string>>): string[][] => (
  setsOf(names, lists).map(({ files }) => files.map(({ name }) => name))
);

test.each([
  ['files of nobody are one set', ['a.yaml', 'shop/b.yaml'], {}, [['a.yaml', 'shop/b.yaml', '<stdin>']]],
  ['so are those of an app without environments, whatever its layout', ['dist/a.yaml', 'dist/shop/b.yaml'], { dist: '' }, [['dist/a.yaml', 'dist/shop/b.yaml', '<stdin>']]],
  [
    'each environment is a set, with what its app renders outside, and with files of nobody',
    ['a.yaml', 'dist/b.yaml', 'dist/dev/c.yaml', 'dist/prod/shop/d.yaml'], { 'dist': '', 'dist/dev': '', 'dist/prod': '' },
    [['a.yaml', 'dist/b.yaml', 'dist/dev/c.yaml', '<stdin>'], ['a.yaml', 'dist/b.yaml', 'dist/prod/shop/d.yaml', '<stdin>']],
  ],
  [
    'apps are sets of their own',
    ['one/dist/a.yaml', 'two/dist/b.yaml', 'two/dist/dev/c.yaml'], { 'one/dist': '', 'two/dist': '', 'two/dist/dev': '' },
    [['one/dist/a.yaml', '<stdin>'], ['two/dist/b.yaml', 'two/dist/dev/c.yaml', '<stdin>']],
  ],
  [
    'values of an installation belong to their environment, and the file for istioctl counts where there are none alone',
    ['dist/dev/a.yaml', 'dist/dev/install/istio-operator.yaml', 'dist/dev/install/istiod-values.yaml', 'dist/prod/install/istio-operator.yaml'],
    { 'dist/dev': '', 'dist/prod': '' },
    [['dist/dev/a.yaml', 'dist/dev/install/istiod-values.yaml', '<stdin>'], ['dist/prod/install/istio-operator.yaml', '<stdin>']],
  ],
])('%s', (_, names, lists, expected) => {
  expect(filesOf(names, lists)).toEqual(expected);
});

test('each environment knows what it needs and does not hold, a single file of it too', () => {
  expect(setsOf(['dist/dev/a.yaml', 'dist/prod/b.yaml'], {
    'dist/dev': '# title\r\n# provided: Secret shop/tls\r\na.yaml\r\n', 'dist/prod': '# provided: Service shop/cart\n# provided: Service shop/web\nb.yaml\n',
  }).map(({ assumed, saidBy }) => [saidBy, ...assumed])).toEqual([
    ['dist/dev/.cdk8s-mesh', 'Secret shop/tls'], ['dist/prod/.cdk8s-mesh', 'Service shop/cart', 'Service shop/web'],
  ]);
});
