import { Chart, Testing, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { layOut } from '../../../lib/synth/private/layout';
import { Manifest } from '../../../lib/synth/private/manifest';
import { RenderedChart, RenderedObject } from '../../../lib/synth/private/rendered-chart';

const { FILE_PER_APP, FILE_PER_CHART, FILE_PER_RESOURCE, FOLDER_PER_CHART_FILE_PER_RESOURCE } = YamlOutputType;
const app = Testing.app();

function object(manifest: Manifest, origin = 'origin'): RenderedObject {
  return { manifest, origin };
}

function service(name: string, namespace?: string): RenderedObject {
  return object({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } }, `of/${name}`);
}

function chart(path: string, ...objects: RenderedObject[]): RenderedChart {
  const scopes = path.split('/');
  const scope = scopes.slice(0, -1).reduce<Construct>((parent, id) => new Construct(parent, id), Testing.app());
  return { chart: new Chart(scope, scopes.at(-1)!), objects };
}

function names(charts: RenderedChart[], outputType: YamlOutputType): Record<string, (string | undefined)[]> {
  const scope = charts[0]?.chart.node.root ?? app;
  return Object.fromEntries([...layOut(charts, { outputType, extension: '.k8s.yaml', scope })].map(([file, objects]) => [file, objects.map(({ manifest }) => manifest.metadata?.name)]));
}

test('one file per chart is named by the ids below the folder, and an empty chart has none', () => {
  expect(names([chart('shop', service('a'), service('b')), chart('empty')], FILE_PER_CHART)).toEqual({ 'shop.k8s.yaml': ['a', 'b'] });
  expect(names([chart('team/shop', service('a'))], FILE_PER_CHART)).toEqual({ 'team.shop.k8s.yaml': ['a'] });
});

test('one file holds all objects in the order of the charts', () => {
  expect(names([chart('b', service('2')), chart('a', service('1'))], FILE_PER_APP)).toEqual({ 'app.k8s.yaml': ['2', '1'] });
});

test('one file per object lies in the folder of its namespace and is told apart by kind, group and name', () => {
  const gateways = ['networking.istio.io/v1', 'gateway.networking.k8s.io/v1'].map(apiVersion => object({ apiVersion, kind: 'Gateway', metadata: { name: 'web', namespace: 'shop' } }));
  expect(Object.keys(names([chart('shop', service('web', 'shop'), service('web', 'other'), service('web'), ...gateways)], FILE_PER_RESOURCE))).toEqual([
    'shop/Service.web.k8s.yaml', 'other/Service.web.k8s.yaml', 'Service.web.k8s.yaml', 'shop/Gateway.networking.istio.io.web.k8s.yaml', 'shop/Gateway.gateway.networking.k8s.io.web.k8s.yaml',
  ]);
});

test('a folder per chart holds a file per object, so that two charts may render objects of one name', () => {
  const charts = ['a', 'b'].map(id => chart(id, service('web', 'shop')));
  expect(charts.flatMap(one => Object.keys(names([one], FOLDER_PER_CHART_FILE_PER_RESOURCE)))).toEqual(['a/shop/Service.web.k8s.yaml', 'b/shop/Service.web.k8s.yaml']);
});

test.each(['../../etc/passwd', '..', '.', '.hidden', 'a/b', 'a\0b', 'größe', 'x'.repeat(300)])('the name %j stays one file below its folder', name => {
  const [file] = Object.keys(names([chart('shop', service(name, name))], FILE_PER_RESOURCE));
  const segments = file.split('/');
  expect(segments).toHaveLength(2);
  segments.forEach(segment => expect(segment).toMatch(/^[A-Za-z0-9_%-][A-Za-z0-9._%-]{0,253}$/));
});

test('fails when two objects are one', () => {
  const twice = [service('web', 'shop'), object({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' } }, 'of/other')];
  expect(() => names([chart('shop', ...twice)], FILE_PER_RESOURCE))
    .toThrow('of/other: would write the file shop/Service.web.k8s.yaml, which of/web also writes. Rename or remove one of the two objects.');
});

test('fails when two charts would share a file, also on a disk that ignores case', () => {
  const scope = Testing.app();
  const both = (one: Chart, other: Chart): RenderedChart[] => [one, other].map(of => ({ chart: of, objects: [service('a')] }));
  const [dotted, nested, upper] = [new Chart(scope, 'a.b'), new Chart(new Construct(scope, 'a'), 'b'), new Chart(scope, 'A.B')];
  expect(() => names(both(dotted, nested), FILE_PER_CHART)).toThrow('a/b: would write the file a.b.k8s.yaml, which a.b also writes. Rename one of the two charts.');
  expect(() => names(both(dotted, upper), FILE_PER_CHART))
    .toThrow('A.B: would write A.B.k8s.yaml, and a.b a.b.k8s.yaml, which are the same file on a case-insensitive file system. Rename one of the two.');
});

test.each<[string, Manifest]>([
  ['metadata.name', { apiVersion: 'v1', kind: 'Service' }],
  ['kind', { apiVersion: 'v1', metadata: { name: 'web' } }],
])('fails on an object without %s that needs a file of its own', (missing, manifest) => {
  expect(() => names([chart('shop', object(manifest, 'shop/odd'))], FILE_PER_RESOURCE))
    .toThrow(`shop/odd: an object without ${missing} cannot have its own file. Add it, or render one file per chart.`);
  expect(() => names([chart('shop', object(manifest))], FILE_PER_CHART)).not.toThrow();
});

test('fails when files without an extension would be in the way of folders', () => {
  const cluster = object({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }, 'of/shop');
  const within = object({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'namespace.shop' } }, 'of/web');
  const layout = (extension: string): unknown => layOut([chart('shop', within, cluster)], { outputType: FILE_PER_RESOURCE, extension, scope: app });
  expect(() => layout('.yaml')).not.toThrow();
  expect(() => layout('')).toThrow('of/web: would write namespace.shop/Service.web below Namespace.shop, which is the file of of/shop. Rename one of the two, or give files an extension.');
});

test('an extension cannot lead to another folder', () => {
  const shop = chart('shop', service('web'));
  const layouts = [FILE_PER_APP, FILE_PER_CHART, FILE_PER_RESOURCE].map(outputType => ({ outputType, extension: '/../../x', scope: shop.chart.node.root }));
  expect(layouts.flatMap(layout => [...layOut([shop], layout).keys()])).toEqual(['app%2F..%2F..%2Fx', 'shop%2F..%2F..%2Fx', 'Service.web%2F..%2F..%2Fx']);
});
