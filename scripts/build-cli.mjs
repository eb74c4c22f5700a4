// Bundles lib/cli and all that it needs into build/cli, so that bin/cdk8s-mesh runs without node_modules: one bundle for the command line
// itself, and one for each command, which is loaded when the command is called. What judges is one bundle, inspect.cjs, for the commands and
// programs that need all of it. Each file of lib/outlets becomes a bundle of its own, which leaves the dependencies of the package outside.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const cli = path.join(root, 'lib', 'cli');
const staging = path.join(root, 'build', `cli-${process.pid}`);

/** `import('./check-command')` becomes `require('./check-command.cjs')`. */
const commandsApart = {
  name: 'commands-apart',
  setup: ({ onResolve }) => onResolve({ filter: /-command$/ }, ({ kind, path: file }) => (
    kind === 'dynamic-import' ? { path: `${file}.cjs`, external: true } : undefined
  )),
};

/**
 * js-yaml as it reads fastest: it copies its options once for each document, and does so in this of its two builds through descriptors,
 * property by property, which takes a fourth of the time of a small document (and half of it in the other build); and by names that are
 * exported as modules do, which are not looked up at each use.
 */
const swiftYaml = {
  name: 'swift-yaml',
  setup: ({ onLoad }) => onLoad({ filter: /js-yaml\.cjs\.js$/ }, ({ path: file }) => ({
    contents: [
      [/(?<=^function _objectSpread2\(e\) \{)$/m, ' return Object.assign(...arguments);'],
      [/^Object\.defineProperty\(exports, .*$/m, ''],
      [/^exports\.(\w+) = (\w+);$/gm, 'export { $2 as $1 };'],
    ].reduce((source, [pattern, replacement]) => {
      if (source.search(pattern) < 0) {
        throw new Error(`${file}: nothing is like ${pattern} any more: look what makes reading fast now`);
      }
      return source.replace(pattern, replacement);
    }, readFileSync(file, 'utf8')),
  })),
};

const common = {
  absWorkingDir: root,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  legalComments: 'none',
  // Names stay, for those who read a stack trace.
  minifySyntax: true,
  minifyWhitespace: true,
};

/** Whoever writes charts has them; what only reads YAML runs without. */
const peers = ['cdk8s', 'cdk8s-plus-28', 'constructs'];

/** Leaves out what the package holds as jsii compiles it: `lib/mesh/match.ts` is `../lib/mesh/match.js` there. */
const libraryApart = {
  name: 'library-apart',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\.?\// }, ({ path: file, resolveDir }) => {
    const place = path.relative(root, path.resolve(resolveDir, file)).split(path.sep).join('/');
    return /^(?:lib\/(?:mesh|istio)\/|imports\/[^/]*$)/.test(place) && !place.endsWith('.json') ? { path: `../${place}.js`, external: true } : undefined;
  }),
};

/** The files of lib/inspect that bundles have asked for, each by the name under which inspect.cjs has what it exports. */
const asked = new Map();

/** Leaves lib/inspect to inspect.cjs, which is found by this path: a second copy would not know the objects of the first. */
const inspectApart = bundle => ({
  name: 'inspect-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\.?\// }, ({ path: file, resolveDir }) => {
      const place = path.relative(root, path.resolve(resolveDir, file)).split(path.sep).join('/');
      return place.startsWith('lib/inspect/') ? { path: place, namespace: 'inspect' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'inspect' }, ({ path: place }) => {
      const name = place.replace(/\W/g, '_');
      asked.set(place, name);
      return { contents: `module.exports = require('${bundle}').${name};`, resolveDir: root };
    });
    onResolve({ filter: /inspect\.cjs$/ }, ({ path: file }) => ({ path: file, external: true }));
  },
});

const PACKED = 'import-yaml-packed-command.ts';
/** Those that need all checks. The others start sooner with a part of lib/inspect of their own. */
const JUDGING = ['check-command.ts', 'codes-command.ts'];
const others = readdirSync(cli).filter(file => file.endsWith('-command.ts') && ![PACKED, ...JUDGING].includes(file));

const alone = await build({
  ...common,
  entryPoints: ['cdk8s-mesh.ts', ...others].map(file => path.join(cli, file)),
  outdir: staging,
  external: peers,
  supported: { 'dynamic-import': false },
  alias: { 'js-yaml': require.resolve('js-yaml') },
  metafile: true,
  plugins: [commandsApart, swiftYaml],
});

await build({
  ...common,
  entryPoints: JUDGING.map(file => path.join(cli, file)),
  outdir: staging,
  external: peers,
  supported: { 'dynamic-import': false },
  plugins: [inspectApart('./inspect.cjs')],
});

await build({
  ...common,
  entryPoints: [path.join(cli, PACKED)],
  outdir: staging,
  external: [...peers, 're2js'],
  alias: { 'js-yaml': require.resolve('js-yaml') },
  plugins: [libraryApart, swiftYaml],
});

const outlets = path.join(root, 'build', 'outlets');
const outletsStaging = path.join(staging, 'outlets');

await build({
  ...common,
  entryPoints: ['lib/outlets/*.ts'],
  entryNames: '[name]',
  outdir: outletsStaging,
  packages: 'external',
  plugins: [inspectApart('../cli/inspect.cjs')],
});

const inspect = await build({
  ...common,
  stdin: { contents: [...asked].sort().map(([place, name]) => `export * as ${name} from './${place}';`).join('\n'), resolveDir: root },
  outfile: path.join(staging, 'inspect.cjs'),
  supported: { 'dynamic-import': false },
  alias: { 'js-yaml': require.resolve('js-yaml') },
  metafile: true,
  plugins: [swiftYaml],
});

const bundled = [alone, inspect].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(path.join(staging, 'LICENSES.txt'), bundledPackages(bundled).map(licenseOf).join('\n'));

publish(outletsStaging, outlets);
rmSync(outletsStaging, { recursive: true });
publish(staging, path.join(root, 'build', 'cli'));
rmSync(staging, { recursive: true });

/** Each file is replaced in one step: another process may be starting from it. */
function publish(from, to) {
  mkdirSync(to, { recursive: true });
  readdirSync(from).forEach(file => renameSync(path.join(from, file), path.join(to, file)));
}

/** The folders of the packages that inputs of the bundles come from. */
function bundledPackages(inputs) {
  return [...new Set(inputs.flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []))].sort();
}

/** Whoever gets a bundle gets the licenses of what is in it. */
function licenseOf(folder) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(path.join(root, folder)).find(entry => /^licen[cs]e/i.test(entry));
  if (file === undefined) {
    throw new Error(`${folder}: a package that is bundled has to bring its license`);
  }
  return `${name} ${version}\n\n${readFileSync(path.join(root, folder, file), 'utf8')}`;
}
