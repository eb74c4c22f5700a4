import path from 'node:path';
import { ApiObject, App, Chart, Include, Lazy, Testing, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { loadAll } from 'js-yaml';
import { Istio, MeshApp, MeshAppProps, MeshService, Weight } from '../../lib';
import { contentsOf, fill, temporaryFolder } from '../support/folder';

const temporary = temporaryFolder();
const VARIABLES = ['CDK8S_OUTDIR', 'CDK8S_RECORD_CONSTRUCT_METADATA', 'CDK8S_MESH_OUTDIR', 'CDK8S_MESH_ENV', 'CDK8S_MESH_ALLOW_EMPTY', 'CDK8S_MESH_REPORT'];

beforeEach(() => VARIABLES.forEach(name => delete process.env[name]));
afterAll(() => VARIABLES.forEach(name => delete process.env[name]));

function outdir(...segments: string[]): string {
  return path.join(temporary.path, 'dist', ...segments);
}

function meshApp(props: MeshAppProps = {}): MeshApp {
  return new MeshApp({ outdir: outdir(), ...props });
}

function configMap(scope: Construct, name: string, data: Record<string, string> = {}): ApiObject {
  return new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

/** The files that hold objects: without the ownership list. */
function rendered(folder = outdir()): Record<string, string> {
  return Object.fromEntries(Object.entries(contentsOf(folder)).filter(([file]) => !file.endsWith('.cdk8s-mesh')));
}

describe('switching from a stock App', () => {
  test('props and environment variables of App keep their meaning', () => {
    process.env.CDK8S_OUTDIR = 'from-variable';
    expect(new MeshApp().outdir).toBe('from-variable');
    expect(new MeshApp({ outdir: 'from-prop' }).outdir).toBe('from-prop');
    delete process.env.CDK8S_OUTDIR;
    const app = new MeshApp({ outputFileExtension: '.yaml', yamlOutputType: YamlOutputType.FILE_PER_APP });
    expect([app.outdir, app.outputFileExtension, app.yamlOutputType]).toEqual(['dist', '.yaml', YamlOutputType.FILE_PER_APP]);
    expect(app).toBeInstanceOf(App);
    expect(App.of(new Chart(app, 'a'))).toBe(app);
  });

  test('files hold the objects that a stock App renders', () => {
    const build = (app: App): App => {
      const chart = new Chart(app, 'shop', { namespace: 'shop', labels: { team: 'shop' } });
      const second = configMap(chart, 'second', { lazy: Lazy.any({ produce: () => 'late' }) as string });
      second.addDependency(configMap(chart, 'first'));
      fill(temporary.path, { 'include.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: { name: included }\n' });
      new Include(chart, 'include', { url: path.join(temporary.path, 'include.yaml') });
      return app;
    };
    build(meshApp()).synth();
    const expected = build(new App()).node.children.map(chart => (chart as Chart).toJson());
    expect(expected).toHaveLength(1);
    expect(expected[0].map(({ metadata }: { metadata: { name: string } }) => metadata.name)).toEqual(['first', 'second', 'included']);
    expect(loadAll(rendered()['shop.k8s.yaml'])).toEqual(expected[0]);
  });

  test('synthYaml gives all objects as one stream', () => {
    const app = meshApp();
    configMap(new Chart(app, 'a'), 'one');
    configMap(new Chart(app.environment('dev'), 'b'), 'two');
    expect(loadAll(app.synthYaml()).map(nameOf)).toEqual(['one', 'two']);
  });

  test('synthYaml validates', () => {
    const app = meshApp();
    failing(new Chart(app, 'a'));
    expect(() => app.synthYaml()).toThrow('Validation failed with the following errors:\n  [a/failing] is not ready');
  });

  test('charts are sorted, also by what their parts depend on', () => {
    const app = meshApp();
    const [a, b] = [new Chart(app, 'a'), new Chart(app, 'b')];
    configMap(a, 'x').addDependency(configMap(b, 'y'));
    expect(app.charts).toEqual([b, a]);
  });

  test('Testing.synth renders a chart of it', () => {
    const chart = new Chart(meshApp(), 'a');
    configMap(chart, 'one');
    expect(Testing.synth(chart).map(nameOf)).toEqual(['one']);
  });

  test('charts may be in constructs that are no charts', () => {
    const app = meshApp();
    configMap(new Chart(new Construct(app, 'team'), 'shop'), 'one');
    app.synth();
    expect(Object.keys(rendered())).toEqual(['team.shop.k8s.yaml']);
  });
});

describe('files', () => {
  test('are one per chart, named by the ids on the path, without index and hash', () => {
    const app = meshApp();
    const shop = new Chart(app, 'shop');
    configMap(shop, 'one');
    configMap(new Chart(shop, 'db'), 'two');
    configMap(new Chart(app, 'web'), 'three');
    shop.addDependency(app.node.findChild('web'));
    app.synth();
    expect(Object.keys(rendered())).toEqual(['shop.db.k8s.yaml', 'shop.k8s.yaml', 'web.k8s.yaml']);
  });

  test('are the same bytes in every run, and an unchanged file is not written again', () => {
    const build = (): void => {
      const app = meshApp();
      configMap(new Chart(app, 'a'), 'one', { z: '1', a: '2' });
      app.synth();
    };
    build();
    const first = contentsOf(outdir());
    process.env.CDK8S_MESH_REPORT = path.join(temporary.path, 'report');
    build();
    expect(contentsOf(outdir())).toEqual(first);
    expect(report()).toEqual([{ folder: outdir(), written: [], unchanged: ['a.k8s.yaml'], removed: [], warnings: [] }]);
  });

  test('of other charts stay as they are when a chart is added, and a chart that is gone takes its file along', () => {
    const build = (...charts: string[]): Record<string, string> => {
      const app = meshApp();
      charts.forEach(id => configMap(new Chart(app, id), 'one'));
      app.synth();
      return rendered();
    };
    const before = build('a', 'c');
    expect(build('a', 'b', 'c')).toEqual({ ...before, 'b.k8s.yaml': before['a.k8s.yaml'] });
    expect(build('a')).toEqual({ 'a.k8s.yaml': before['a.k8s.yaml'] });
  });
});

describe('nothing is written', () => {
  const before = { 'old.k8s.yaml': 'old' };

  test.each<[string, (app: MeshApp) => void, string]>([
    ['when a validation fails', app => failing(new Chart(app, 'a')), '[a/failing] is not ready'],
    ['when rendering throws half way', app => configMap(new Chart(app, 'z'), 'bad', { lazy: Lazy.any({ produce: () => { throw new Error('no value'); } }) as string }), 'no value'],
    ['when objects depend on each other in a circle', app => circle(new Chart(app, 'a')), 'Dependency cycle detected: a/x => a/y => a/x'],
    ['when two charts would share a file', app => ['a.b', 'a'].forEach(id => configMap(id === 'a' ? new Chart(new Chart(app, 'a'), 'b') : new Chart(app, id), 'x')), 'a/b: would write the file a.b.k8s.yaml, which a.b also writes'],
    ['when another environment cannot be rendered', app => circle(new Chart(app.environment('prod'), 'a')), 'Dependency cycle detected'],
  ])('%s', (_, build, message) => {
    const app = meshApp();
    configMap(new Chart(app, 'fine'), 'one');
    fill(outdir(), before);
    build(app);
    expect(() => app.synth()).toThrow(message);
    expect(contentsOf(outdir())).toEqual(before);
  });

  test('when the folder of one environment cannot be published', () => {
    const app = meshApp();
    configMap(new Chart(app.environment('dev'), 'shop'), 'one');
    configMap(new Chart(app.environment('prod'), 'shop'), 'one');
    const foreign = { 'prod/shop.k8s.yaml': 'not: ours' };
    fill(outdir(), foreign);
    expect(() => app.synth()).toThrow('shop.k8s.yaml');
    expect(contentsOf(outdir())).toEqual(foreign);
  });

  test('when zero objects would replace files, unless asked for', () => {
    const app = meshApp();
    configMap(new Chart(app, 'a'), 'one');
    app.synth();
    const full = contentsOf(outdir());

    expect(() => meshApp().synth()).toThrow('CDK8S_MESH_ALLOW_EMPTY=1');
    expect(contentsOf(outdir())).toEqual(full);

    meshApp({ allowEmpty: true }).synth();
    expect(rendered()).toEqual({});
    configMap(new Chart(app, 'b'), 'one');
    app.synth();
    process.env.CDK8S_MESH_ALLOW_EMPTY = '1';
    meshApp().synth();
    expect(rendered()).toEqual({});
  });
});

describe('environments', () => {
  const build = (data: string, props: MeshAppProps = {}): MeshApp => {
    const app = meshApp(props);
    for (const environment of ['dev', 'prod']) {
      configMap(new Chart(app.environment(environment), 'shop'), 'one', { environment, data });
    }
    configMap(new Chart(app, 'common'), 'two', { data });
    return app;
  };

  test('have a folder each, beside what is in none', () => {
    build('1').synth();
    expect(Object.keys(contentsOf(outdir()))).toEqual(['.cdk8s-mesh', 'common.k8s.yaml', 'dev/.cdk8s-mesh', 'dev/shop.k8s.yaml', 'prod/.cdk8s-mesh', 'prod/shop.k8s.yaml']);
  });

  test.each(['variable', 'prop'])('are rendered one at a time by %s, which leaves the other folders alone', way => {
    build('1').synth();
    const before = contentsOf(outdir());
    if (way === 'variable') {
      process.env.CDK8S_MESH_ENV = 'dev';
    }
    build('2', way === 'prop' ? { onlyEnvironment: 'dev' } : {}).synth();
    const after = contentsOf(outdir());
    expect(Object.keys(after).filter(file => after[file] !== before[file])).toEqual(['dev/shop.k8s.yaml']);
  });

  test('that are not rendered are not validated, what is in none is', () => {
    const only = meshApp({ onlyEnvironment: 'dev' });
    configMap(new Chart(only.environment('dev'), 'shop'), 'one');
    failing(new Chart(only.environment('prod'), 'shop'));
    only.synth();
    failing(new Chart(only, 'common'));
    expect(() => only.synth()).toThrow('[common/failing] is not ready');
  });

  test('the prop counts before the variable', () => {
    process.env.CDK8S_MESH_ENV = 'dev';
    build('1', { onlyEnvironment: 'prod' }).synth();
    expect(Object.keys(rendered())).toEqual(['prod/shop.k8s.yaml']);
  });

  test('fail by an unknown name, with those that are known', () => {
    expect(() => build('1', { onlyEnvironment: 'prd' }).synth())
      .toThrow('environment "prd": this app has no environment of that name. Known environments: "dev", "prod". Correct CDK8S_MESH_ENV');
  });

  test('that the app no longer has keep their folder, with a warning', () => {
    build('1').synth();
    const before = contentsOf(outdir());
    const warnings = jest.spyOn(process, 'emitWarning').mockImplementation();
    const app = meshApp();
    configMap(new Chart(app.environment('dev'), 'shop'), 'one', { environment: 'dev', data: '1' });
    configMap(new Chart(app, 'common'), 'two', { data: '1' });
    app.synth();
    expect(contentsOf(outdir())).toEqual(before);
    expect(warnings.mock.calls).toEqual([[
      `${outdir('prod')} contains files of an environment that this app does not have. Delete the folder if the environment is gone for good.`,
      { type: 'ForgottenEnvironment' },
    ]]);
    warnings.mockRestore();
  });
});

describe('under cdk8s synth', () => {
  test('the folder that the command reads gets a copy, and the output folder no metadata', () => {
    process.env.CDK8S_OUTDIR = path.join(temporary.path, 'build', 'synth');
    process.env.CDK8S_RECORD_CONSTRUCT_METADATA = 'true';
    const app = meshApp();
    configMap(new Chart(app, 'a'), 'one');
    configMap(new Chart(app.environment('dev'), 'b'), 'two');
    app.synth();
    const { 'construct-metadata.json': metadata, ...copy } = rendered(process.env.CDK8S_OUTDIR);
    expect(copy).toEqual(rendered());
    expect(JSON.parse(metadata)).toEqual({
      version: '1.0.0',
      resources: { one: { path: 'a/one' }, two: { path: 'dev/b/two' } },
      folders: { '': { 'ConfigMap one': 'a/one' }, 'dev': { 'ConfigMap two': 'dev/b/two' } },
      published: '../../dist',
    });
  });

  test('the folder exists afterwards even when nothing is rendered', () => {
    process.env.CDK8S_OUTDIR = path.join(temporary.path, 'build');
    meshApp().synth();
    expect(contentsOf(process.env.CDK8S_OUTDIR)).toEqual({});
  });

  test('metadata goes to the output folder when both are one', () => {
    process.env.CDK8S_OUTDIR = outdir();
    const app = meshApp({ recordConstructMetadata: true });
    configMap(new Chart(app, 'a'), 'one');
    app.synth();
    expect(Object.keys(rendered())).toEqual(['a.k8s.yaml', 'construct-metadata.json']);
  });
});

test('an empty CDK8S_OUTDIR is none', () => {
  process.env.CDK8S_OUTDIR = '';
  expect(new MeshApp().outdir).toBe('dist');
});

test('CDK8S_MESH_OUTDIR names another output folder, whatever the program says', () => {
  process.env.CDK8S_MESH_OUTDIR = path.join(temporary.path, 'fresh');
  const app = meshApp();
  configMap(new Chart(app, 'a'), 'one');
  app.synth();
  expect(Object.keys(contentsOf(temporary.path))).toEqual(['fresh/.cdk8s-mesh', 'fresh/a.k8s.yaml']);
});

test('CDK8S_MESH_REPORT gets a line for each folder', () => {
  process.env.CDK8S_MESH_REPORT = path.join(temporary.path, 'report');
  const app = meshApp();
  configMap(new Chart(app.environment('dev'), 'shop'), 'one');
  app.synth();
  expect(report()).toEqual([
    { folder: outdir(), written: [], unchanged: [], removed: [], warnings: [] },
    { folder: outdir('dev'), written: ['shop.k8s.yaml'], unchanged: [], removed: [], warnings: [] },
  ]);
});

function report(): unknown[] {
  return contentsOf(temporary.path).report.trim().split('\n').map(line => JSON.parse(line));
}

function failing(scope: Construct): void {
  new Construct(scope, 'failing').node.addValidation({ validate: () => ['is not ready'] });
}

function circle(scope: Construct): void {
  const [x, y] = [configMap(scope, 'x'), configMap(scope, 'y')];
  x.addDependency(y);
  y.addDependency(x);
}

function nameOf(manifest: unknown): string {
  return (manifest as { metadata: { name: string } }).metadata.name;
}

describe('a runbook', () => {
  const pages = (): string[] => Object.keys(rendered()).filter(file => file.endsWith('.md'));

  test('is written for each folder that has something to say, and goes when nobody wants it', () => {
    const render = (props: MeshAppProps): void => {
      const app = meshApp({ mesh: Istio.mesh(), ...props });
      configMap(new Chart(app, 'common'), 'one');
      new MeshService(new Chart(app.environment('prod'), 'shop', { namespace: 'shop' }), 'web', { image: 'registry.example.com/web:1.4.2', port: 8080 });
      app.synth();
    };
    render({ runbook: true });
    expect(pages()).toEqual(['prod/RUNBOOK.md']);
    expect(rendered()['prod/RUNBOOK.md']).toMatch(/^# Runbook: prod\n[^]*\n### shop\/web\n/);
    render({});
    expect(pages()).toEqual([]);
  });
});

describe('a subset that is removed together with the last route to it', () => {
  /** Two versions, and a third one for a share; undefined: that is gone. */
  const render = (canary?: number, props: MeshAppProps = {}): string[] => {
    const warnings = jest.spyOn(process, 'emitWarning').mockImplementation();
    const app = meshApp({ mesh: Istio.mesh(), ...props });
    const shop = new Chart(app.environment('prod'), 'shop', { namespace: 'shop' });
    const reviews = new MeshService(shop, 'reviews', { image: 'registry.example.com/reviews:1', port: 8080 });
    reviews.addVersion('v2', { image: 'registry.example.com/reviews:2' });
    if (canary !== undefined) {
      const v3 = reviews.addVersion('v3', { image: 'registry.example.com/reviews:3' });
      reviews.traffic.split({ stable: reviews.version('v1'), canary: v3, weight: Weight.percent(canary) });
    }
    app.synth();
    const said = warnings.mock.calls.filter(([, options]) => (options as { type: string }).type === 'RemovedInUse').map(([text]) => String(text));
    warnings.mockRestore();
    return said;
  };
  const removal = 'removes subset "v3" of reviews.shop together with the last reference to it, in VirtualService shop/reviews: proxies that see the removal first fail requests. '
    + 'Split the change in two: apply the routes first, then remove it.';

  test.each([undefined, YamlOutputType.FILE_PER_RESOURCE])('is told once, on stderr and in the report, in the layout %s', yamlOutputType => {
    expect(render(10, { yamlOutputType })).toEqual([]);
    process.env.CDK8S_MESH_REPORT = path.join(temporary.path, 'report');
    expect(render(undefined, { yamlOutputType })).toEqual([`${outdir('prod')}: ${removal}`]);
    expect(report().map(folder => (folder as { warnings: string[] }).warnings)).toEqual([[], [removal]]);
    expect(render(undefined, { yamlOutputType })).toEqual([]);
  });

  test('is nothing to tell when the routes went first', () => {
    expect([10, 0, undefined].map(canary => render(canary))).toEqual([[], [], []]);
  });
});
