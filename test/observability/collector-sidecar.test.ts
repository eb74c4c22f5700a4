import { Chart } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import { load } from 'js-yaml';
import {
  AppProtocol, CollectorConfig, CollectorSidecar, Jaeger, MeshApp, MeshService,
  OpenTelemetryCollector, OtelExporter, OtelProcessor, OtelReceiver, OtlpBackend, OtlpProtocol, PipelineProps, Signal,
} from '../../lib';
import { objectsOf, shopChart, WEB, webIn } from '../support/shop-chart';
import { problemsIn } from '../support/stack-chart';
import { refusals } from '../support/valid';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

function configWith(props: Partial<PipelineProps> = {}): CollectorConfig {
  const config = new CollectorConfig();
  config.pipeline(Signal.TRACES, { receivers: [OtelReceiver.otlp()], exporters: [OtelExporter.debug()], ...props });
  return config;
}

function containersOf(name: string): any[] {
  return objectsOf(chart, 'Deployment').find(({ metadata }) => metadata.name === name).spec.template.spec.containers;
}

test('each pod of each version has a collector, which only it reaches, and the application is told', () => {
  const web = webIn(chart);
  web.addVersion('v2', WEB);
  const sidecar = CollectorSidecar.beside(web, { config: configWith() });
  sidecar.exportTo(new Jaeger(chart, 'jaeger'));
  const [app, collector] = containersOf('web-v2');
  const told = Object.fromEntries(app.env.map(({ name, value }: any) => [name, value]));
  expect([told.OTEL_EXPORTER_OTLP_ENDPOINT, told.OTEL_EXPORTER_OTLP_PROTOCOL]).toEqual(['http://localhost:4317', 'grpc']);
  expect([app.volumeMounts, collector.name, collector.volumeMounts]).toEqual([undefined, 'collector', [{ mountPath: '/etc/otel', name: 'web-v2-collector', readOnly: true }]]);
  const { exporters, extensions, receivers }: any = load(objectsOf(chart, 'ConfigMap').find(({ metadata }) => metadata.name === 'web-v1-collector').data['config.yaml']);
  expect([receivers.otlp.protocols.grpc.endpoint, extensions.health_check.endpoint, Object.keys(exporters)]).toEqual(['127.0.0.1:4317', '0.0.0.0:13133', ['debug', 'otlp_grpc/jaeger-collector']]);
  expect(JSON.stringify(objectsOf(chart, 'AuthorizationPolicy'))).toContain('cluster.local/ns/shop/sa/web');
  expect(refusals({ 'all.yaml': (chart.node.root as MeshApp).synthYaml() })).toEqual([]);
});

describe('where a backend is known', () => {
  function knownBy(name: string): string[] | undefined {
    return objectsOf(chart, 'Sidecar').find(({ metadata }) => metadata.name === name)?.spec.egress[0].hosts;
  }
  const JAEGER = 'shop/jaeger-collector.shop.svc.cluster.local';
  const ORDERS = 'shop/orders.shop.svc.cluster.local';

  test.each(['before', 'after'])('proxies that know only what is called know backends that are said %s', order => {
    const [web, orders] = [webIn(chart), new MeshService(chart, 'orders', { ...WEB, port: 8080 })];
    const sidecar = CollectorSidecar.beside(web, { config: configWith() });
    const jaeger = new Jaeger(chart, 'jaeger');
    if (order === 'before') {
      sidecar.exportTo(jaeger);
    }
    web.calls(orders);
    if (order === 'after') {
      sidecar.exportTo(jaeger);
    }
    expect(knownBy('web')).toEqual([JAEGER, ORDERS, 'istio-system/*']);
  });

  test('proxies of a collector know its backends, inside and outside, and those of applications the collector that they are told of', () => {
    const [web, orders] = ['web', 'orders'].map(name => new MeshService(chart, name, { ...WEB, port: 8080 }));
    const collector = new OpenTelemetryCollector(chart, 'collector');
    collector.exportTo(new Jaeger(chart, 'jaeger'));
    collector.exportTo(OtlpBackend.host('cloud', 'otlp.example.com', { tls: true }));
    collector.service.calls(orders);
    expect(knownBy('opentelemetry-collector')).toEqual([JAEGER, ORDERS, '*/otlp.example.com', 'istio-system/*']);
    web.addVersion('v2', { ...WEB, env: collector.envFor({ serviceName: 'web' }) });
    web.calls(orders);
    expect(knownBy('web')).toEqual(['shop/opentelemetry-collector.shop.svc.cluster.local', ORDERS, 'istio-system/*']);
  });

  test('proxies that know everything still do', () => {
    CollectorSidecar.beside(webIn(chart), { config: configWith() }).exportTo(new Jaeger(chart, 'jaeger'));
    expect(objectsOf(chart, 'Sidecar')).toEqual([]);
  });
});

