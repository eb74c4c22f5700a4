import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ApiObject, Chart, Include } from 'cdk8s';
import {
  AppProtocol, ClientTls, ExternalService, Istio, LogSink, Mesh, MeshPlatform, TraceSampler, TraceSink,
} from '../../../../lib';
import { temporaryFolder } from '../../../support/folder';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

const folder = temporaryFolder();

const HOST = 'api.honeycomb.io';
const SINK = TraceSink.openTelemetry('honeycomb', { host: HOST, port: 443 });

interface World {
  readonly chart: Chart;
  readonly platform: MeshPlatform;
}

function worldOf(say: (world: World) => void, mesh: Mesh = Istio.mesh()): Chart {
  const chart = guardedChart(mesh);
  say({ chart, platform: new MeshPlatform(chart.node.root, 'platform') });
  return chart;
}

function problem(host = HOST, what = 'the sink "honeycomb"'): string {
  return `platform: ${what} is at "${host}", which is not known to the mesh, so it drops the sink and all its data. Create new ExternalService(..., { host: "${host}", ... }); or if another repository does so, set proxyHosts: ["${host}"] of the mesh.`;
}

describe('a sink at a host outside that the mesh does not know is an error', () => {
  test.each<[string, (world: World) => void, string[]]>([
    ['for traces of the mesh', ({ platform }) => platform.telemetry.traceTo(SINK), [problem()]],
    ['for traces of somebody', ({ platform }) => platform.addTraceSink(SINK), [problem()]],
    ['for logs', ({ platform }) => platform.telemetry.logTo(LogSink.openTelemetry('lines', { host: 'logs.example.com' })), [problem('logs.example.com', 'the sink "lines"')]],
    ['each of several', ({ platform }) => [platform.addTraceSink(SINK), platform.addLogSink(LogSink.openTelemetry('lines', { host: 'logs.example.com' }))],
      [problem(), problem('logs.example.com', 'the sink "lines"')]],
    ['the sampler of one', ({ platform }) => {
      const sampler = TraceSampler.dynatrace({ tenant: 'abc', clusterId: 7, host: 'live.example.com' });
      platform.addTraceSink(TraceSink.openTelemetry('sampled', { host: 'otel.obs.svc.cluster.local', sampler }));
    }, [problem('live.example.com', 'the sampler of the sink "sampled"')]],
    ['where another host is known', ({ chart, platform }) => {
      new ExternalService(chart, 'other', { host: 'other.honeycomb.io', port: 443, protocol: AppProtocol.HTTPS });
      platform.addTraceSink(SINK);
    }, [problem()]],
  ])('%s', (_, say, problems) => {
    expect(problemsOf(worldOf(say))).toEqual(problems);
  });
});

test('a sink at a port that its service here does not have is an error, with the ports that it has', () => {
  const chart = worldOf(({ chart: shop, platform }) => {
    const otel = serviceIn(shop, 'otel');
    platform.addTraceSink(TraceSink.openTelemetry('spans', { host: otel.host, port: 4319 }));
    platform.addLogSink(LogSink.openTelemetry('lines', { host: otel.host, port: 8080 }));
  });
  expect(problemsOf(chart)).toEqual([
    'platform: the sink "spans" is at port 4319 of "otel.shop.svc.cluster.local", which has no such port, so all its data is lost. Known ports: 8080.',
  ]);
});

describe('what is no error', () => {
  test.each<[string, (world: World) => void]>([
    ['a host outside that is known', ({ chart, platform }) => {
      platform.addTraceSink(SINK);
      new ExternalService(chart, 'honeycomb', { host: HOST, port: 443, protocol: AppProtocol.GRPC, originateTls: ClientTls.simple() });
    }],
    ['one that an object makes known', ({ chart, platform }) => {
      platform.addTraceSink(SINK);
      new ApiObject(chart, 'entry', { apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name: 'honeycomb' }, spec: { hosts: [HOST] } });
    }],
    ['one that included YAML makes known', ({ chart, platform }) => {
      const url = path.join(folder.path, 'entry.yaml');
      writeFileSync(url, `apiVersion: networking.istio.io/v1beta1\nkind: ServiceEntry\nmetadata:\n  name: honeycomb\nspec:\n  hosts: [${HOST}]\n`);
      new Include(chart, 'entry', { url });
      platform.addTraceSink(SINK);
    }],
    ['a service that is ours', ({ chart, platform }) => platform.addTraceSink(TraceSink.zipkin('zipkin', { host: serviceIn(chart, 'zipkin', { port: 9411, inMesh: false }).host }))],
    ['a service of the cluster', ({ platform }) => platform.addTraceSink(TraceSink.zipkin('zipkin', { host: 'zipkin.obs.svc.cluster.local' }))],
    ['a file', ({ platform }) => platform.addLogSink(LogSink.file('json'))],
  ])('%s', (_, say) => {
    expect(problemsOf(worldOf(say))).toEqual([]);
  });

  test('a host that another repository makes known', () => {
    expect(problemsOf(worldOf(({ platform }) => platform.addTraceSink(SINK), Istio.mesh({ proxyHosts: [HOST] })))).toEqual([]);
  });

  test('a sink without a platform', () => {
    const chart = guardedChart();
    serviceIn(chart, 'web').telemetry.traceTo(SINK);
    expect(problemsOf(chart)).toEqual([]);
  });
});
