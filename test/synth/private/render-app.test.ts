import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshApp } from '../../../lib';
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

test('fails by an unknown environment where there are none', () => {
  expect(() => renderApp(new MeshApp(), [], { onlyEnvironment: 'dev' })).toThrow('environment "dev": this app has no environment of that name. Known environments: none.');
});
