import { Duration } from 'cdk8s';
import {
  TelemetrySpec, TelemetrySpecAccessLogging, TelemetrySpecAccessLoggingMatchMode, TelemetrySpecMetrics, TelemetrySpecMetricsOverrides,
  TelemetrySpecMetricsOverridesMatchMetric as Metric, TelemetrySpecMetricsOverridesMatchMode, TelemetrySpecMetricsOverridesTagOverrides,
  TelemetrySpecMetricsOverridesTagOverridesOperation as Operation, TelemetrySpecTracing, TelemetrySpecTracingCustomTags,
  TelemetrySpecTracingMatchMode,
} from '../../../imports/telemetry.istio.io';
import { MeshMetric } from '../../mesh/mesh-metric';
import { durationText } from '../../mesh/private/duration-text';
import type { LogIntent, MetricChangeIntent, TelemetryIntent, TraceTagIntent, TracingIntent } from '../../mesh/private/telemetry/telemetry-intent';
import { selection } from './selection';
import { unlessNone } from './unless-none';

/** What is seen of some pods, as a Telemetry says it: all in one, since of two Istio would read the older. */
export function telemetrySpec({ pods, tracing, logs, metrics, tcpInterval }: TelemetryIntent): TelemetrySpec {
  return {
    ...selection(pods),
    tracing: tracing && [tracingOf(tracing)],
    metrics: metricsOf(metrics, tcpInterval),
    accessLogging: accessLogging(logs),
  };
}

/** What names no sink takes over that of more pods. Of several entries, Istio warns that it reads one. */
function tracingOf({ isOff, meshTags, propagateContext, sampleByRequestId, sampling, side, sink, tags }: TracingIntent): TelemetrySpecTracing {
  return {
    match: side && { mode: TRACE_SIDES[side] },
    providers: sink === undefined ? undefined : [{ name: sink }],
    randomSamplingPercentage: sampling,
    disableSpanReporting: isOff,
    disableContextPropagation: propagateContext === undefined ? undefined : !propagateContext,
    enableIstioTags: meshTags,
    useRequestIdForTraceSampling: sampleByRequestId,
    customTags: tags && Object.fromEntries([...tags].map(([name, tag]) => [name, customTag(tag)])),
  };
}

function customTag(tag: TraceTagIntent): TelemetrySpecTracingCustomTags {
  switch (tag.from) {
    case 'environment': return { environment: { name: tag.name, defaultValue: tag.fallback } };
    case 'expression': return { formatter: { value: tag.value } };
    case 'header': return { header: { name: tag.name, defaultValue: tag.fallback } };
    default: return { literal: { value: tag.value } };
  }
}

/** An entry that names no sink switches off one of those of more pods, the last: so all are named that are known. */
function accessLogging(logs: TelemetryIntent['logs']): TelemetrySpecAccessLogging[] | undefined {
  if ('off' in logs) {
    return [{ disabled: true, providers: logs.off.length === 0 ? undefined : logs.off.map(name => ({ name })) }];
  }
  return logs.length === 0 ? undefined : logs.map(logOf);
}

function logOf({ filter, side, sink }: LogIntent): TelemetrySpecAccessLogging {
  return {
    match: side && { mode: LOG_SIDES[side] },
    providers: [{ name: sink }],
    filter: filter === undefined ? undefined : { expression: filter },
  };
}

const LOG_SIDES = { client: TelemetrySpecAccessLoggingMatchMode.CLIENT, server: TelemetrySpecAccessLoggingMatchMode.SERVER } as const;
const TRACE_SIDES = { client: TelemetrySpecTracingMatchMode.CLIENT, server: TelemetrySpecTracingMatchMode.SERVER } as const;
const METRIC_SIDES = { client: TelemetrySpecMetricsOverridesMatchMode.CLIENT, server: TelemetrySpecMetricsOverridesMatchMode.SERVER } as const;

function metricsOf(changes: readonly MetricChangeIntent[], tcpInterval?: Duration): TelemetrySpecMetrics[] | undefined {
  if (changes.length === 0 && tcpInterval === undefined) {
    return undefined;
  }
  return [{ overrides: unlessNone(changes.map(override)), reportingInterval: tcpInterval && durationText(tcpInterval) }];
}

function override({ isOff, labels, metric, side }: MetricChangeIntent): TelemetrySpecMetricsOverrides {
  return {
    match: { metric: METRICS[metric], mode: side && METRIC_SIDES[side] },
    disabled: isOff,
    tagOverrides: labels.size === 0 ? undefined : Object.fromEntries([...labels].map(([name, value]) => [name, tagOverride(value)])),
  };
}

function tagOverride(value: string | undefined): TelemetrySpecMetricsOverridesTagOverrides {
  return value === undefined ? { operation: Operation.REMOVE } : { operation: Operation.UPSERT, value };
}

const METRICS: Readonly<Record<MeshMetric, Metric>> = {
  [MeshMetric.ALL]: Metric.ALL_UNDERSCORE_METRICS,
  [MeshMetric.REQUEST_COUNT]: Metric.REQUEST_UNDERSCORE_COUNT,
  [MeshMetric.REQUEST_DURATION]: Metric.REQUEST_UNDERSCORE_DURATION,
  [MeshMetric.REQUEST_SIZE]: Metric.REQUEST_UNDERSCORE_SIZE,
  [MeshMetric.RESPONSE_SIZE]: Metric.RESPONSE_UNDERSCORE_SIZE,
  [MeshMetric.TCP_OPENED]: Metric.TCP_UNDERSCORE_OPENED_UNDERSCORE_CONNECTIONS,
  [MeshMetric.TCP_CLOSED]: Metric.TCP_UNDERSCORE_CLOSED_UNDERSCORE_CONNECTIONS,
  [MeshMetric.TCP_SENT]: Metric.TCP_UNDERSCORE_SENT_UNDERSCORE_BYTES,
  [MeshMetric.TCP_RECEIVED]: Metric.TCP_UNDERSCORE_RECEIVED_UNDERSCORE_BYTES,
  [MeshMetric.GRPC_REQUEST_MESSAGES]: Metric.GRPC_UNDERSCORE_REQUEST_UNDERSCORE_MESSAGES,
  [MeshMetric.GRPC_RESPONSE_MESSAGES]: Metric.GRPC_UNDERSCORE_RESPONSE_UNDERSCORE_MESSAGES,
};
