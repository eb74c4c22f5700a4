import { load } from 'js-yaml';
import { AlertRule, ControlPlaneQueries, MeshApp, MeshRules, PrometheusRules } from '../../lib';
import { objectsOf, shopChart } from '../support/shop-chart';
import { refusals } from '../support/valid';

test('[F078] an object for the operator holds what the file for a Prometheus without one holds', () => {
  const chart = shopChart();
  const rules = MeshRules.standard();
  new PrometheusRules(chart, 'mesh', { rules, labels: { release: 'kube-prometheus-stack' } });
  const [{ metadata, spec }] = objectsOf(chart, 'PrometheusRule');
  expect(metadata).toEqual({ name: 'mesh', namespace: 'shop', labels: { release: 'kube-prometheus-stack' } });
  expect(spec).toEqual(load(rules.files['mesh-rules.yaml']));
  expect(refusals({ 'shop.yaml': (chart.node.root as MeshApp).synthYaml() })).toEqual([]);
});

test('what is said later is in it', () => {
  const chart = shopChart();
  const rules = MeshRules.empty();
  new PrometheusRules(chart, 'mesh', { rules, objectName: 'shop-rules' });
  rules.alert(AlertRule.of('MeshConflict', { query: ControlPlaneQueries.conflicts(), above: 0, summary: 'Conflict', runbook: 'Look.' }));
  const [{ metadata: { name }, spec: { groups } }] = objectsOf(chart, 'PrometheusRule');
  expect([name, groups.map((group: any) => group.name)]).toEqual(['shop-rules', ['mesh-alerts']]);
});

test('without rules it is an error', () => {
  const chart = shopChart();
  new PrometheusRules(chart, 'mesh', { rules: MeshRules.empty() });
  expect(() => (chart.node.root as MeshApp).synthYaml()).toThrow('shop/mesh: there are no rules. Use MeshRules.standard(), or add some.');
});

test('a second object of the name is refused, with both paths', () => {
  const chart = shopChart();
  const rules = MeshRules.standard();
  new PrometheusRules(chart, 'mesh', { rules });
  expect(() => new PrometheusRules(chart, 'other', { rules, objectName: 'mesh' }))
    .toThrow('shop/other: "shop/mesh" has the PrometheusRule "mesh" in the namespace "shop" already, and one would replace the other. Give one of the two another name.');
});
