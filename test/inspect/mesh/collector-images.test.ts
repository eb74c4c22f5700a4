import { collectorImage } from '../../../lib/inspect/mesh/collector-images';

test.each([
  ['otel/opentelemetry-collector:0.91.0', true, 91],
  ['ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:v0.111.0-amd64', true, 111],
  ['localhost:5000/opentelemetry-collector-k8s', true, Infinity],
  ['otel/opentelemetry-collector:0.91.0@sha256:abc', true, 91],
  ['otel/opentelemetry-collector:latest', true, Infinity],
  ['otel/opentelemetry-collector:1.0.0', true, Infinity],
  ['quay.io/signalfx/splunk-otel-collector:0.100.0', false, 100],
  ['example.com/otelcol-custom:0.100.0', false, 100],
])('%s is a collector', (image, isOfProject, minor) => {
  expect(collectorImage(image)).toEqual({ isOfProject, minor });
});

test.each(['', 'nginx:1', 'jaegertracing/jaeger:2.0', 'my-hotel-collector:1'])('%j is none', image => {
  expect(collectorImage(image)).toBeUndefined();
});
