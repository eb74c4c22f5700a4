import { Dashboard, GrafanaDashboards, IstioQueries, MeshApp } from '../../lib';
import { objectsOf, shopChart } from '../support/shop-chart';
import { refusals } from '../support/valid';

test('[F083] each dashboard is in a ConfigMap of its own, with the label that the sidecar of Grafana looks for, and fits', () => {
  const chart = shopChart();
  const { configMapNames } = new GrafanaDashboards(chart, 'dashboards');
  const maps = objectsOf(chart, 'ConfigMap');
  expect(maps.map(({ metadata: { name } }) => name)).toEqual(configMapNames);
  expect(maps.map(({ metadata: { labels }, data }) => [labels, Object.keys(data)])).toEqual(['mesh', 'service', 'workload', 'performance', 'control-plane', 'canary'].map(slug => [{ grafana_dashboard: '1' }, [`${slug}.json`]]));
  expect(maps.map(({ data }) => Object.values<string>(data)[0])).toEqual(Dashboard.standard().map(({ json }) => json));
  expect(maps.filter(map => Buffer.byteLength(JSON.stringify(map)) > 1024 * 1024)).toEqual([]);
  expect(refusals({ 'shop.yaml': (chart.node.root as MeshApp).synthYaml() })).toEqual([]);
});

test('the labels can be others', () => {
  const chart = shopChart();
  new GrafanaDashboards(chart, 'dashboards', { dashboards: [Dashboard.mesh()], labels: { dashboards: 'shop' } });
  expect(objectsOf(chart, 'ConfigMap').map(({ metadata: { labels } }) => labels)).toEqual([{ dashboards: 'shop' }]);
});

test('two of one address are refused, with both titles', () => {
  const own = Dashboard.of('Service', { description: 'One of ours', rows: [{ title: 'All', panels: [{ title: 'Requests', queries: [IstioQueries.requestRate()] }] }] });
  expect(() => new GrafanaDashboards(shopChart(), 'dashboards', { dashboards: [Dashboard.service(), own] }))
    .toThrow(new Error('shop/dashboards: two dashboards have the uid cdk8s-mesh-service: "Mesh: Service" and "Service". Give each its own title.'));
});

test('a second ConfigMap of the name is refused, with both paths', () => {
  const chart = shopChart();
  new GrafanaDashboards(chart, 'dashboards', { dashboards: [Dashboard.mesh()] });
  expect(() => new GrafanaDashboards(chart, 'others', { dashboards: [Dashboard.mesh()] }))
    .toThrow('shop/others: "shop/dashboards/mesh" has the ConfigMap "grafana-dashboard-mesh" in the namespace "shop" already, and one would replace the other. Give one of the two another name.');
});

test('what does not fit into a ConfigMap is refused', () => {
  const panel = { title: 'Requests', queries: [IstioQueries.requestRate()] };
  const large = Dashboard.of('Large', { description: 'All', rows: [{ title: 'All', panels: Array.from({ length: 2000 }, () => panel) }] });
  expect(() => new GrafanaDashboards(shopChart(), 'dashboards', { dashboards: [large] })).toThrow(/^shop\/dashboards: the dashboard "Large" has \d+ bytes, but a ConfigMap holds at most 1000000\. Split it in two\.$/);
});
