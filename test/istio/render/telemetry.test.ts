import { Duration } from 'cdk8s';
import { telemetrySpec } from '../../../lib/istio/render/telemetry';
import { MeshMetric } from '../../../lib/mesh/mesh-metric';
import { ObservedSide } from '../../../lib/mesh/observed-side';
import type { TelemetryIntent, TraceTagIntent, TracingIntent } from '../../../lib/mesh/private/telemetry/telemetry-intent';

const PODS = { namespace: 'shop', podLabels: { app: 'web' } };

function specWith(said: Partial<TelemetryIntent>): unknown {
  const { selector, ...spec } = telemetrySpec({ pods: PODS, logs: [], metrics: [], ...said });
  expect(selector).toEqual({ matchLabels: { app: 'web' } });
  return spec;
}

test.each<[TracingIntent, object]>([
  [{ sink: 'otel' }, { providers: [{ name: 'otel' }] }],
  [{ sampling: 0 }, { randomSamplingPercentage: 0 }],
  [{ isOff: true }, { disableSpanReporting: true }],
  [{ isOff: false }, { disableSpanReporting: false }],
  [{ side: ObservedSide.SERVER }, { match: { mode: 'SERVER' } }],
  [{ propagateContext: true }, { disableContextPropagation: false }],
  [
    { propagateContext: false, meshTags: false, sampleByRequestId: false },
    { disableContextPropagation: true, enableIstioTags: false, useRequestIdForTraceSampling: false },
  ],
])('[F062] of traces, %j is one entry', (tracing, entry) => {
  expect(specWith({ tracing })).toEqual({ tracing: [entry] });
});

test.each<[TraceTagIntent, object]>([
  [{ from: 'literal', value: '1' }, { literal: { value: '1' } }],
  [{ from: 'expression', value: '%PROTOCOL%' }, { formatter: { value: '%PROTOCOL%' } }],
  [{ from: 'header', name: 'x-user-id', fallback: 'anonymous' }, { header: { name: 'x-user-id', defaultValue: 'anonymous' } }],
  [{ from: 'environment', name: 'CLUSTER' }, { environment: { name: 'CLUSTER' } }],
])('[F061] a tag %j', (tag, custom) => {
  expect(specWith({ tracing: { tags: new Map([['a', tag]]) } })).toEqual({ tracing: [{ customTags: { a: custom } }] });
});

test.each<[TelemetryIntent['logs'], object]>([
  [[{ sink: 'a' }, { sink: 'b', side: ObservedSide.CLIENT }], [{ providers: [{ name: 'a' }] }, { providers: [{ name: 'b' }], match: { mode: 'CLIENT' } }]],
  [[{ sink: 'a', filter: 'true' }], [{ providers: [{ name: 'a' }], filter: { expression: 'true' } }]],
  [{ off: [] }, [{ disabled: true }]],
  [{ off: ['a', 'b'] }, [{ disabled: true, providers: [{ name: 'a' }, { name: 'b' }] }]],
])('[F079] logs %j', (logs, accessLogging) => {
  expect(specWith({ logs })).toEqual({ accessLogging });
});

test.each<[Partial<TelemetryIntent>, object]>([
  [{ tcpInterval: Duration.seconds(5) }, { reportingInterval: '5s' }],
  [{ metrics: [{ metric: MeshMetric.ALL, isOff: true, labels: new Map() }] }, { overrides: [{ match: { metric: 'ALL_METRICS' }, disabled: true }] }],
  [
    { tcpInterval: Duration.millis(1), metrics: [{ metric: MeshMetric.TCP_SENT, labels: new Map([['a', undefined], ['b', 'c']]) }] },
    { reportingInterval: '1ms', overrides: [{ match: { metric: 'TCP_SENT_BYTES' }, tagOverrides: { a: { operation: 'REMOVE' }, b: { operation: 'UPSERT', value: 'c' } } }] },
  ],
])('metrics are one entry', (said, entry) => {
  expect(specWith(said)).toEqual({ metrics: [entry] });
});

test('what is not said is not there', () => {
  expect(specWith({})).toEqual({});
});
