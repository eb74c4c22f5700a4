import { Chart } from 'cdk8s';
import { AppProtocol, Caller, Istio, LogSink, MeshApp, MeshNamespace, MeshPlatform, TraceSink } from '../../../../lib';
import { problemsOf, serviceIn } from '../../../support/guarded-chart';

function world() {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const platform = new MeshPlatform(app, 'platform');
  const otel = serviceIn(new Chart(app, 'obs', { namespace: 'obs' }), 'otel', { port: 4317, protocol: AppProtocol.GRPC });
  const sink = TraceSink.openTelemetry('otel', { host: otel.host });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  return { chart, otel, platform, sink, web: serviceIn(chart, 'web') };
}

type World = ReturnType<typeof world>;

const UNREACHED = 'proxies send to "obs/otel" on their own, which does not let them in, so all';

describe('[F059] a collector of the same environment lets in no proxy', () => {
  test.each<[string, (world: World) => void, string]>([
    ['of the mesh', ({ platform, sink }) => platform.telemetry.traceTo(sink), `platform: ${UNREACHED} traces would be lost. There, call access.allowFrom(Caller.anyone()).`],
    ['for logs', ({ otel, platform }) => platform.telemetry.logTo(LogSink.openTelemetry('lines', { host: otel.host })), `platform: ${UNREACHED} logs would be lost. There, call access.allowFrom(Caller.anyone()).`],
    ['of a namespace', ({ platform, sink }) => {
      platform.addTraceSink(sink);
      new MeshNamespace(platform, 'shop').telemetry.traceTo(TraceSink.fromName('otel'));
    }, `platform/shop: ${UNREACHED} traces would be lost. There, call access.allowFrom(of "platform/shop").`],
    ['of a service, though it does others', ({ otel, platform, sink, web }) => {
      otel.access.allowFrom(Caller.namespaces('books'));
      platform.addTraceSink(sink);
      web.telemetry.traceTo(sink);
    }, `shop/web: ${UNREACHED} traces would be lost. There, call access.allowFrom(of "shop/web").`],
  ])('%s', (_, say, problem) => {
    const made = world();
    say(made);

    expect(problemsOf(made.chart)).toEqual([problem]);
  });

  test.each<[string, (world: World) => void]>([
    ['everybody', ({ otel }) => otel.access.allowFrom(Caller.anyone())],
    ['some of those who send there', ({ otel, web }) => otel.access.allowFrom(web)],
  ])('lets in %s, which is enough', (_, say) => {
    const made = world();
    made.platform.telemetry.traceTo(made.sink);
    say(made);

    expect(problemsOf(made.chart)).toEqual([]);
  });
});
