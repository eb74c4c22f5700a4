import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { contentsOf, fill } from '../support/folder';
import { blocksOf } from '../support/markdown';
import { packPackage } from '../support/packed-package';
import { UserProject } from '../support/user-project';
import { refusals } from '../support/valid';

/** What the platform team itself renders with its package, and with what the other team publishes. */
const PAYMENTS = `\
const { MeshApp, MeshService } = require('cdk8s-mesh');
const { AcmeService, MESH, PAYMENTS, TeamChart } = require('acme-platform');
const { ORDERS } = require('./build/contracts');
const app = new MeshApp({ mesh: MESH, outdir: 'payments' });
const chart = new TeamChart(app, 'payments', { namespace: 'payments', owner: 'platform' });
const { service } = new AcmeService(chart, 'payments', { contract: PAYMENTS, image: 'registry.example.com/payments:2.1.0' });
service.access.allowFrom(MeshService.fromContract(ORDERS));
app.synth();
`;

let folder: string;
let platform: UserProject;
let application: UserProject;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-')));
  const { file } = packPackage(folder);
  platform = new UserProject(path.join(folder, 'platform-team'));
  platform.takeFrom('examples/platform-team');
  platform.install([file]);
  platform.run('npm', ['pack', '--offline']);

  application = new UserProject(path.join(folder, 'application-team'));
  application.takeFrom('examples/application-team');
  application.install([file, '../platform-team/acme-platform-1.0.0.tgz']);
  application.run('npm', ['run', 'render']);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package of the platform team passes its own tests', () => {
  const { status, stderr } = platform.ending('npm', ['test']);
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^Tests: .* passed, \d+ total$/m)]);
}, 60_000);

/** What a reader runs, by the page that says it. */
const PAGES = ['docs/reuse.md', 'examples/application-team/README.md', 'examples/platform-team/README.md'];

test.each(PAGES)('the tarballs that %s names are those that are packed, and the scripts are there', page => {
  const [library, ...teams] = ['.', 'examples/platform-team', 'examples/application-team'].map(place => JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')));
  const commands = blocksOf(page).filter(({ language }) => language === 'sh').map(({ text }) => text).join('');
  const packed = [library, teams[0]].map(({ name, version }) => `${name}-${version}.tgz`);
  const scripts = teams.flatMap(team => Object.keys(team.scripts));
  const run = [...commands.matchAll(/npm run ([\w:-]+)|npm (test)/g)].map(([, script, test]) => script ?? test);
  expect([...commands.matchAll(/[\w.-]+\.tgz/g)].map(([tarball]) => tarball).filter(tarball => !packed.includes(tarball))).toEqual([]);
  expect([run.length > 0, run.filter(script => !scripts.includes(script))]).toEqual([true, []]);
});

test('what it packs are its constructs alone, their types, and how to begin', () => {
  const installed = Object.keys(contentsOf(path.join(application.folder, 'node_modules/acme-platform')));
  expect(installed.filter(file => !/^(?:package\.json|README\.md|build\/src\/[a-z-]+(?:\.d\.ts|\.js))$/.test(file))).toEqual([]);
  expect(installed).toEqual(expect.arrayContaining(['build/src/index.d.ts', 'build/src/index.js']));
});

test('the application team renders what lies beside its program, and an API server takes it', () => {
  const rendered = contentsOf(path.join(application.folder, 'dist'));
  expect(rendered).toEqual(contentsOf('examples/application-team/dist'));
  expect(refusals(withoutLists(rendered))).toEqual([]);
  expect(application.ending('npm', ['run', 'check'])).toMatchObject({ status: 0 });
}, 60_000);

test('an owner that is forgotten does not compile', () => {
  fill(application.folder, { 'wrong/main.ts': 'import { TeamChart } from \'acme-platform\';\nexport const chart = (app: any) => new TeamChart(app, \'a\', { namespace: \'a\' });\n' });
  const { status, stdout } = application.ending('node_modules/.bin/tsc', ['--noEmit', '--module', 'node16', '--ignoreConfig', 'wrong/main.ts']);
  expect([status, stdout]).toEqual([2, expect.stringContaining('Property \'owner\' is missing')]);
}, 60_000);

test('a package with a copy of cdk8s-mesh of its own renders the same', () => {
  const modules = path.join(application.folder, 'node_modules');
  const copy = path.join(modules, 'acme-platform/node_modules/cdk8s-mesh');
  cpSync(path.join(modules, 'cdk8s-mesh'), copy, { recursive: true });
  try {
    const loaded = application.run(process.execPath, ['-e', 'require("./build/main.js"); console.log(Object.keys(require.cache).filter(file => file.endsWith("cdk8s-mesh/build/lib/index.js")).length)']);
    expect(loaded).toBe('2\n');
    expect(contentsOf(path.join(application.folder, 'dist'))).toEqual(contentsOf('examples/application-team/dist'));
  } finally {
    rmSync(copy, { recursive: true });
  }
}, 60_000);

test('the one team lets in, by the contract of the other, whom the other calls as', () => {
  fill(application.folder, { 'payments.js': PAYMENTS });
  application.run(process.execPath, ['payments.js']);

  const files = ['dist/shop.k8s.yaml', 'payments/payments.k8s.yaml'].map(file => readFileSync(path.join(application.folder, file), 'utf8'));
  const objects = files.flatMap(text => loadAll(text) as any[]);
  const specs = (wanted: string, named: string): unknown[] =>
    objects.filter(({ kind, metadata: { name } }) => kind === wanted && name === named).map(({ spec }) => spec);
  expect(specs('Sidecar', 'orders')).toEqual([expect.objectContaining({
    egress: [{ hosts: ['payments/payments.payments.svc.cluster.local', 'istio-system/*'] }],
  })]);
  expect(specs('AuthorizationPolicy', 'payments')).toContainEqual(expect.objectContaining({
    rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/orders'] } }] }],
  }));
}, 60_000);

function withoutLists(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file.endsWith('.yaml')));
}
