import { telemetry } from '../../../../lib/inspect/checks/webhook/telemetry';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: telemetry, apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry' };

describe('a Telemetry', () => {
  test.each<[string, string, string[]]>([
    ['providers without a name', `tracing: [{providers: [{}]}]
metrics: [{providers: [{name: ""}]}]
accessLogging: [{providers: [{name: a}, {name: ""}]}]`, [
      'telemetry-provider-name | spec.tracing[0].providers[0].name | the provider has no name',
      'telemetry-provider-name | spec.metrics[0].providers[0].name | the provider has no name',
      'telemetry-provider-name | spec.accessLogging[0].providers[1].name | the provider has no name',
    ]],
    ['tracing that is said twice', 'tracing: [{}, {}]', [
      'telemetry-tracing-many | spec.tracing | tracing has 2 entries, but only the first applies',
    ]],
    ['two providers of tracing', 'tracing: [{providers: [{name: a}, {name: b}]}]', [
      'telemetry-tracing-providers-many | spec.tracing[0].providers | 2 providers are named, but only the first receives traces',
    ]],
    ['tags of metrics', `metrics:
- overrides:
  - tagOverrides: {"": {value: a}, a: {}, b: {operation: UPSERT, value: ""}, c: {operation: REMOVE, value: a}}`, [
      'telemetry-metric-tag-value | spec.metrics[0].overrides[0].tagOverrides.a.value | the tag a is set, but has no value',
      'telemetry-metric-tag-value | spec.metrics[0].overrides[0].tagOverrides.b.value | the tag b is set, but has no value',
      'telemetry-metric-tag-removed | spec.metrics[0].overrides[0].tagOverrides.c.value | the tag c is removed, so it cannot have a value',
      'telemetry-metric-tag-name | spec.metrics[0].overrides[0].tagOverrides[""] | the tag has no name',
    ]],
    ['a metric without a name', 'metrics: [{overrides: [{match: {customMetric: ""}}]}]', [
      'telemetry-custom-metric | spec.metrics[0].overrides[0].match.customMetric | the metric has no name',
    ]],
    ['a share of traces that is none', 'tracing: [{randomSamplingPercentage: 100.5}]', [
      'percent | spec.tracing[0].randomSamplingPercentage | 100.5 is not a percentage',
    ]],
    ['tags of traces', `tracing:
- customTags: {"": {literal: {value: a}}, a: {literal: {}}, b: {header: {name: ""}}, c: {environment: {defaultValue: a}}}`, [
      'telemetry-trace-tag | spec.tracing[0].customTags.c.environment.name | the environment of the tag c has no name',
      'telemetry-trace-tag | spec.tracing[0].customTags.b.header.name | the header of the tag b has no name',
      'telemetry-trace-tag | spec.tracing[0].customTags.a.literal.value | the literal of the tag a has no value',
      'telemetry-trace-tag | spec.tracing[0].customTags[""] | the tag has no name',
    ]],
    ['a filter that is no expression', 'accessLogging: [{filter: {expression: "a ==="}}]', [
      "telemetry-log-filter | spec.accessLogging[0].filter.expression | the filter is not CEL: Syntax error: token recognition error at: '='",
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['nothing', '{}'],
    ['all there is', `tracing:
- providers: [{name: a}]
  randomSamplingPercentage: 0.01
  customTags: {a: {literal: {value: a}}, b: {header: {name: a}}, c: {environment: {name: A}}, d: {formatter: {value: "%REQ(A)%"}}}
metrics:
- overrides: [{match: {metric: REQUEST_COUNT}, tagOverrides: {a: {value: a}, b: {operation: REMOVE}}}]
accessLogging: [{filter: {expression: "response.code >= 400 && unknown.name"}}]`],
    ['two access logs with two providers each', 'accessLogging: [{providers: [{name: a}, {name: b}]}, {providers: [{name: c}, {name: d}]}]'],
    ['null where something is expected, which the schema refuses or drops', `tracing: [{providers: [null], customTags: {a: null}}]
metrics: [{overrides: [null, {tagOverrides: {a: null}}]}]`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
