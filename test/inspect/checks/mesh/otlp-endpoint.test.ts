import { otlpEndpointCheck } from '../../../../lib/inspect/checks/mesh/otlp-endpoint';
import { documents, flowObject, service } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [otlpEndpointCheck];

interface App {
  readonly env?: string;
  readonly others?: string;
  readonly pod?: string;
  readonly annotations?: string;
}

const app = (value: string, { env = '', others = '', pod = '', annotations = '' }: App = {}): string => {
  const container = `{name: app, image: "app:1", env: [{name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "${value}"}, ${env}]}`;
  const template = `{metadata: {annotations: {${annotations}}}, spec: {containers: [${container}, ${others}], ${pod}}}`;
  return flowObject('apps/v1', 'Deployment', ['shop/app', `template: ${template}`]);
};
const messages = (yaml: string, complete = false): string[] => judge(yaml, { checks, set: { complete } }).findings.map(({ message }) => message);

test('[F141] an application that sends to a proxy is found', () => {
  expect(found(app('http://localhost:4317'), { checks })).toEqual([
    'MESH022 otlp-endpoint | Deployment shop/app | spec.template.spec.containers[0].env[0].value'
    + ' | no other container of the pod listens on http://localhost:4317, and the mesh proxy is not a collector',
  ]);
});

const NO_OTHER = 'no other container of the pod listens on';
test.each([
  ['127.0.0.1:4317', `${NO_OTHER} 127.0.0.1:4317, and the mesh proxy is not a collector`],
  ['http://[::1]:4317', `${NO_OTHER} http://[::1]:4317, and the mesh proxy is not a collector`],
  ['https://localhost', `${NO_OTHER} https://localhost, and the mesh proxy is not a collector`],
  ['http://user:secret@localhost:4317', `${NO_OTHER} http://localhost:4317, and the mesh proxy is not a collector`],
  ['http://localhost:15020', 'http://localhost:15020 is the Prometheus endpoint of the proxy, which does not accept telemetry'],
  ['http://a.b.c.d:80/stats/prometheus', 'http://a.b.c.d:80/stats/prometheus is the Prometheus endpoint of the proxy, which does not accept telemetry'],
])('%s is none of a collector', (value, message) => {
  expect(messages(app(value))).toEqual([message]);
});

test('another container that listens is a collector, whatever it is called', () => {
  expect(messages(app('http://localhost:4317', { others: '{name: agent, image: "agent:1", ports: [{containerPort: 4317}]}' }))).toEqual([]);
  expect(messages(app('http://localhost:4317', { others: '{name: agent, image: "agent:1", ports: [{containerPort: 4318}]}' }))).toHaveLength(1);
});

const obs = service('obs/collector', 'app: collector');
describe('a Service', () => {
  test.each([
    ['by a short name of another namespace', 'http://collector:4317', 'collector is not a Service in namespace shop, but in obs'],
    ['that is not in its namespace', 'http://otel.obs.svc.cluster.local:4317', 'namespace obs has no Service otel'],
    ['that is not there, by two names', 'http://otel.obs:4317', 'namespace obs has no Service otel'],
    ['that is not there, by three', 'otel.obs.svc:4317', 'namespace obs has no Service otel'],
  ])('%s is found', (_, value, message) => {
    expect(messages(documents(app(value), obs))).toEqual([message]);
  });

  test('by a short name is found where the input is everything', () => {
    expect([messages(app('http://collector:4317')), messages(app('http://collector:4317'), true)]).toEqual([
      [], ['collector is not a Service in namespace shop'],
    ]);
  });

  test('of a namespace that the input does not show is not judged', () => {
    const { findings, undecided } = judge(app('http://otel.obs.svc.cluster.local:4317'), { checks });
    expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['namespace obs']]);
  });
});

test.each([
  ['grpc', 'http://collector.obs:4318', 'http://collector.obs:4318 is the port for HTTP, but the application uses grpc'],
  ['http/protobuf', 'http://collector.obs:4317', 'http://collector.obs:4317 is the port for gRPC, but the application uses http/protobuf'],
])('who speaks %s does not send to %s', (protocol, value, message) => {
  expect(messages(documents(app(value, { env: `{name: OTEL_EXPORTER_OTLP_PROTOCOL, value: ${protocol}}` }), obs))).toEqual([message]);
});

test('signals have addresses and protocols of their own', () => {
  const env = '{name: OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, value: "http://collector.obs:4317"}, {name: OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, value: http/protobuf},'
    + ' {name: OTEL_EXPORTER_OTLP_PROTOCOL, value: grpc}';
  expect(judge(documents(app('http://collector.obs:4317', { env }), obs), { checks }).findings.map(({ path }) => path)).toEqual([
    'spec.template.spec.containers[0].env[1].value',
  ]);
});

test.each([
  ['a Service that is there', documents(app('http://collector.obs.svc.cluster.local:4317'), obs)],
  ['a Service of its own namespace', documents(app('http://collector:4317'), service('shop/collector', 'app: collector'), obs)],
  ['a Service that Flagger makes', documents(app('http://collector:4317'), obs, flowObject('flagger.app/v1beta1', 'Canary', ['shop/a', 'service: {name: collector}']))],
  ['a host outside', documents(app('https://otlp.example.com:443'), obs)],
  ['a host outside with one dot', documents(app('https://example.com'), obs)],
  ['a host that a ServiceEntry provides', documents(app('http://otel.obs'), obs, flowObject('networking.istio.io/v1', 'ServiceEntry', ['shop/a', 'hosts: [otel.obs]']))],
  ['an address', app('http://10.0.0.1:4317')],
  ['what is known in the cluster alone', app('http://$(HOST_IP):4317')],
  ['what is no address', app('::: what')],
  ['nothing', app('')],
  ['a collector in the pod', app('http://localhost:4317', { others: '{name: c, image: "otel/opentelemetry-collector:0.91.0"}' })],
  ['a collector that starts before it', app('http://localhost:4317', { pod: 'initContainers: [{name: c, image: "c:1", restartPolicy: Always, ports: [{containerPort: 4317}]}]' })],
  ['a collector that its operator adds', app('http://localhost:4317', { annotations: 'sidecar.opentelemetry.io/inject: "true"' })],
  ['a collector of its node', app('http://localhost:4317', { pod: 'hostNetwork: true' })],
  ['the right port', documents(app('http://collector.obs:4317', { env: '{name: OTEL_EXPORTER_OTLP_PROTOCOL, value: grpc}' }), obs)],
  ['a value from elsewhere', app('', { env: '{name: OTEL_EXPORTER_OTLP_LOGS_ENDPOINT, valueFrom: {configMapKeyRef: {name: a, key: b}}}' })],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('what another object makes is not found again', () => {
  const pod = flowObject('v1', 'Pod', ['shop/app-1', 'containers: [{name: app, env: [{name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "localhost:4317"}]}]'],
    'ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: app, uid: a}]');
  expect(found(documents(app('localhost:4317'), pod), { checks })).toHaveLength(1);
});
