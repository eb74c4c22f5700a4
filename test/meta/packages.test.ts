import { readFileSync } from 'node:fs';

test('every package has its reason in docs/decisions/0001-packages.md, and every reason a package', () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const rows = readFileSync('docs/decisions/0001-packages.md', 'utf8').match(/^\| `.*$/gm) ?? [];
  const explained = rows.flatMap(row => row.split('|')[1].match(/[^`, ]+/g) ?? []);
  expect(explained.sort()).toEqual([...new Set(Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }))].sort());
});

test('all versions are exact, but for those of the peers', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
