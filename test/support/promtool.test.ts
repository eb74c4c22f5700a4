import { promtoolSays, promtoolTest } from './promtool';

promtoolTest().each<[string, string, RegExp]>([
  ['nothing', 'groups: [{name: a, rules: [{record: "a:b", expr: "sum(c)"}]}]', /^$/],
  ['a query that is none', 'groups: [{name: a, rules: [{record: "a:b", expr: "sum(c"}]}]', /parse error: unclosed left parenthesis/],
  ['a template that is none', 'groups: [{name: a, rules: [{alert: A, expr: "c", annotations: {summary: "{{ $value"}}]}]', /unclosed action/],
])('says %s of rules', (_, rules, said) => {
  expect(promtoolSays(['check', 'rules', 'rules.yaml'], { 'rules.yaml': rules })).toMatch(said);
});
