import { Duration } from 'cdk8s';
import { AlertRule, AlertRuleProps, ControlPlaneQueries } from '../../lib';

const props: AlertRuleProps = { query: ControlPlaneQueries.conflicts(), above: 0, summary: 'Something is in conflict', runbook: 'Look for it.' };

test('says what it asks for', () => {
  const { name, expression } = AlertRule.of('MeshConflict', props);
  expect([name, expression]).toEqual(['MeshConflict', '(sum({__name__=~"pilot_conflict_.+"})) > 0']);
});

test.each<[string, string, Partial<AlertRuleProps>, string]>([
  ['a name that is none', 'mesh conflict', {}, 'AlertRule.of("mesh conflict"): this is not a valid alert name. Use letters and digits, a capital letter first: "HighLatency".'],
  ['no bound', 'MeshConflict', { above: undefined }, 'AlertRule.of("MeshConflict"): has no bound. Set either above or below to a number.'],
  ['two bounds', 'MeshConflict', { below: 1 }, 'AlertRule.of("MeshConflict"): has two bounds. Set either above or below to a number.'],
  ['no number', 'MeshConflict', { above: NaN }, 'AlertRule.of("MeshConflict"): has a bound that is not a number. Set either above or below to a number.'],
  ['no time', 'MeshConflict', { holdFor: Duration.millis(1) }, 'AlertRule.of("MeshConflict"): holdFor cannot be 1 milliseconds. Use a whole number of seconds, at least one.'],
  ['nothing to do about it', 'MeshConflict', { runbook: ' ' }, 'AlertRule.of("MeshConflict"): runbook is empty. Describe the problem in summary, and what to do about it in runbook.'],
  ['half of a template', 'MeshConflict', { summary: '{{ $value' }, 'AlertRule.of("MeshConflict"): summary has unbalanced {{ or }}, and Prometheus does not load such a rule: {{ $value'],
])('%s: an error', (_, name, more, message) => {
  expect(() => AlertRule.of(name, { ...props, ...more })).toThrow(message);
});
