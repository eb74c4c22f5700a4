import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const files = renderedBy('examples/S1-authz/main.ts');
const objects = loadAll(files['otlp-system.k8s.yaml']) as any[];

test('[F041] [F043] the namespace takes mutual TLS alone, the collector both', () => {
  expect(objects.filter(({ kind }) => kind === 'PeerAuthentication').map(({ metadata: { name, namespace }, spec }) => [`${namespace}/${name}`, spec])).toEqual([
    ['otlp-system/default', { mtls: { mode: 'STRICT' } }],
    ['otlp-system/otlp-collector', { mtls: { mode: 'PERMISSIVE' }, selector: { matchLabels: { app: 'otlp-collector' } } }],
  ]);
});

// The document knows the path of traces over HTTP alone.
test('[F045] [F054] the collector lets in what a service hands over in either way, and who reads its metrics', () => {
  expect(objects.filter(({ kind }) => kind === 'AuthorizationPolicy')).toEqual(load(`
    - apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: otlp-collector, namespace: otlp-system}
      spec:
        selector: {matchLabels: {app: otlp-collector}}
        rules:
        - from: [{source: {principals: [cluster.local/ns/default/sa/app1]}}]
          to: [{operation: {methods: [POST], ports: ["4318"], paths: [/v1/traces, /v1/metrics, /v1/logs]}}]
        - from: [{source: {principals: [cluster.local/ns/default/sa/app1]}}]
          to:
          - operation:
              ports: ["4317"]
              paths:
              - /opentelemetry.proto.collector.trace.v1.TraceService/Export
              - /opentelemetry.proto.collector.metrics.v1.MetricsService/Export
              - /opentelemetry.proto.collector.logs.v1.LogsService/Export
        - from: [{source: {namespaces: [monitoring]}}]
          to: [{operation: {methods: [GET], ports: ["8888"], paths: [/metrics]}}]
  `));
});
