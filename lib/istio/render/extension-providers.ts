import { Duration } from 'cdk8s';
import {
  MeshConfig, MeshConfigExtensionProvider, MeshConfigExtensionProviderHttpHeader,
  MeshConfigExtensionProviderServiceAttributeEnrichment as AttributeEnrichment,
  MeshConfigExtensionProviderZipkinTracingProviderTraceContextOption as TraceContext,
} from '../../../imports/istio-mesh-config';
import type {
  DynatraceSamplerIntent, FileLogIntent, LogFormatIntent, LogSinkIntent, OtlpIntent, OtlpLogIntent, SinksIntent, TraceSinkIntent, ZipkinIntent,
} from '../../mesh/private/telemetry/telemetry-intent';
import { unlessNone } from './unless-none';

/**
 * What the mesh configuration says of sinks. As soon as one is a default, Istio takes no default of its own any more, and would measure nothing: so
 * metrics are said with it.
 */
export function sinksConfig({ traces, logs, byDefault }: SinksIntent): MeshConfig {
  const hasDefault = byDefault.traces.length > 0 || byDefault.logs.length > 0;
  const isTraced = traces.length > 0;
  return {
    enableTracing: isTraced ? true : undefined,
    // It turns off the tracer for Zipkin that Istio has by itself.
    defaultConfig: isTraced ? { tracing: {} } : undefined,
    defaultProviders: hasDefault ? { tracing: unlessNone(byDefault.traces), accessLogging: unlessNone(byDefault.logs), metrics: ['prometheus'] } : undefined,
    extensionProviders: unlessNone([...traces.map(traceProvider), ...logs.map(logProvider)]),
  };
}

function traceProvider({ name, definition }: TraceSinkIntent): MeshConfigExtensionProvider {
  return definition!.kind === 'zipkin' ? { name, zipkin: zipkin(definition as ZipkinIntent) } : { name, opentelemetry: openTelemetry(definition as OtlpIntent) };
}

type OpenTelemetry = NonNullable<MeshConfigExtensionProvider['opentelemetry']>;

function openTelemetry(intent: OtlpIntent): OpenTelemetry {
  const { address, headers, maxTagLength, path, sampler, semanticConventions, timeout } = intent;
  const pairs = pairsOf(headers);
  const hasGrpc = path === undefined && (timeout !== undefined || pairs !== undefined);
  return {
    service: address.host,
    port: address.port,
    maxTagLength,
    http: path === undefined ? undefined : { path, timeout: timeout ?? HTTP_TIMEOUT, headers: pairs },
    grpc: hasGrpc ? { timeout, initialMetadata: pairs } : undefined,
    resourceDetectors: detectors(intent),
    serviceAttributeEnrichment: semanticConventions === true ? AttributeEnrichment.OTEL_SEMANTIC_CONVENTIONS : undefined,
    dynatraceSampler: sampler && dynatraceSampler(sampler),
  };
}

/** Istio promises three seconds, and leaves them out; Envoy then refuses all that its proxies are told. */
const HTTP_TIMEOUT = Duration.seconds(3);

function detectors({ detectDynatrace, detectEnvironment }: OtlpIntent): OpenTelemetry['resourceDetectors'] {
  const environment = detectEnvironment === true ? {} : undefined;
  const dynatrace = detectDynatrace === true ? {} : undefined;
  return environment === undefined && dynatrace === undefined ? undefined : { environment, dynatrace };
}

function dynatraceSampler({ api, ...others }: DynatraceSamplerIntent): OpenTelemetry['dynatraceSampler'] {
  return {
    ...others,
    httpService: api && {
      service: api.address.host,
      port: api.address.port,
      http: { path: api.path, timeout: api.timeout ?? HTTP_TIMEOUT, headers: pairsOf(api.headers) },
    },
  };
}

function pairsOf(headers: OtlpIntent['headers'] = {}): MeshConfigExtensionProviderHttpHeader[] | undefined {
  return unlessNone(Object.entries(headers).map(([name, value]) => ({ name, value })));
}

function zipkin({ address, headers, maxTagLength, path, shortTraceIds, timeout, w3c }: ZipkinIntent): NonNullable<MeshConfigExtensionProvider['zipkin']> {
  return {
    service: address.host,
    port: address.port,
    maxTagLength,
    path,
    timeout,
    headers: pairsOf(headers),
    enable64bitTraceId: shortTraceIds === true ? true : undefined,
    traceContextOption: w3c === true ? TraceContext.USE_B3_WITH_W3C_PROPAGATION : undefined,
  };
}

function logProvider({ name, definition }: LogSinkIntent): MeshConfigExtensionProvider {
  return definition!.kind === 'file' ? { name, envoyFileAccessLog: fileLog(definition as FileLogIntent) } : { name, envoyOtelAls: otlpLog(definition as OtlpLogIntent) };
}

function fileLog({ format, omitEmpty: omitEmptyValues, path }: FileLogIntent): NonNullable<MeshConfigExtensionProvider['envoyFileAccessLog']> {
  return { path, logFormat: format && formatOf(format), omitEmptyValues };
}

function otlpLog({ address, attributes, format, logName }: OtlpLogIntent): NonNullable<MeshConfigExtensionProvider['envoyOtelAls']> {
  const body = format && formatOf(format);
  const logFormat = attributes === undefined ? body : { ...body, labels: { ...attributes } };
  return { service: address.host, port: address.port, logName, logFormat };
}

function formatOf(format: LogFormatIntent): { text?: string; labels?: Record<string, unknown> } {
  return 'text' in format ? { text: format.text } : { labels: { ...format.fields } };
}
