import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MeshValidation, ValidationContext, Violation } from '../../lib/outlets/cdk8s-plugin';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();

const CDK8S = path.resolve('node_modules/cdk8s-cli/bin/cdk8s');
const PLUGIN = path.resolve('build/outlets/cdk8s-plugin.cjs');

/** Keeps what it is told. */
class FakeContext implements ValidationContext {
  public readonly violations: Violation[] = [];
  public readonly logged: string[] = [];
  public submitted: unknown[] = [];
  public readonly logger = { log: (message: string) => { this.logged.push(message); } };
  public readonly report = {
    addViolation: (violation: Violation) => { this.violations.push(violation); },
    submit: (...submitted: unknown[]) => { this.submitted = submitted; },
  };

  constructor(public readonly manifests: readonly string[], public readonly metadata: ValidationContext['metadata'] = {}) {}
}

function service(name: string, spec = '{ports: [{port: 80, name: http}]}'): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n`;
}

function route(host: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${host}, namespace: shop}\nspec: {hosts: [${host}], http: [{route: [{destination: {host: ${host}}}]}]}\n`;
}

async function validated(files: Readonly<Record<string, string>>, properties: object = {}): Promise<FakeContext> {
  fill(folder.path, files);
  const manifests = Object.keys(files).filter(file => file.endsWith('.yaml')).map(file => path.join(folder.path, file));
  const context = new FakeContext(manifests, { orders: { path: 'last/orders' } });
  await new MeshValidation(properties).validate(context);
  return context;
}

describe('without cdk8s', () => {
  test('a rule that is broken is a violation, with every object that breaks it', async () => {
    const { violations, submitted } = await validated({ 'a.yaml': `${service('orders', '{port: 80}')}---\n${service('web', '{port: 81}')}` }, { only: ['CRD001'] });

    expect(violations).toEqual([{
      ruleName: 'CRD001 unknown-field (error)',
      recommendation: expect.stringMatching(/^[A-Z].*\.$/),
      fix: expect.stringMatching(/did you mean.*; explained by: cdk8s-mesh codes CRD001$/),
      violatingResources: [
        { resourceName: 'orders', locations: ['Service shop/orders, line 4, spec.port, unknown field "port" in spec'], manifestPath: expect.stringMatching(/a\.yaml$/) },
        { resourceName: 'web', locations: ['Service shop/web, line 9, spec.port, unknown field "port" in spec'], manifestPath: expect.stringMatching(/a\.yaml$/) },
      ],
    }]);
    expect(submitted).toEqual(['failure', { Findings: '2 errors, 0 warnings, 0 infos', Checked: expect.stringMatching(/^2 objects by cdk8s-mesh \d/) }]);
  });

  test('a rule that shares its code is explained by its name, and that of others where they say', async () => {
    const rules = 'const rule = { code: "ACME001", slug: "acme", severity: "error", summary: "It is there.", aliases: [], page: "rules/acme.md" };\nexports.checks = [{ rules: [rule], judge: () => [{ rule, path: [], message: "is there" }] }];\n';
    fill(folder.path, { 'rules.cjs': rules });
    const { violations } = await validated({ 'a.yaml': route('a_b') }, { only: ['IST0106', 'ACME001'], rules: [path.join(folder.path, 'rules.cjs')] });
    expect(violations.map(({ ruleName, fix }) => [ruleName, fix])).toEqual([
      ['ACME001 acme (error)', 'see rules/acme.md'],
      ['IST0106 wildcard-host-name (error)', expect.stringMatching(/; explained by: cdk8s-mesh codes IST0106\/wildcard-host-name$/)],
    ]);
  });

  test('what is right is a success', async () => {
    const { violations, submitted } = await validated({ 'a.yaml': service('orders') });
    expect([violations, submitted[0]]).toEqual([[], 'success']);
  });

  test('an environment is a set of its own, in which nothing is missing; what is outside of environments takes part in each', async () => {
    const lists = { 'dist/.cdk8s-mesh': '', 'dist/dev/.cdk8s-mesh': '', 'dist/prod/.cdk8s-mesh': '' };
    const { violations } = await validated({
      ...lists,
      'dist/all.yaml': service('shared'),
      'dist/dev/a.yaml': `${service('orders')}---\n${route('orders')}---\n${route('shared')}`,
      'dist/prod/a.yaml': route('orders'),
    }, { only: ['IST0101'] });

    expect(violations.flatMap(({ violatingResources }) => violatingResources.map(({ manifestPath }) => path.relative(folder.path, manifestPath)))).toEqual(['dist/prod/a.yaml']);
  });

  test('without an environment at the root, each folder of an app is one too', async () => {
    const { violations } = await validated({
      'dist/dev/.cdk8s-mesh': '', 'dist/prod/.cdk8s-mesh': '', 'dist/dev/a.yaml': service('orders'), 'dist/prod/a.yaml': route('orders'),
    }, { only: ['IST0101'] });
    expect(violations).toHaveLength(1);
  });

  test('objects exist that somebody assumes, and findings need not fail', async () => {
    const { submitted } = await validated({ 'a.yaml': route('orders') }, { only: ['IST0101'], failOn: 'never' });
    expect(submitted[0]).toBe('success');
  });

  test('the construct is named where cdk8s would name another one of the same name', async () => {
    const metadata = { version: '1.0.0', resources: {}, folders: { '': { 'Service shop/orders': 'shop/orders/service' } } };
    const { violations: [violation] } = await validated({ 'construct-metadata.json': JSON.stringify(metadata), 'a.yaml': service('orders', '{port: 80}') }, { only: ['CRD001'] });
    expect(violation.violatingResources[0].locations).toEqual(['Service shop/orders, line 4, spec.port, unknown field "port" in spec, rendered by shop/orders/service']);
  });

  test('nothing rendered is no success: nothing was checked', async () => {
    const { logged, submitted } = await validated({});
    expect(submitted).toEqual(['failure', { Checked: 'nothing' }]);
    expect(logged).toEqual(['cdk8s-mesh: nothing was checked: the app rendered nothing into the output folder of cdk8s.yaml. Write the manifests there too, as a MeshApp does.']);
  });

  test('a property that nobody knows is refused at once', () => {
    expect(() => new MeshValidation({ onyl: ['CRD'] } as any)).toThrow('cdk8s.yaml: properties of MeshValidation: unknown property "onyl", did you mean only?');
  });
});

