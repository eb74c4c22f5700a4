import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentsOf, fill } from '../support/folder';
import { packPackage } from '../support/packed-package';

const TSC = path.resolve('node_modules/typescript/bin/tsc');
const CDK8S = path.resolve('node_modules/cdk8s-cli/bin/cdk8s');

const main = `\
import { Chart } from 'cdk8s';
import { MeshApp } from 'cdk8s-mesh';
import * as networking from 'cdk8s-mesh/imports/networking.istio.io';

const app = new MeshApp({ outdir: 'dist' });
const shop = new Chart(app.environment('prod'), 'shop', { namespace: 'shop' });
new networking.VirtualService(shop, 'orders', {
  metadata: { name: 'orders' },
  spec: { hosts: ['orders'], http: [{ timeout: '2s', route: [{ destination: { host: 'orders' } }] }] },
});
app.synth();
`;

const manifest = `\
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: orders
  namespace: shop
spec:
  hosts:
    - orders
  http:
    - route:
        - destination:
            host: orders
      timeout: 2s
`;

const RULES = `\
import { defineCheck, Rule } from 'cdk8s-mesh/check';

const rule: Rule = { code: 'ACME001', slug: 'brief-host', severity: 'error', summary: 'A host is short.', aliases: [] };

export const checks = [defineCheck({
  rules: [rule],
  kinds: ['networking.istio.io/VirtualService'],
  * judge({ spec }) {
    for (const host of spec.at('hosts').items()) {
      yield { rule, path: host.path, message: \`"\${host.text}" is short\` };
    }
  },
})];
`;

const MATCHER = `\
import { toPassMeshChecks } from 'cdk8s-mesh/jest';

console.log(toPassMeshChecks('apiVersion: v1\\nkind: Service\\nmetadata: {name: a}\\nspec: {port: 80}\\n', { only: ['CRD'] }).pass);
`;

/** A project of a user: the tarball is really installed; its peers are those that this checkout has, so no registry is asked. */
let project: string;

beforeAll(() => {
  project = realpathSync(mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-')));
  const { file } = packPackage(project);
  fill(project, {
    'package.json': JSON.stringify({ name: 'shop', version: '1.0.0', private: true }),
    'cdk8s.yaml': 'language: typescript\napp: node build/node10/main.js\noutput: build/synth\n',
    'main.ts': main,
    'main.mts': main,
  });
  run('npm', ['install', '--offline', '--legacy-peer-deps', '--no-audit', '--no-fund', file]);
  mkdirSync(path.join(project, 'node_modules/@types'));
  for (const peer of ['cdk8s', 'cdk8s-plus-28', 'constructs', '@types/node']) {
    symlinkSync(path.resolve('node_modules', peer), path.join(project, 'node_modules', peer));
  }
  // As cdk8s init sets a project up.
  compile('main.ts', 'node10', { module: 'CommonJS', moduleResolution: 'node10', ignoreDeprecations: '6.0' });
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs a program in the project; one that fails is an error that shows what it printed. */
function run(program: string, args: readonly string[]): string {
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', CDK8S_OUTDIR: undefined };
  const { error, status, stdout, stderr } = spawnSync(program, args, { cwd: project, env, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${program} ${args.join(' ')} ends with ${status}:\n${error ?? stdout + stderr}`);
  }
  return stdout;
}

/** Compiles a file of the project to build/NAME as strictly as can be: declarations of packages are checked too, and no ambient types help. */
function compile(file: string, name: string, options: Record<string, unknown>): void {
  const strictest = { target: 'ES2022', lib: ['ES2022'], types: [], strict: true, skipLibCheck: false };
  const tsconfig = { compilerOptions: { ...strictest, rootDir: '.', outDir: `build/${name}`, ...options }, files: [file] };
  fill(project, { [`tsconfig.${name}.json`]: JSON.stringify(tsconfig) });
  run(process.execPath, [TSC, '-p', `tsconfig.${name}.json`]);
}

/** The manifests that the project has rendered so far; they are taken away. */
function rendered(folder: string): Record<string, string> {
  const contents = contentsOf(path.join(project, folder));
  rmSync(path.join(project, folder), { recursive: true });
  return Object.fromEntries(Object.entries(contents).filter(([file]) => file.endsWith('.yaml')));
}

test('cdk8s synth publishes to dist, and finds a copy where it looks itself', () => {
  run(process.execPath, [CDK8S, 'synth']);

  expect(rendered('dist')).toEqual({ 'prod/shop.k8s.yaml': manifest });
  expect(rendered('build/synth')).toEqual({ 'prod/shop.k8s.yaml': manifest });
}, 60_000);

test('compiles and runs as CommonJS and as an ES module under the rules of Node', () => {
  compile('main.ts', 'node16', { module: 'node16' });
  run(process.execPath, ['build/node16/main.js']);
  expect(rendered('dist')).toEqual({ 'prod/shop.k8s.yaml': manifest });

  compile('main.mts', 'esm', { module: 'node16' });
  run(process.execPath, ['build/esm/main.mjs']);
  expect(rendered('dist')).toEqual({ 'prod/shop.k8s.yaml': manifest });
}, 60_000);

test('exports what rules of your own are written with, and a matcher for Jest, with types', () => {
  fill(project, { 'rules.ts': RULES, 'matcher.ts': MATCHER });
  for (const module of ['node16', 'CommonJS']) {
    const resolution = module === 'CommonJS' ? { moduleResolution: 'node10', ignoreDeprecations: '6.0' } : {};
    compile('rules.ts', `rules-${module}`, { module, types: ['node'], ...resolution });
    compile('matcher.ts', `matcher-${module}`, { module, types: ['node'], ...resolution });
  }
  fill(project, { 'right.yaml': manifest });

  const program = path.join('node_modules', '.bin', 'cdk8s-mesh');
  expect(() => run(program, ['check', 'right.yaml', '--rules', 'build/rules-node16/rules.js'])).toThrow('ACME001  "orders" is short');
  expect(run(process.execPath, ['build/matcher-node16/matcher.js'])).toBe('false\n');
}, 120_000);

test('validates what cdk8s synth renders', () => {
  const validation = 'package: ./node_modules/cdk8s-mesh/build/outlets/cdk8s-plugin.cjs, version: 0.1.0, class: MeshValidation';
  const properties = 'properties: { rules: [build/rules-node16/rules.js], only: [ACME] }';
  fill(project, { 'cdk8s.yaml': `language: typescript\napp: node build/node10/main.js\noutput: build/synth\nvalidations: [{ ${validation}, ${properties} }]\n` });

  expect(() => run(process.execPath, [CDK8S, 'synth'])).toThrow('Construct Path: prod/shop/orders');
  rendered('dist');
}, 60_000);

test('compiles for a bundler', () => {
  expect(() => compile('main.ts', 'bundler', { module: 'esnext', moduleResolution: 'bundler', noEmit: true })).not.toThrow();
}, 60_000);

test('brings the program cdk8s-mesh, which tells its version, renders the project and judges what it rendered', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const program = path.join('node_modules', '.bin', 'cdk8s-mesh');
  expect(run(program, ['--version'])).toBe(`${version}\n`);

  run(program, ['synth']);

  expect(JSON.parse(run(program, ['check', '--format', 'json', 'dist'])).summary).toMatchObject({ objects: 1, errors: 0 });
  expect(rendered('dist')).toEqual({ 'prod/shop.k8s.yaml': manifest });
  fill(project, { 'wrong.yaml': manifest.replace('hosts:', 'host:') });
  expect(() => run(program, ['check', 'wrong.yaml'])).toThrow('spec.host');
}, 60_000);
