import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Istio, MeshApp } from '../../lib';
import { toPassMeshChecks } from '../../lib/outlets/jest';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const home = process.cwd();

beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(home));

const right = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace: 'shop' }, spec: { ports: [{ port: 80, name: 'http' }] } };
const wrong = { ...right, spec: { port: 80 } };
const only = ['CRD'];

function chartWith(object: object, scope: Chart | App = Testing.app()): Chart {
  const chart = new Chart(scope, 'shop', { namespace: 'shop' });
  new ApiObject(chart, 'orders', object as any);
  return chart;
}

function meshApp(environments: Readonly<Record<string, object>>): MeshApp {
  const app = new MeshApp({ outdir: folder.path, mesh: Istio.mesh() });
  Object.entries(environments).forEach(([name, object]) => new ApiObject(new Chart(app.environment(name), 'shop', { namespace: 'shop' }), 'orders', object as any));
  return app;
}

function appWith(object: object): App {
  const app = new App({ outdir: folder.path });
  chartWith(object, app);
  return app;
}

function messageOf(received: unknown, properties = {}): string {
  return toPassMeshChecks(received, { only, ...properties }).message();
}

describe('expect(...).toPassMeshChecks()', () => {
  test.each<[string, (object: object) => unknown]>([
    ['a MeshApp', object => meshApp({ prod: object })],
    ['an App', appWith],
    ['a Chart', object => chartWith(object)],
    ['objects', object => [object]],
    ['an object', object => object],
    ['YAML', object => `---\n${JSON.stringify(object)}`],
  ])('of %s passes what is right, and fails on what is wrong', (_, make) => {
    expect(make(right)).toPassMeshChecks({ only });
    expect(make(wrong)).not.toPassMeshChecks({ only });
    expect(() => expect(make(wrong)).toPassMeshChecks({ only })).toThrow('unknown field "port" in spec');
  });

  test('of a path takes the files that are there', () => {
    fill(folder.path, { 'dist/a.yaml': JSON.stringify(right), 'dist/b.yaml': JSON.stringify(wrong) });
    expect('dist/a.yaml').toPassMeshChecks({ only });
    expect(() => expect('dist').toPassMeshChecks({ only })).toThrow('dist/b.yaml:1:');
  });
});

test('the message is the report, with the construct', () => {
  expect(messageOf(meshApp({ dev: right, prod: wrong }))).toBe(`expected no finding of severity error or above:

prod/shop.k8s.yaml:7:3  error  CRD001  unknown field "port" in spec
  Service shop/orders  spec.port
  rendered by prod/shop/orders
  7 |   port: 80
    |   ^
  did you mean "ports"?

1 error, 0 warnings, 0 infos in 2 objects of 2 files`);
});

test('the message of what passes, and should not, says so', () => {
  expect(messageOf(appWith(right), { failOn: 'warning' })).toBe('expected a finding of severity warning or above, or a check that crashes:\n\nno findings in 1 object of 1 file');
});

test('an environment is a complete set, so that what another one has does not help', () => {
  const route = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'orders' }, spec: { hosts: ['orders'], http: [{ route: [{ destination: { host: 'orders' } }] }] } };
  const app = meshApp({ dev: right, prod: route });
  expect(messageOf(app, { only: ['IST0101'] })).toContain('prod/shop.k8s.yaml');
  expect(app).toPassMeshChecks({ only: ['IST0101'], complete: false });
});

test('nothing is written', () => {
  expect(meshApp({ prod: right })).toPassMeshChecks({ only });
  expect(toPassMeshChecks('.', { only }).message()).toContain('no findings in 0 objects of 0 files');
});

test('rules of your own count too', () => {
  fill(folder.path, { 'rules.cjs': 'const rule = { code: "ACME001", slug: "acme", severity: "error", summary: "It is there.", aliases: [] };\nexports.checks = [{ rules: [rule], judge: () => [{ rule, path: [], message: "is there" }] }];\n' });
  expect(messageOf([right], { rules: ['rules.cjs'], only: ['ACME001'] })).toContain('ACME001  is there');
});

test.each<[unknown, string]>([
  [42, 'toPassMeshChecks: this value cannot be checked. Pass a MeshApp, an App or Chart of cdk8s, objects, YAML, or the path of a file or folder.'],
  [undefined, 'toPassMeshChecks: this value cannot be checked.'],
  ['nowhere', 'toPassMeshChecks: nowhere: no such file or folder'],
])('%p is refused', (received, message) => {
  expect(() => toPassMeshChecks(received)).toThrow(message);
});

test('a path that leads nowhere is one error, without the stack of another one', () => {
  const refusal = (): unknown => toPassMeshChecks([right], { meshConfig: 'nowhere.yaml' });
  const thrown = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return [(error as Error).name, (error as Error).message, (error as Error).cause];
    }
  };
  expect(thrown(() => toPassMeshChecks('nowhere'))).toEqual(['Error', 'toPassMeshChecks: nowhere: no such file or folder', undefined]);
  expect(thrown(refusal)).toEqual(['Error', expect.stringMatching(/^toPassMeshChecks: --mesh-config nowhere\.yaml: cannot be read: ENOENT/), undefined]);
});

test('a property that nobody knows is refused', () => {
  expect(() => toPassMeshChecks([right], { onyl: [] } as any)).toThrow('toPassMeshChecks: unknown property "onyl", did you mean only?');
});

describe('what others create', () => {
  const rule = {
    apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'cart', namespace: 'shop' }, spec: { host: 'cart.shop.svc.cluster.local' },
  };
  const says = { only: ['IST'], failOn: 'warning' } as const;

  test.each<[string, () => Chart | App]>([
    ['a MeshApp', () => meshApp({ prod: rule })],
    ['an App', () => appWith(rule)],
    ['a Chart', () => chartWith(rule)],
  ])('is known where a construct in %s says it', (_, make) => {
    expect(make()).not.toPassMeshChecks(says);
    const subject = make();
    subject.node.children[0].node.addMetadata('cdk8s-mesh/provides', 'Secret shop/tls, Service shop/cart');
    expect(subject).toPassMeshChecks(says);
  });

  test('is noted where a construct names what nobody knows', () => {
    const chart = chartWith(wrong);
    chart.node.addMetadata('cdk8s-mesh/provides', 'Secert shop/tls');
    expect(toPassMeshChecks(chart).message()).toContain('cdk8s-mesh: a construct: cdk8s-mesh/provides: "Secert shop/tls": unknown kind Secert; did you mean Secret?');
  });

  test('is known of a folder that an app has written', () => {
    const app = meshApp({ dev: rule, prod: rule });
    app.environment('prod').node.addMetadata('cdk8s-mesh/provides', 'Service shop/cart');
    app.synth();
    expect('prod').toPassMeshChecks(says);
    expect('dev').not.toPassMeshChecks(says);
  });
});

test('checks are those of the analyzers that are named', () => {
  expect(chartWith(wrong)).not.toPassMeshChecks();
  expect(chartWith(wrong)).toPassMeshChecks({ analyzer: ['destinationrule.SubsetSelectPodAnalyzer'] });
});
