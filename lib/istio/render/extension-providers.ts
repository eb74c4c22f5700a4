import {
  MeshConfig, MeshConfigExtensionProvider, MeshConfigExtensionProviderServiceAttributeEnrichment as AttributeEnrichment,
  MeshConfigExtensionProviderZipkinTracingProviderTraceContextOption as TraceContext,
} from '../../../imports/istio-mesh-config';
import type {
  FileLogIntent, LogFormatIntent, LogSinkIntent, OtlpIntent, OtlpLogIntent, SinksIntent, TraceSinkIntent, ZipkinIntent,
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

function openTelemetry(intent: OtlpIntent): NonNullable<MeshConfigExtensionProvider['opentelemetry']> {
  const { address, detectEnvironment, headers = {}, maxTagLength, path, semanticConventions, timeout } = intent;
  const pairs = unlessNone(Object.entries(headers).map(([name, value]) => ({ name, value })));
  const hasGrpc = path === undefined && (timeout !== undefined || pairs !== undefined);
  return {
    service: address.host,
    port: address.port,
    maxTagLength,
    http: path === undefined ? undefined : { path, timeout, headers: pairs },
    grpc: hasGrpc ? { timeout, initialMetadata: pairs } : undefined,
    resourceDetectors: detectEnvironment === true ? { environment: {} } : undefined,
    serviceAttributeEnrichment: semanticConventions === true ? AttributeEnrichment.OTEL_SEMANTIC_CONVENTIONS : undefined,
  };
}

function zipkin({ address, maxTagLength, path, shortTraceIds, w3c }: ZipkinIntent): NonNullable<MeshConfigExtensionProvider['zipkin']> {
  return {
    service: address.host,
    port: address.port,
    maxTagLength,
    path,
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

function otlpLog({ address, format, logName }: OtlpLogIntent): NonNullable<MeshConfigExtensionProvider['envoyOtelAls']> {
  return { service: address.host, port: address.port, logName, logFormat: format && formatOf(format) };
}

function formatOf(format: LogFormatIntent): { text?: string; labels?: Record<string, unknown> } {
  return 'text' in format ? { text: format.text } : { labels: { ...format.fields } };
}