describe('with cdk8s synth', () => {
  const main = `
    import { ApiObject, Chart } from 'cdk8s';
    import { Istio, MeshApp, MeshPlatform } from 'cdk8s-mesh';
    const app = new MeshApp({ outdir: 'dist', mesh: Istio.mesh() });
    for (const name of ['dev', 'prod']) {
      const chart = new Chart(app.environment(name), 'shop', { namespace: 'shop' });
      new MeshPlatform(app.environment(name), 'platform');
      new ApiObject(chart, 'orders', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { [name === 'prod' ? 'port' : 'ports']: name === 'prod' ? 80 : [{ port: 80, name: 'http' }] } } as any);
    }
    app.synth();
  `;
  const project = path.resolve('.');

  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build-cli.mjs'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  function synth(properties: string): { readonly status: number | null; readonly stdout: string; readonly reports: any } {
    fill(folder.path, {
      'main.ts': main,
      'cdk8s.yaml': `language: typescript\napp: node ${project}/scripts/run.mjs main.ts\noutput: build/synth\nvalidations:\n  - package: ${PLUGIN}\n    version: 0.1.0\n    class: MeshValidation\n    properties: ${properties}\n`,
    });
    const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', CDK8S_OUTDIR: undefined };
    const { status, stdout, stderr } = spawnSync(process.execPath, [CDK8S, 'synth', '--validation-reports-output-file', 'reports.json'], { cwd: folder.path, env, encoding: 'utf8' });
    const file = path.join(folder.path, 'reports.json');
    return { status, stdout: stdout + stderr, reports: JSON.parse(readFileSync(file, 'utf8')) };
  }

  test('a defect of one environment fails the command, and names the construct', () => {
    const { status, stdout, reports: { reports: [report] } } = synth('{ only: [CRD] }');

    expect([status, stdout]).toEqual([2, expect.stringContaining('Validation failed')]);
    expect(report.violations).toEqual([expect.objectContaining({
      ruleName: 'CRD001 unknown-field (error)',
      violatingConstructs: [{
        constructPath: 'prod/shop/orders',
        resourceName: 'orders',
        manifestPath: 'build/synth/prod/shop.k8s.yaml',
        locations: [expect.stringMatching(/^Service shop\/orders, line \d+, spec\.port, unknown field "port" in spec$/)],
      }],
    })]);
    expect(report.summary).toMatchObject({ status: 'failure', metadata: { Findings: '1 error, 0 warnings, 0 infos' } });
  }, 60_000);

  test('without a finding the command succeeds', () => {
    const { status, reports: { reports: [report] } } = synth('{ only: [YAML] }');
    expect([status, report.violations, report.summary.status]).toEqual([0, [], 'success']);
  }, 60_000);
});
