/** How OpenTelemetry is spoken. The value is that of `OTEL_EXPORTER_OTLP_PROTOCOL`. */
export enum OtlpProtocol {
  GRPC = 'grpc',
  HTTP = 'http/protobuf',
}
