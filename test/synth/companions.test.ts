import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { Istio, MeshApp, MeshAppProps, MeshPlatform, PathNormalization } from '../../lib';
import { addCompanion } from '../../lib/mesh/private/runbook/companions';
import { contentsOf, fill, temporaryFolder } from '../support/folder';

const temporary = temporaryFolder();
const VALUES = 'install/istiod-values.yaml';
const outdir = (...segments: string[]): string => path.join(temporary.path, 'dist', ...segments);
const meshApp = (props: MeshAppProps = {}): MeshApp => new MeshApp({ outdir: outdir(), ...props });
const filesIn = (folder = outdir()): string[] => Object.keys(contentsOf(folder)).filter(file => !file.endsWith('.cdk8s-mesh'));

afterEach(() => ['CDK8S_OUTDIR', 'CDK8S_MESH_REPORT'].forEach(name => delete process.env[name]));

/** A chart with an object, and values beside it. */
function platform(scope: Construct, values?: string, file = VALUES): Chart {
  const chart = new Chart(scope, 'platform', { namespace: 'istio-system' });
  new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
  if (values !== undefined) {
    addCompanion(chart, { path: file, content: () => values });
  }
  return chart;
}

test.each([
  [YamlOutputType.FILE_PER_APP, 'app.k8s.yaml'],
  [YamlOutputType.FILE_PER_CHART, 'platform.k8s.yaml'],
  [YamlOutputType.FILE_PER_RESOURCE, 'istio-system/ConfigMap.settings.k8s.yaml'],
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, 'platform/istio-system/ConfigMap.settings.k8s.yaml'],
])('a file that is no object lies beside the objects in the layout %s, and on the list', (yamlOutputType, objects) => {
  const app = meshApp({ yamlOutputType });
  platform(app, 'a: 1\n');
  app.synth();
  expect(filesIn()).toEqual([VALUES, objects].sort());
  expect(contentsOf(outdir())[VALUES]).toBe('a: 1\n');
  expect(contentsOf(outdir())['.cdk8s-mesh'].split('\n').slice(1)).toEqual([...[VALUES, objects].sort(), '']);
});

test('each environment has its own, and one that is rendered alone leaves the others as they are', () => {
  const render = (values: string, onlyEnvironment?: string): Record<string, string> => {
    const app = meshApp({ onlyEnvironment });
    ['dev', 'prod'].forEach(name => platform(app.environment(name), `${values} ${name}\n`));
    platform(app, `${values} common\n`);
    app.synth();
    return Object.fromEntries(Object.entries(contentsOf(outdir())).filter(([file]) => file.endsWith(VALUES)));
  };
  expect(render('old')).toEqual({ [VALUES]: 'old common\n', [`dev/${VALUES}`]: 'old dev\n', [`prod/${VALUES}`]: 'old prod\n' });
  expect(render('new', 'prod')).toEqual({ [VALUES]: 'old common\n', [`dev/${VALUES}`]: 'old dev\n', [`prod/${VALUES}`]: 'new prod\n' });
});

test('what is not wanted any more is removed with its folder, and what stays the same is not written again', () => {
  const render = (values?: string): void => {
    const app = meshApp();
    platform(app, values);
    app.synth();
  };
  render('a: 1\n');
  process.env.CDK8S_MESH_REPORT = path.join(temporary.path, 'report');
  render('a: 1\n');
  render();
  expect(contentsOf(temporary.path).report.trim().split('\n').map(line => JSON.parse(line) as unknown)).toEqual([
    { folder: outdir(), written: [], unchanged: ['platform.k8s.yaml', VALUES], removed: [], warnings: [] },
    { folder: outdir(), written: [], unchanged: ['platform.k8s.yaml'], removed: [VALUES], warnings: [] },
  ]);
  expect(filesIn()).toEqual(['platform.k8s.yaml']);
});

test('a file beside the objects does not count as one: a folder is not emptied for it without a word', () => {
  const full = meshApp();
  platform(full, 'a: 1\n');
  full.synth();
  const before = contentsOf(outdir());
  const empty = meshApp();
  addCompanion(empty, { path: VALUES, content: () => 'a: 1\n' });
  expect(() => empty.synth()).toThrow('nothing is rendered into this folder itself, so the one file (platform.k8s.yaml) of an earlier run would be removed');
  expect(contentsOf(outdir())).toEqual(before);
});

test('texts are asked for when all validations have passed, and one that throws changes nothing', () => {
  const app = meshApp();
  const problems = ['not ready'];
  platform(app).node.addValidation({ validate: () => problems });
  addCompanion(app, {
    path: 'NOTES.md',
    content: () => {
      throw new Error('no text');
    },
  });
  expect(() => app.synth()).toThrow('[platform] not ready');
  problems.pop();
  expect(() => app.synth()).toThrow(new Error('no text'));
  expect(filesIn(temporary.path)).toEqual([]);
});

test('fails where a file of somebody else stands, or the folder of an environment, or a link', () => {
  fill(outdir(), { [VALUES]: 'by hand' });
  const app = meshApp();
  platform(app, 'a: 1\n');
  expect(() => app.synth()).toThrow(`${outdir(VALUES)}: is in the way of a rendered file: it is not managed by cdk8s-mesh`);

  const clash = meshApp({ outdir: outdir('clash') });
  platform(clash, 'a: 1\n', 'dev/values.yaml');
  platform(clash.environment('dev'));
  expect(() => clash.synth()).toThrow('dev is the folder of an environment');

  fill(outdir('elsewhere'), { 'a.md': '' });
  fill(outdir('linked'), { 'a.md': '' });
  symlinkSync(outdir('elsewhere'), outdir('linked', 'install'));
  const linked = meshApp({ outdir: outdir('linked') });
  platform(linked, 'a: 1\n');
  expect(() => linked.synth()).toThrow('is a symbolic link, but expected a folder');
});

test('fails when two constructs want one file in one environment, with both paths', () => {
  const app = meshApp();
  const prod = app.environment('prod');
  platform(prod, 'a: 1\n');
  addCompanion(new Chart(prod, 'other'), { path: VALUES, content: () => 'a: 2\n' });
  expect(() => app.synth()).toThrow(new Error(`prod/other: would write ${VALUES}, which conflicts with prod/platform. Rename one of the two.`));
});

test('the copy for cdk8s synth, which takes all YAML for manifests, has none', () => {
  process.env.CDK8S_OUTDIR = outdir('build');
  const app = meshApp({ outdir: outdir('out') });
  platform(app, 'a: 1\n');
  app.synth();
  expect([filesIn(outdir('build')), filesIn(outdir('out'))]).toEqual([['platform.k8s.yaml'], [VALUES, 'platform.k8s.yaml']]);
});

test('a stock App knows of objects only', () => {
  const app = new App({ outdir: outdir() });
  platform(app, 'a: 1\n');
  app.synth();
  expect(filesIn()).toEqual(['platform.k8s.yaml']);
});

test('[F008] values for whoever installs the mesh lie beside the objects of its platform, if there are some', () => {
  const app = meshApp({ mesh: Istio.mesh({ pathNormalization: PathNormalization.BASE }) });
  const mesh = new MeshPlatform(app, 'platform');
  mesh.addNamespace('shop');
  app.synth();
  expect(filesIn()).toEqual(['platform.k8s.yaml']);
  mesh.proxyDefaults({ skipJobs: true });
  app.synth();
  expect(contentsOf(outdir())[VALUES]).toBe([
    'sidecarInjectorWebhook:', '  neverInjectSelector:', '    - matchExpressions:', '        - key: job-name', '          operator: Exists', '',
  ].join('\n'));
});
