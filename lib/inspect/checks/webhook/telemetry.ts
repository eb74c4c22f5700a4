import type { Field } from '../../mesh/field';
import { parse } from '../../schema/cel/grammar/parse';
import { defineCheck, Judgement } from '../check';
import { broken } from './broken';
import { percent, percentRules } from './primitives/percents';
import { policyTargets, targetRefRules } from './primitives/target-refs';
import { refusal, warning } from './webhook-rules';
import { selectorRules, workloadSelector } from './workload-selector';

const rules = {
  provider: refusal('telemetry-provider-name', 'A provider of telemetry has no name.'),
  tracings: warning('telemetry-tracing-many', 'Tracing has several entries, but only the first applies.'),
  tracers: warning('telemetry-tracing-providers-many', 'Tracing has several providers, but only the first applies.'),
  emptyTag: warning('telemetry-metric-tag-name', 'A tag of a metric has no name.'),
  tagValue: refusal('telemetry-metric-tag-value', 'A tag of a metric is set without a value.'),
  removedTag: refusal('telemetry-metric-tag-removed', 'A tag of a metric is removed, but has a value.'),
  metric: refusal('telemetry-custom-metric', 'A metric is matched by an empty name.'),
  traceTag: refusal('telemetry-trace-tag', 'A tag of traces has no name, or nothing to take its value from.'),
  filter: refusal('telemetry-log-filter', 'The filter of an access log is not a CEL expression.'),
};

/** What the webhook says of a Telemetry. */
export const telemetry = defineCheck({
  rules: [rules, targetRefRules, selectorRules, { percent: percentRules.percent }].flatMap(Object.values),
  analyzer: 'schema.ValidationAnalyzer.Telemetry',
  kinds: ['telemetry.istio.io/Telemetry'],
  everyDocument: true,
  * judge({ spec }) {
    yield* policyTargets(spec);
    yield* workloadSelector(spec.at('selector'), spec.at('selector', 'matchLabels'));
    yield* providersOf(spec);
    yield* metricsOf(spec);
    yield* tracingOf(spec);
    for (const log of spec.at('accessLogging').items()) {
      yield* filterOf(log.at('filter', 'expression'));
    }
  },
});

function* providersOf(spec: Field): Judgement {
  const entries = ['tracing', 'metrics', 'accessLogging'].flatMap(name => spec.at(name).items());
  for (const provider of entries.flatMap(entry => entry.at('providers').items()).filter(({ isSet }) => isSet)) {
    if (!provider.at('name').isFilled) {
      yield broken(rules.provider, provider.at('name'), 'the provider has no name', 'name one of meshConfig.extensionProviders');
    }
  }
}

function* metricsOf(spec: Field): Judgement {
  for (const override of spec.at('metrics').items().flatMap(metrics => metrics.at('overrides').items())) {
    const name = override.at('match', 'customMetric');
    if (name.text === '') {
      yield broken(rules.metric, name, 'the metric has no name', 'name it, or match by metric');
    }
    for (const [tag, field] of override.at('tagOverrides').entries().filter(([, { isSet }]) => isSet)) {
      yield* metricTag(tag, field);
    }
  }
}

function* metricTag(tag: string, field: Field): Judgement {
  const [operation, value] = [field.at('operation').text ?? 'UPSERT', field.at('value')];
  if (tag === '') {
    yield broken(rules.emptyTag, field, 'the tag has no name', 'name it, or remove it');
  }
  if (operation === 'UPSERT' && !value.isFilled) {
    yield broken(rules.tagValue, value, `the tag ${tag} is set, but has no value`, 'write an expression, or operation: REMOVE');
  }
  if (operation === 'REMOVE' && value.isFilled) {
    yield broken(rules.removedTag, value, `the tag ${tag} is removed, so it cannot have a value`, 'remove the value, or write operation: UPSERT');
  }
}

function* tracingOf(spec: Field): Judgement {
  const entries = spec.at('tracing').items();
  if (entries.length > 1) {
    yield broken(rules.tracings, spec.at('tracing'), `tracing has ${entries.length} entries, but only the first applies`, 'merge them into one');
  }
  for (const entry of entries) {
    const providers = entry.at('providers');
    if (providers.items().length > 1) {
      yield broken(rules.tracers, providers, `${providers.items().length} providers are named, but only the first receives traces`, 'keep one');
    }
    yield* percent(entry.at('randomSamplingPercentage'));
    for (const [tag, field] of entry.at('customTags').entries().filter(([, { isSet }]) => isSet)) {
      yield* traceTag(tag, field);
    }
  }
}

/** What a tag of a trace can take its value from, with what has to be said there. */
const SOURCES: Readonly<Record<string, string>> = { literal: 'value', header: 'name', environment: 'name' };

function* traceTag(tag: string, field: Field): Judgement {
  if (tag === '') {
    yield broken(rules.traceTag, field, 'the tag has no name', 'name it, or remove it');
  }
  for (const [source, member] of Object.entries(SOURCES)) {
    const place = field.at(source, member);
    if (field.at(source).isSet && !place.isFilled) {
      yield broken(rules.traceTag, place, `the ${source} of the tag ${tag} has no ${member}`, `write its ${member}`);
    }
  }
}

function* filterOf(expression: Field): Judgement {
  if (!expression.isFilled || expression.text === undefined) {
    return;
  }
  try {
    parse(expression.text);
  } catch (error) {
    yield broken(rules.filter, expression, `the filter is not CEL: ${(error as Error).message}`, 'write an expression such as response.code >= 400');
  }
}
