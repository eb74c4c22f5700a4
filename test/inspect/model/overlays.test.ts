import type { Root } from '../../../lib/inspect/model/kustomized-roots';
import { appliedTogether, familiesOf } from '../../../lib/inspect/model/overlays';

const root = (folder: string, ...places: readonly string[]): Root => ({
  folder, files: places.map(place => ({ place: place.replace(/^\+/, ''), steps: [], isMixedIn: place.startsWith('+') })),
});

/** Families, each as what its members are called and where they lie. */
function families(...roots: readonly Root[]): Array<Record<string, string>> {
  return familiesOf(roots).map(({ members }) => Object.fromEntries([...members].map(([name, { folder }]) => [name, folder])));
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

test('members of one name are applied together, and what has none of it may be there in any form', () => {
  const [orders, pay] = ['orders', 'pay'].map(service => ['dev', 'prod'].map(name => root(`/${service}/${name}`, service)));
  const test_ = root('/pay/test', 'pay');
  const folders = ({ folder }: Root): string => folder;
  expect([...appliedTogether(familiesOf([...orders, ...pay, test_]))].map(({ own, others }) => [own.map(folders), others.map(folders)])).toEqual([
    [['/orders/dev', '/pay/dev'], []],
    [['/orders/prod', '/pay/prod'], []],
    [['/pay/test'], ['/orders/dev', '/orders/prod']],
  ]);
});
