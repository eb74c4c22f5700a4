import type { BackendIntent } from './private/backends/backend-intent';

/** What keeps signals, or passes them on: a Jaeger, another collector, whatever takes OpenTelemetry. */
export interface ITelemetryBackend {
  /** @internal */
  _backend(): BackendIntent;
}