test('an application that says where it sends is not told', () => {
  const web = webIn(chart, { env: { OTEL_EXPORTER_OTLP_ENDPOINT: EnvValue.fromValue('http://other:4317') } });
  CollectorSidecar.beside(web, { config: configWith({ receivers: [OtelReceiver.otlp({ protocols: [OtlpProtocol.HTTP] })] }) });
  expect(containersOf('web-v1')[0].env.filter(({ name }: any) => name.startsWith('OTEL'))).toEqual([{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://other:4317' }]);
});

test('nothing is told where no OpenTelemetry is taken, and over HTTP that', () => {
  const [web, other] = [webIn(chart), new MeshService(chart, 'other', { ...WEB, port: 8080 })];
  CollectorSidecar.beside(web, { config: configWith({ receivers: [OtelReceiver.zipkin()] }) });
  CollectorSidecar.beside(other, { config: configWith({ receivers: [OtelReceiver.otlp({ protocols: [OtlpProtocol.HTTP] })] }) });
  expect(['web-v1', 'other-v1'].map(name => containersOf(name)[0].env.filter((one: any) => one.name.startsWith('OTEL')).map(({ value }: any) => value))).toEqual([[], ['http://localhost:4318', 'http/protobuf']]);
});

test('a version that comes later has none, which is complained of', () => {
  const web = webIn(chart);
  CollectorSidecar.beside(web, { config: configWith() });
  web.addVersion('v2', WEB);
  expect(() => (chart.node.root as MeshApp).synthYaml()).toThrow('shop/web/collector-sidecar: version "v2" was added later, and has no collector. Call CollectorSidecar.beside after all versions are added.');
});

describe('ports of one pod', () => {
  function complaints(): string[] {
    return problemsIn(chart);
  }

  test('are taken once', () => {
    const web = webIn(chart, { port: 8888, morePorts: [{ port: 4317, protocol: AppProtocol.GRPC }] });
    CollectorSidecar.beside(web, { config: configWith() });
    expect(complaints()).toEqual([8888, 4317].map(port => (
      `shop/web/collector-sidecar: listens at port ${port}, as the containers of shop/web do, so one of them would not start. Give the collector another port.`
    )));
  });

  test('show metrics to the proxy beside them alone', () => {
    const config = configWith();
    config.pipeline(Signal.METRICS, { receivers: [OtelReceiver.otlp({ name: 'metrics', grpcPort: 5317, protocols: [OtlpProtocol.GRPC] })], exporters: [OtelExporter.prometheus()] });
    const web = webIn(chart);
    CollectorSidecar.beside(web, { config });
    expect(complaints()).toEqual(['shop/web/collector-sidecar: serves metrics at port 8889 only within the pod, where Prometheus cannot reach them. Export them with exportTo, or have the proxy of the pod scrape it: serveMetrics({ port: 8889 }) of shop/web.']);
    web.serveMetrics({ port: 8889 });
    expect(complaints()).toEqual([]);
  });

  test('are asked by nobody for metrics of other pods', () => {
    const config = new CollectorConfig();
    config.pipeline(Signal.METRICS, { receivers: [OtelReceiver.prometheus({ jobs: [{ job: 'db', targets: ['db:9102'] }] })], exporters: [OtelExporter.debug()] });
    expect(() => CollectorSidecar.beside(webIn(chart), { config })).toThrow(new Error('shop/web/collector-sidecar: scrapes metrics, and each pod would scrape all targets again. Scrape only localhost, or leave OtelReceiver.prometheus to an OpenTelemetryCollector.'));
  });
});

test('what needs more than a pod is refused', () => {
  const config = configWith({ processors: [OtelProcessor.kubernetesAttributes()] });
  expect(() => CollectorSidecar.beside(webIn(chart), { config })).toThrow('shop/web/collector-sidecar: queries the API server, which every pod would have to do. Leave that to an OpenTelemetryCollector, and call exportTo.');
});
