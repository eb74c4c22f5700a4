import { OtelExporter, ZipkinExporterProps } from './otel-exporter';
import type { BackendIntent } from './private/backends/backend-intent';
import { Signal } from './signal';
import { ITelemetryBackend } from './telemetry-backend';

/** A Zipkin, for who has one. What is new shall rather take OpenTelemetry. */
export class ZipkinBackend implements ITelemetryBackend {
  /** One by its full name. @throws when the host, the port, the path or a header is none */
  public static host(props: ZipkinExporterProps): ZipkinBackend {
    return new ZipkinBackend({ signals: [Signal.TRACES], host: props.host, exporter: OtelExporter.zipkin(props) });
  }

  private constructor(private readonly intent: BackendIntent) {}

  /** @internal */
  public _backend(): BackendIntent {
    return this.intent;
  }
}
