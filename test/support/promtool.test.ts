import { spawnSync } from 'node:child_process';
import { Prometheus } from '../../lib';
import { promtool, PROMETHEUS_VERSION, promtoolSays, promtoolTest, renderedPromtoolTest } from './promtool';
import { objectsOf } from './shop-chart';
import { stackChart } from './stack-chart';

promtoolTest().each<[string, string, RegExp]>([
  ['nothing', 'groups: [{name: a, rules: [{record: "a:b", expr: "sum(c)"}]}]', /^$/],
  ['a query that is none', 'groups: [{name: a, rules: [{record: "a:b", expr: "sum(c"}]}]', /parse error: unclosed left parenthesis/],
  ['a template that is none', 'groups: [{name: a, rules: [{alert: A, expr: "c", annotations: {summary: "{{ $value"}}]}]', /unclosed action/],
])('says %s of rules', (_, rules, said) => {
  expect(promtoolSays(['check', 'rules', 'rules.yaml'], { 'rules.yaml': rules })).toMatch(said);
});

test('the version that is meant is the one that is rendered', () => {
  const chart = stackChart();
  new Prometheus(chart, 'prometheus');
  expect(objectsOf(chart, 'Deployment')[0].spec.template.spec.containers[0].image).toBe(`prom/prometheus:v${PROMETHEUS_VERSION}`);
});

renderedPromtoolTest()(`rules are run by promtool ${PROMETHEUS_VERSION}, in which a time does not have its first moment`, () => {
  expect(spawnSync(promtool()!, ['--version'], { encoding: 'utf8' }).stdout).toContain(`version ${PROMETHEUS_VERSION}`);
  const world = { interval: '1m', input_series: [{ series: 'a', values: '1x10' }], promql_expr_test: [{ expr: 'count_over_time(a[5m])', eval_time: '10m', exp_samples: [{ labels: '{}', value: 5 }] }] };
  expect(promtoolSays(['test', 'rules', 'test.yaml'], { 'test.yaml': JSON.stringify({ tests: [world] }) })).toBe('');
});
