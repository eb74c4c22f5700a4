import { istioObject, RuleExamples } from '../rule-examples';

const telemetry = (spec: string): string => istioObject('telemetry.istio.io/v1', 'Telemetry', spec);
const tag = (name: string, fields: string): string => telemetry(`metrics:\n- overrides:\n  - tagOverrides: {${name}: {${fields}}}`);
const tracing = (fields: string): string => telemetry(`tracing:\n- {${fields}}`);
const filter = (expression: string): string => telemetry(`accessLogging:\n- filter: {expression: "${expression}"}`);

/** The rules of the webhook for a Telemetry. */
export const telemetryExamples: RuleExamples = {
  'telemetry-provider-name': { bad: tracing('providers: [{name: ""}]'), good: tracing('providers: [{name: otel}]') },
  'telemetry-tracing-many': {
    bad: telemetry('tracing:\n- randomSamplingPercentage: 5\n- providers: [{name: otel}]'),
    good: tracing('randomSamplingPercentage: 5, providers: [{name: otel}]'),
  },
  'telemetry-tracing-providers-many': {
    bad: tracing('providers: [{name: otel}, {name: zipkin}]'),
    good: tracing('providers: [{name: otel}]'),
  },
  'telemetry-metric-tag-name': { bad: tag('""', 'value: request.host'), good: tag('host', 'value: request.host') },
  'telemetry-metric-tag-value': { bad: tag('host', ''), good: tag('host', 'value: request.host') },
  'telemetry-metric-tag-removed': { bad: tag('host', 'operation: REMOVE, value: request.host'), good: tag('host', 'operation: REMOVE') },
  'telemetry-custom-metric': {
    bad: telemetry('metrics:\n- overrides:\n  - match: {customMetric: ""}'),
    good: telemetry('metrics:\n- overrides:\n  - match: {customMetric: orders}'),
  },
  'telemetry-trace-tag': { bad: tracing('customTags: {zone: {literal: {value: ""}}}'), good: tracing('customTags: {zone: {literal: {value: eu}}}') },
  'telemetry-log-filter': { bad: filter('response.code >='), good: filter('response.code >= 400') },
  'percent': { bad: tracing('randomSamplingPercentage: 101'), good: tracing('randomSamplingPercentage: 100') },
};
