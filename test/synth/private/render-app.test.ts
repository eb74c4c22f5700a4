import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { GatewayTls, IngressGateway, Istio, MeshApp } from '../../../lib';
import { renderApp } from '../../../lib/synth/private/render-app';

function configMap(scope: Construct, name: string): void {
  new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
}

function sample(): MeshApp {
  const app = new MeshApp();
  configMap(new Chart(app, 'common'), 'one');
  configMap(new Chart(app.environment('dev'), 'shop'), 'two');
  configMap(new Chart(app.environment('prod'), 'shop'), 'three');
  return app;
}

test('the output folder and each environment are rendered apart', () => {
  const app = sample();
  expect(renderApp(app, app.environments).map(({ name, files }) => [name, Object.fromEntries(files)])).toEqual([
    ['', { 'common.k8s.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n' }],
    ['dev', { 'shop.k8s.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: two\n' }],
    ['prod', { 'shop.k8s.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: three\n' }],
  ]);
});

test('one environment is rendered alone', () => {
  const app = sample();
  expect(renderApp(app, app.environments, { onlyEnvironment: 'prod' }).map(({ name, charts }) => [name, charts.map(({ chart }) => chart.node.path)])).toEqual([['prod', ['prod/shop']]]);
});

test('what others create is told of each environment, with what is said outside of all', () => {
  const app = sample();
  app.node.addMetadata('cdk8s-mesh/provides', 'Namespace web');
  app.environment('dev').node.addMetadata('cdk8s-mesh/provides', 'Secret shop/tls, Service web/pay');
  expect(renderApp(app, app.environments).map(({ name, provided }) => [name, provided])).toEqual([
    ['', ['Namespace web']], ['dev', ['Namespace web', 'Secret shop/tls', 'Service web/pay']], ['prod', ['Namespace web']],
  ]);
});

test('fails by an unknown environment where there are none', () => {
  expect(() => renderApp(new MeshApp(), [], { onlyEnvironment: 'dev' })).toThrow('environment "dev": this app has no environment of that name. Known environments: none.');
});

test('two charts of one folder cannot render one object with different content', () => {
  const app = new MeshApp();
  const charts = ['one', 'two'].map(id => new Chart(app.environment('dev'), id));
  const settings = charts.map((chart, index) => new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' }, data: { index } }));
  const problem = 'dev/two/settings: renders ConfigMap shop/settings, which dev/one/settings also renders with different content; only the last of the two would apply. Rename or remove one of them.';
  expect(() => renderApp(app, app.environments)).toThrow(new Error(problem));
  settings[0].addJsonPatch(JsonPatch.replace('/data/index', 1));
  expect(renderApp(app, app.environments).map(({ files }) => [...files.keys()])).toEqual([[], ['one.k8s.yaml', 'two.k8s.yaml']]);
});

test('two gateways of one name, which two charts render into one namespace, are an error', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  ['one', 'two'].forEach(id => new IngressGateway(new Chart(app, id, { namespace: 'ig' }), 'edge', { hostnames: [`${id}.example.com`], tls: GatewayTls.none() }));
  expect(() => renderApp(app, [])).toThrow(/^two\/edge\/Default: renders Gateway.networking.istio.io ig\/edge, which one\/edge\/Default also renders with different content;/);
});
