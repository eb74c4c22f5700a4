import { samplingValueCheck } from '../../../../lib/inspect/checks/mesh/sampling-value';
import { judge } from '../../../support/judge';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const telemetry = (place: string, tracing: string): string => kube(`Telemetry ${place}`, `{tracing: [{${tracing}}]}`);
const tagged = (value: string): string => `customTags: {environment: {literal: {value: ${value}}}}`;
const running = (place: string, env: string): string => deployment(place, { container: `env: [${env}]` });
const config = (tracing: string): string => kube('IstioOperator istio-system/mesh', `{meshConfig: {defaultConfig: {tracing: {${tracing}}}}}`);
const sampled = (path: string, name: string): string => `warning ${path}: all requests of the environment ${name} are traced, which costs every proxy and the collector`;
const percentage = 'spec.tracing[0].randomSamplingPercentage';
const sampling = 'spec.meshConfig.defaultConfig.tracing.sampling';

/** A collector with a processor. */
const collector = (processor: string): string => {
  const pipelines = `{traces: {receivers: [otlp], processors: [${processor}], exporters: [debug]}}`;
  const text = `{receivers: {otlp: {}}, processors: {${processor}: {}}, exporters: {debug: {}}, service: {pipelines: ${pipelines}}}`;
  return `{apiVersion: opentelemetry.io/v1beta1, kind: OpenTelemetryCollector, metadata: {name: collector, namespace: obs}, spec: {config: ${text}}}`;
};

/** A Telemetry of production with the provider that leads to a collector of the operator. */
const sentTo = (name: string): string => together(
  kube('IstioOperator istio-system/mesh', `{meshConfig: {extensionProviders: [{name: otel, opentelemetry: {service: ${name}-collector.obs.svc.cluster.local, port: 4317}}]}}`),
  telemetry('shop/orders', `providers: [{name: otel}], randomSamplingPercentage: 100, ${tagged('production')}`),
);
const tail = collector('tail_sampling');
const logging = collector('batch').replace('name: collector', 'name: logging');
const legacy = (host: string): string => config(`sampling: 100, zipkin: {address: "${host}.obs:9411"}, ${tagged('production')}`);

ruleCases(samplingValueCheck, [
  ['all requests of production, where the collector that decides of whole traces gets none', together(sentTo('logging'), logging, tail), [sampled(percentage, 'production')]],
  ['all requests of production, where the tracer of the proxies leads elsewhere', together(legacy('logging-collector'), logging, tail), [sampled(sampling, 'production')]],
  ['all requests of production, by a tag', telemetry('shop/orders', `randomSamplingPercentage: 100, ${tagged('production')}`), [sampled(percentage, 'production')]],
  ['all requests of production, by a variable of the pods', together(telemetry('shop/orders', 'randomSamplingPercentage: 100'), running('shop/orders', '{name: ENV, value: prod}')), [
    sampled(percentage, 'prod'),
  ]],
  ['all requests of production, by an attribute of the pods', together(
    telemetry('istio-system/mesh', 'randomSamplingPercentage: 100'), running('shop/orders', '{name: OTEL_RESOURCE_ATTRIBUTES, value: "team=a,deployment.environment=production"}'),
  ), [sampled(percentage, 'production')]],
  ['all requests of production, by the mesh config', config(`sampling: 100, ${tagged('production')}`), [sampled(sampling, 'production')]],
  ['all requests of production, of which a collector looks at each span', together(telemetry('shop/orders', `randomSamplingPercentage: 100, ${tagged('production')}`), collector('probabilistic_sampler')), [
    sampled(percentage, 'production'),
  ]],
  ['a fraction', telemetry('shop/orders', 'randomSamplingPercentage: 0.1'), [`warning ${percentage}: 0.1 is read as 0.1 percent, and looks like a fraction`]],
  ['a fraction for all', config('sampling: 1'), [`warning ${sampling}: 1 is read as 1 percent, and looks like a fraction for all requests`]],
], [
  ['all requests of nobody knows where', telemetry('shop/orders', 'randomSamplingPercentage: 100')],
  ['all requests of a test', telemetry('shop/orders', `randomSamplingPercentage: 100, ${tagged('staging')}`)],
  ['all requests where the pods disagree', together(
    telemetry('shop/orders', 'randomSamplingPercentage: 100'), running('shop/orders', '{name: ENV, value: prod}'), running('shop/web', '{name: ENV, value: dev}'),
  )],
  ['production of another namespace', together(telemetry('shop/orders', 'randomSamplingPercentage: 100'), running('lab/orders', '{name: ENV, value: prod}'))],
  ['a part of the requests of production', telemetry('shop/orders', `randomSamplingPercentage: 10, ${tagged('production')}`)],
  ['all requests of production, for a collector that decides of whole traces', together(telemetry('shop/orders', `randomSamplingPercentage: 100, ${tagged('production')}`), collector('tail_sampling/errors'))],
  ['all requests of production, which the provider leads to such a collector', together(sentTo('collector'), logging, tail)],
  ['all requests of production, which the tracer of the proxies leads to such a collector', together(legacy('collector-collector'), logging, tail)],
  ['all requests of production, where such a collector is there and the provider leads nobody knows where', together(sentTo('elsewhere'), logging, tail)],
  ['one percent', telemetry('shop/orders', 'randomSamplingPercentage: 1')],
  ['none', config('sampling: 0')],
]);

test('the repair names the collector to which the spans do not come', () => {
  const repairs = [together(sentTo('logging'), logging, tail), together(sentTo('logging'), logging)].map(yaml => judge(yaml, { checks: [samplingValueCheck] }).findings[0].repair);
  expect(repairs).toEqual([
    'sample 10 percent or less, or point the provider at the collector with tail_sampling, which does not receive these spans', 'sample 10 percent or less',
  ]);
});
