import type { Root } from '../../../lib/inspect/model/kustomized-roots';
import { appliedTogether, familiesOf, FileContents } from '../../../lib/inspect/model/overlays';

const root = (folder: string, ...places: readonly string[]): Root => ({
  folder, isCut: false, files: places.map(place => ({ place: place.replace(/^\+/, ''), steps: [], isMixedIn: place.startsWith('+') })),
});

const ordinary: FileContents = { isCommon: () => false, namesAt: () => [] };

/** Families, each as what its members are called and where they lie. */
function families(...roots: readonly Root[]): Array<Record<string, string>> {
  return familiesWith(ordinary, ...roots);
}

function familiesWith(contents: Partial<FileContents>, ...roots: readonly Root[]): Array<Record<string, string>> {
  const all = familiesOf(roots, { ...ordinary, ...contents });
  return all.map(({ members }) => Object.fromEntries([...members].map(([name, own]) => [name, own.map(({ folder }) => folder).join()])));
}

test('roots that share a file are a family', () => {
  expect(families(root('/dev', 'a'), root('/edge', 'b'), root('/prod', 'a', 'c'))).toEqual([{ dev: '/dev', prod: '/prod' }]);
});

test('they may share it by way of others', () => {
  expect(families(root('/a', 'x'), root('/b', 'y'), root('/c', 'z'), root('/d', 'y', 'z'), root('/e', 'x', 'z'))).toEqual([
    { a: '/a', b: '/b', c: '/c', d: '/d', e: '/e' },
  ]);
});

test('components make no family', () => {
  expect(families(root('/dev', 'a', '+x'), root('/prod', 'b', '+x'))).toEqual([]);
  expect(families(root('/dev', 'x'), root('/prod', '+x'))).toEqual([]);
});

test.each([
  [['/repo/apps/dev', '/repo/apps/prod'], ['dev', 'prod']],
  [['/repo/dev/apps', '/repo/prod/apps'], ['dev', 'prod']],
  [['/repo/dev/eu/apps', '/repo/dev/us/apps', '/repo/prod/eu/apps'], ['dev/eu', 'dev/us', 'prod/eu']],
  [['/repo', '/repo/overlays/dev'], ['', 'overlays/dev']],
  [['/a/a', '/a/a/a'], ['', 'a']],
  [['/overlays/shop-dev', '/overlays/shop-prod'], ['dev', 'prod']],
  [['/shop/development', '/shop/Production'], ['dev', 'prod']],
  [['/shop/dev', '/shop/development', '/shop/prod'], ['dev', '/shop/development', 'prod']],
])('members of %j are called by what distinguishes them', (folders, names) => {
  expect(Object.keys(families(...folders.map(folder => root(folder, 'base')))[0])).toEqual(names);
});

test('what applications have in common makes no family of them, but of folders for environments', () => {
  const isCommon = (place: string): boolean => place === 'common';
  expect(familiesWith({ isCommon }, root('/apps/web', 'common', 'a'), root('/apps/api', 'common', 'b'))).toEqual([]);
  const folders = ['dev', 'web', 'prod'].map(name => root(`/apps/${name}`, 'common'));
  expect(familiesWith({ isCommon }, ...folders)).toEqual([{ dev: '/apps/dev', prod: '/apps/prod' }]);
});

test('folders of environments are a family where one would overwrite what the other applies', () => {
  const namesAt = (place: string): string[] => [place.slice(-1)];
  expect(familiesWith({ namesAt }, root('/dev', '1/a'), root('/prod', '2/a'))).toEqual([{ dev: '/dev', prod: '/prod' }]);
  expect(familiesWith({ namesAt }, root('/dev', '1/a'), root('/prod', '2/b'))).toEqual([]);
  expect(familiesWith({ namesAt }, root('/web', '1/a'), root('/api', '2/a'))).toEqual([]);
  expect(familiesWith({ namesAt }, root('/dev', '1/a'), root('/other/prod', '2/a'))).toEqual([]);
});

test('members of one environment that share nothing are one', () => {
  const [web, api] = ['web', 'api'].map(app => root(`/apps/${app}/overlays/dev`, app));
  const dev = '/apps/web/overlays/dev,/apps/api/overlays/dev';
  expect(families(web, api, root('/clusters/prod', 'web', 'api'))).toEqual([{ dev, prod: '/clusters/prod' }]);
});

test('members of one name are applied together, and what has none of it may be there in any form', () => {
  const [orders, pay] = ['orders', 'pay'].map(service => ['dev', 'prod'].map(name => root(`/${service}/${name}`, service)));
  const test_ = root('/pay/test', 'pay');
  const folders = ({ folder }: Root): string => folder;
  const together = [...appliedTogether(familiesOf([...orders, ...pay, test_], ordinary))];
  expect(together.map(({ own, others }) => [own.map(folders), others.map(folders)])).toEqual([
    [['/orders/dev', '/pay/dev'], []],
    [['/orders/prod', '/pay/prod'], []],
    [['/pay/test'], ['/orders/dev', '/orders/prod']],
  ]);
});
