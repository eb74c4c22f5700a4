import { ApiObject, Chart } from 'cdk8s';
import {
  AppProtocol, ClientTls, CollectorConfig, CollectorSidecar, ExternalService, Istio, Mesh, MeshPlatform, MeshService, OpenTelemetryCollector,
  OtelExporter, OtelReceiver, OtlpBackend, OtlpProtocol, OutboundAccess, Signal, ZipkinBackend,
} from '../../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

const HOST = 'otlp.example.com';
const CLOUD = OtlpBackend.host('cloud', HOST, { port: 443, tls: true });

interface World {
  readonly chart: Chart;
  readonly collector: OpenTelemetryCollector;
  readonly web: MeshService;
}

function worldOf(say: (world: World) => void, { mesh, outbound }: { readonly mesh?: Mesh; readonly outbound?: OutboundAccess } = {}): string[] {
  const chart = guardedChart(mesh);
  say({ chart, collector: new OpenTelemetryCollector(chart, 'collector'), web: serviceIn(chart, 'web') });
  if (outbound !== undefined) {
    new MeshPlatform(chart.node.root, 'platform').outbound(outbound);
  }
  return problemsOf(chart);
}

const closed = { outbound: OutboundAccess.REGISTERED_ONLY };

function problem(exporter: string, { host = HOST, place = 'shop/collector' } = {}): string {
  return `${place}: the exporter "${exporter}" sends to "${host}", which is not known to the mesh, and the platform lets pods reach only registered hosts, so proxies drop all that goes there. Create new ExternalService(..., { host: "${host}", ... }); or if another repository does so, set proxyHosts: ["${host}"] of the mesh.`;
}

function configTo(exporter: OtelExporter): CollectorConfig {
  const config = new CollectorConfig();
  config.pipeline(Signal.TRACES, { receivers: [OtelReceiver.otlp()], exporters: [exporter] });
  return config;
}

describe('where pods reach registered hosts alone, a backend at another one is an error', () => {
  test.each<[string, (world: World) => void, string[]]>([
    ['over gRPC', ({ collector }) => { collector.exportTo(CLOUD); }, [problem('otlp_grpc/cloud')]],
    ['over HTTP, below a path', ({ collector }) => { collector.exportTo(OtlpBackend.host('cloud', HOST, { protocol: OtlpProtocol.HTTP, path: '/otlp', tls: true })); }, [problem('otlp_http/cloud')]],
    ['a Zipkin', ({ collector }) => { collector.exportTo(ZipkinBackend.host({ name: 'old', host: 'zipkin.example.com' })); }, [problem('zipkin/old', { host: 'zipkin.example.com' })]],
    ['of a pipeline', ({ chart }) => { new OpenTelemetryCollector(chart, 'own', { serviceName: 'own', config: configTo(OtelExporter.otlp({ host: HOST })) }); },
      [problem('otlp_grpc', { place: 'shop/own' })]],
    ['in the language of the collector', ({ chart }) => {
      new OpenTelemetryCollector(chart, 'own', { serviceName: 'own', config: configTo(OtelExporter.of('otlphttp', { endpoint: `https://${HOST}` })) });
    }, [problem('otlp_http', { place: 'shop/own' })]],
    ['of a collector beside a service', ({ web }) => { CollectorSidecar.beside(web, { config: configTo(OtelExporter.otlp({ host: HOST })) }); },
      [problem('otlp_grpc', { place: 'shop/web/collector-sidecar' })]],
    ['where another host is known', ({ chart, collector }) => {
      new ExternalService(chart, 'other', { host: 'other.example.com', port: 443, protocol: AppProtocol.HTTPS });
      collector.exportTo(CLOUD);
    }, [problem('otlp_grpc/cloud')]],
  ])('%s', (_, say, problems) => {
    expect(worldOf(say, closed)).toEqual(problems);
  });
});

describe('what is no error', () => {
  test.each<[string, (world: World) => void]>([
    ['a host that is known', ({ chart, collector }) => {
      const cloud = new ExternalService(chart, 'cloud', { host: HOST, port: 443, protocol: AppProtocol.GRPC, originateTls: ClientTls.simple() });
      collector.exportTo(OtlpBackend.external('cloud', cloud));
    }],
    ['one below a domain that is known', ({ chart, collector }) => {
      new ExternalService(chart, 'cloud', { host: '*.example.com', port: 443, protocol: AppProtocol.TLS });
      collector.exportTo(CLOUD);
    }],
    ['one that an object makes known', ({ chart, collector }) => {
      collector.exportTo(CLOUD);
      new ApiObject(chart, 'entry', { apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name: 'cloud' }, spec: { hosts: ['*.example.com'] } });
    }],
    ['a service of the cluster', ({ collector }) => { collector.exportTo(OtlpBackend.host('tempo', 'tempo.tempo.svc.cluster.local')); }],
    ['a short name of one', ({ chart }) => { new OpenTelemetryCollector(chart, 'own', { serviceName: 'own', config: configTo(OtelExporter.of('otlp', { endpoint: 'tempo.tempo.svc:4317' })) }); }],
    ['what a variable says', ({ chart }) => { new OpenTelemetryCollector(chart, 'own', { serviceName: 'own', config: configTo(OtelExporter.of('otlp', { endpoint: '${env:POD_IP}:4317' })) }); }],
    ['a collector without proxies', ({ chart }) => { new OpenTelemetryCollector(chart, 'own', { serviceName: 'own', inMesh: false }).exportTo(CLOUD); }],
    ['a port that goes past the proxy', ({ collector }) => {
      collector.exportTo(CLOUD);
      collector.service.proxy.capture({ excludeOutboundPorts: [443] });
    }],
    ['addresses that go past the proxy', ({ collector }) => {
      collector.exportTo(CLOUD);
      collector.service.proxy.capture({ includeOutboundRanges: ['10.0.0.0/8'] });
    }],
  ])('%s', (_, say) => {
    expect(worldOf(say, closed)).toEqual([]);
  });

  test('a host that another repository makes known', () => {
    expect(worldOf(({ collector }) => { collector.exportTo(CLOUD); }, { ...closed, mesh: Istio.mesh({ proxyHosts: [HOST] }) })).toEqual([]);
  });

  test.each([undefined, OutboundAccess.ANY])('where the platform says %s', outbound => {
    expect(worldOf(({ collector }) => { collector.exportTo(CLOUD); }, { outbound })).toEqual([]);
  });
});
