import { ApiObject, App, Chart } from 'cdk8s';
import { MeshApp } from '../../../lib';
import { chartOrder } from '../../../lib/delivery/private/chart-order';

const namespaceIn = (chart: Chart, name: string): void => void new ApiObject(chart, `namespace-${name}`, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const objectIn = (chart: Chart, namespace: string): void => void new ApiObject(chart, `in-${namespace}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map', namespace } });

function order(charts: readonly Chart[]): Record<string, string[]> {
  const delivered = charts.map(chart => ({ chart, name: chart.node.path, path: '' }));
  return Object.fromEntries([...chartOrder(delivered)].map(([{ name }, before]) => [name, before.map(other => other.name)]));
}

const charts = (...names: string[]): Chart[] => {
  const app = new App();
  return names.map(name => new Chart(app, name));
};

test('a chart waits for the one that creates a namespace of its objects, unless it does so itself', () => {
  const [one, other] = charts('one', 'other');
  namespaceIn(one, 'shop');
  objectIn(one, 'shop');
  objectIn(other, 'shop');
  expect(order([one, other])).toEqual({ one: [], other: ['one'] });
});

test('a chart waits for what it was told to depend on, as a whole or for one object', () => {
  const [one, other, last] = charts('one', 'other', 'last');
  const object = new ApiObject(one, 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  other.addDependency(object);
  new ApiObject(last, 'object', { apiVersion: 'v1', kind: 'ConfigMap' }).addDependency(other);
  expect(order([one, other, last])).toEqual({ one: [], other: ['one'], last: ['other'] });
});

test.each([[[0, 1, 2]], [[2, 1, 0]]])('charts in a circle of namespaces wait for none of it, in whatever order: %j', positions => {
  const all = charts('one', 'other', 'last');
  [['one', 'other'], ['other', 'one'], ['last', 'one']].forEach(([chart, namespace]) => {
    const found = all.find(({ node }) => node.id === chart)!;
    namespaceIn(found, chart);
    objectIn(found, namespace);
  });
  expect(order(positions.map(position => all[position]))).toEqual({ one: [], other: [], last: ['one'] });
});

test('what was said holds, also where namespaces lead the other way', () => {
  const [one, other] = charts('one', 'other');
  namespaceIn(one, 'shop');
  objectIn(other, 'shop');
  one.addDependency(other);
  expect(order([one, other])).toEqual({ one: ['other'], other: [] });
});

test('namespaces of another environment are those of another cluster', () => {
  const app = new MeshApp();
  const [dev, prod] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop'));
  namespaceIn(dev, 'shop');
  objectIn(prod, 'shop');
  expect(order([dev, prod])).toEqual({ 'dev/shop': [], 'prod/shop': [] });
});
