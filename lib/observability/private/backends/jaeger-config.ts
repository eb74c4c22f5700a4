import type { ConfigMap } from '../collector/component-intent';
import { ownTelemetry } from '../collector/config-object';

/** The ports of a Jaeger. */
export const JAEGER_PORTS = {
  otlpGrpc: 4317,
  otlpHttp: 4318,
  zipkin: 9411,
  query: 16_686,
  queryGrpc: 16_685,
  metrics: 8888,
  health: 13_133,
} as const;

interface JaegerIntent {
  /** of what keeps the traces */
  readonly storage: ConfigMap;
  /** in front of the paths of its pages */
  readonly basePath?: string;
}

const ALL = '0.0.0.0';
const STORE = 'traces';

/** The configuration of Jaeger 2, which is a collector with a storage and pages of its own. */
export function jaegerConfig({ storage, basePath }: JaegerIntent): ConfigMap {
  const at = (port: number): ConfigMap => ({ endpoint: `${ALL}:${port}` });
  return {
    receivers: {
      otlp: { protocols: { grpc: at(JAEGER_PORTS.otlpGrpc), http: at(JAEGER_PORTS.otlpHttp) } },
      zipkin: at(JAEGER_PORTS.zipkin),
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
      batch: null,
    },
    exporters: { jaeger_storage_exporter: { trace_storage: STORE } },
    extensions: {
      jaeger_storage: { backends: { [STORE]: storage } },
      jaeger_query: {
        ...(basePath === undefined ? {} : { base_path: basePath }),
        storage: { traces: STORE },
        http: at(JAEGER_PORTS.query),
        grpc: at(JAEGER_PORTS.queryGrpc),
      },
      healthcheckv2: { use_v2: true, http: at(JAEGER_PORTS.health) },
    },
    service: {
      extensions: ['jaeger_storage', 'jaeger_query', 'healthcheckv2'],
      pipelines: { traces: { receivers: ['otlp', 'zipkin'], processors: ['memory_limiter', 'batch'], exporters: ['jaeger_storage_exporter'] } },
      telemetry: { resource: { 'service.name': 'jaeger' }, ...ownTelemetry(ALL, JAEGER_PORTS.metrics) },
    },
  };
}
