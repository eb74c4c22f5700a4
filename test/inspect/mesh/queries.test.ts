import { queriesOf } from '../../../lib/inspect/mesh/queries';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

test.each([
  ['alerts', kube('PrometheusRule shop/a', '{groups: [{rules: [{expr: up}, {record: b, expr: 1}]}]}'), ['spec.groups.0.rules.0.expr up']],
  ['templates of Flagger', kube('MetricTemplate shop/a', '{query: up}'), ['spec.query up']],
  ['analyses of Flagger', kube('Canary shop/a', '{analysis: {metrics: [{query: up}]}}'), ['spec.analysis.metrics.0.query up']],
  ['analyses of Argo', kube('AnalysisTemplate shop/a', '{metrics: [{provider: {prometheus: {query: up}}}]}').replace('v1,', 'argoproj.io/v1alpha1,'), [
    'spec.metrics.0.provider.prometheus.query up',
  ]],
  ['dashboards, and the rows in them', '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a.json: \'{"panels": [{"panels": [{"targets": [{"expr": "up"}]}]}]}\'}}', [
    'data.a.json up',
  ]],
  ['dashboards that are objects', '{apiVersion: grafana.integreatly.org/v1beta1, kind: GrafanaDashboard, metadata: {name: a}, spec: {json: \'{"rows": [{"panels": [{"targets": [{"expr": "up"}, {}]}]}]}\'}}', [
    'spec.json up',
  ]],
  ['nothing that is no dashboard', '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a.json: \'{"panels": "up"\', b: up}}', []],
])('the queries of %s', (_, yaml, queries) => {
  expect(queriesOf(objectSet(yaml).all[0]).map(({ place, text }) => `${place.path.join('.')} ${text}`)).toEqual(queries);
});
