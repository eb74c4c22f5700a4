import { Duration } from 'cdk8s';
import { GrafanaDashboards, MeshApp, MeshRules, Percent, PrometheusRules, ServiceObjective } from '../../lib';
import { found } from '../support/judge';
import { shopChart, webIn } from '../support/shop-chart';

test('our checks of queries find nothing in our rules and dashboards', () => {
  const chart = shopChart();
  const web = webIn(chart);
  const rules = MeshRules.standard({ waypoints: true });
  rules.objective(ServiceObjective.availability(web, { objective: Percent.of(99.9) }));
  rules.objective(ServiceObjective.latency(web, { objective: Percent.of(99), within: Duration.millis(500) }));
  new PrometheusRules(chart, 'mesh', { rules });
  new GrafanaDashboards(chart, 'dashboards');
  expect(found((chart.node.root as MeshApp).synthYaml())).toEqual([]);
});
