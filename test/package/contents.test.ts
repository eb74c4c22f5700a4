import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { librarySources, PackedPackage, packPackage } from '../support/packed-package';

const MiB = 1024 * 1024;

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

let packed: PackedPackage;
/** the paths in the tarball, but for those of bundled packages */
let own: readonly string[];

beforeAll(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-'));
  try {
    packed = packPackage(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  own = packed.files.map(file => file.path).filter(file => !file.startsWith('node_modules/'));
}, 60_000);

test('the package holds what a user runs, compiles against and reads, and nothing else', () => {
  const wanted = [
    /^(?:\.jsii(?:\.gz)?|CHANGELOG\.md|LICENSE|README\.md|package\.json)$/,
    /^bin\/cdk8s-mesh$/,
    /^build\/cli\/(?:[\w-]+\.cjs|LICENSES\.txt)$/,
    /^build\/(?:lib|imports)\/.+\.(?:js|d\.ts)$/,
    /^build\/outlets\/[\w-]+\.cjs$/,
    /^build\/types\/(?:lib|imports)\/.+\.d\.ts$/,
    /^imports\/schemas\/[\w.-]+$/,
    /^docs\/checks\/[A-Z]+\d+\.md$/,
    /^docs\/checks\/[A-Z]+\d+\/[a-z0-9-]+\.md$/,
  ];
  expect(own.filter(file => !wanted.some(pattern => pattern.test(file)))).toEqual([]);
  expect(wanted.filter(pattern => !own.some(file => pattern.test(file)))).toEqual([]);
});

test('the compiled files and their types are those of the sources: none is missing, none is left over', () => {
  const stems = librarySources().map(file => `build/${file.replace(/\.ts$/, '')}`);
  const compiled = own.filter(file => /^build\/(?:lib|imports)\//.test(file));
  expect([...compiled].sort()).toEqual(stems.flatMap(stem => [`${stem}.d.ts`, `${stem}.js`]).sort());
});

test('every file that package.json promises is there', () => {
  const groups = librarySources().flatMap(file => /^imports\/(.*)\.ts$/.exec(file)?.[1] ?? []);
  const { main, types, bin, exports } = manifest;
  const promised = [main, types, ...Object.values<string>(bin), ...JSON.stringify(exports).match(/(?<="\.\/)[^"]*\.\w+(?=")/g)!];
  const files = new Set(promised.flatMap(file => groups.map(group => file.replace('*', group))));
  expect([...files].filter(file => !own.includes(file))).toEqual([]);
});

test('the dependencies are inside with their licenses and with what they need themselves', () => {
  expect(packed.bundled).toEqual(Object.keys(manifest.dependencies));
  const licenses = packed.files.flatMap(file => /node_modules\/([^/]+)\/LICENSE$/.exec(file.path)?.[1] ?? []);
  expect(licenses.sort()).toEqual(['argparse', 'js-yaml', 're2js']);
});

// Of which the reader of regular expressions takes 0.9, in three forms of one program.
test('the package is small: below 3 MiB to download, 12 MiB on disk', () => {
  expect(packed.size).toBeLessThan(3 * MiB);
  expect(packed.files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(12 * MiB);
});
