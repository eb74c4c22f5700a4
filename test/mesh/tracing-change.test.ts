import { Chart } from 'cdk8s';
import { Istio, IstioRelease, MeshApp, MeshPlatform, ObservedSide, Percent, Telemetry, TraceSink, TraceTag, TracingChange } from '../../lib';
import { edgeChart, edgeIn, objectsIn } from '../support/edge-chart';
import { shopChart, specOf, webIn } from '../support/shop-chart';

const TRACES = TraceSink.fromName('otel-tracing');

function platformIn(release = IstioRelease.V1_30): MeshPlatform {
  return new MeshPlatform(new MeshApp({ mesh: Istio.mesh({ release }) }), 'platform');
}

/** What is said of traces of all of the mesh. */
function tracingOf(platform: MeshPlatform): unknown {
  return objectsIn(platform).find(({ kind }) => kind === 'Telemetry').spec.tracing;
}

test.each<[TracingChange, object]>([
  [{ meshTags: false }, { enableIstioTags: false }],
  [{ meshTags: true }, { enableIstioTags: true }],
  [{ propagateContext: false }, { disableContextPropagation: true }],
  [{ propagateContext: true }, { disableContextPropagation: false }],
  [{ sampleByRequestId: false }, { useRequestIdForTraceSampling: false }],
  [{ side: ObservedSide.CLIENT }, { match: { mode: 'CLIENT' } }],
  [{ side: ObservedSide.SERVER, meshTags: false }, { match: { mode: 'SERVER' }, enableIstioTags: false }],
])('[F059] %j is one entry, with nothing that is not said', (change, entry) => {
  const platform = platformIn();
  platform.telemetry.changeTracing(change);
  expect(tracingOf(platform)).toEqual([entry]);
});

test('[F059] what is said in any order is in one entry', () => {
  const say = [
    ({ telemetry }: MeshPlatform) => telemetry.sample(Percent.of(10)),
    ({ telemetry }: MeshPlatform) => telemetry.changeTracing({ side: ObservedSide.SERVER }),
    ({ telemetry }: MeshPlatform) => telemetry.changeTracing({ propagateContext: false }),
  ];
  const entries = [say, [...say].reverse()].map(verbs => {
    const platform = platformIn();
    verbs.forEach(verb => verb(platform));
    return JSON.stringify(tracingOf(platform));
  });
  expect(entries[0]).toBe(entries[1]);
  expect(JSON.parse(entries[0])).toEqual([{ match: { mode: 'SERVER' }, randomSamplingPercentage: 10, disableContextPropagation: true }]);
});

test('traces can be stopped on one side', () => {
  const platform = platformIn();
  platform.telemetry.stopTracing();
  platform.telemetry.changeTracing({ side: ObservedSide.SERVER });
  expect(tracingOf(platform)).toEqual([{ match: { mode: 'SERVER' }, disableSpanReporting: true }]);
});

test.each<[IstioRelease, TracingChange, string]>([
  [IstioRelease.V1_24, { meshTags: false }, 'tracing[0].enableIstioTags of Telemetry came with Istio 1.25, but the mesh is Istio 1.24. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_25 }).'],
  [IstioRelease.V1_29, { propagateContext: false }, 'tracing[0].disableContextPropagation of Telemetry came with Istio 1.30, but the mesh is Istio 1.29. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_30 }).'],
])('fails where Istio %s does not have it', (release, change, problem) => {
  const platform = platformIn(release);
  platform.telemetry.changeTracing(change);
  expect(platform.node.findAll().flatMap(({ node }) => node.validate())).toEqual([`platform/telemetry/Default: ${problem}`]);
});

test('Istio 1.24 has what was always there', () => {
  const platform = platformIn(IstioRelease.V1_24);
  platform.telemetry.changeTracing({ sampleByRequestId: false, side: ObservedSide.CLIENT });
  expect(platform.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
});

test.each<[string, (telemetry: Telemetry) => void, string]>([
  ['nothing', telemetry => telemetry.changeTracing({}), 'changeTracing: no changes are set. Set meshTags, propagateContext, sampleByRequestId or side.'],
  ['a thing twice', telemetry => { telemetry.changeTracing({ meshTags: true }); telemetry.changeTracing({ meshTags: true }); }, 'changeTracing: meshTags is already set. Set it once, without contradictions.'],
  ['a stop before', telemetry => { telemetry.stopTracing(); telemetry.changeTracing({ propagateContext: false }); }, 'changeTracing: stopTracing is already set. Set it once, without contradictions.'],
  ['a stop behind', telemetry => { telemetry.changeTracing({ propagateContext: false }); telemetry.stopTracing(); }, 'stopTracing: changeTracing is already set. Set it once, without contradictions.'],
])('fails on %s', (_, say, problem) => {
  expect(() => say(platformIn().telemetry)).toThrow(new Error(`platform, ${problem}`));
});

test('fails on the side of the called at a gateway, which is none', () => {
  const edge = edgeIn(edgeChart());
  expect(() => edge.telemetry.changeTracing({ side: ObservedSide.SERVER })).toThrow(new Error(
    'edge/edge, changeTracing: a gateway is the client of all requests that it forwards, so it has no data as a server. Use ObservedSide.CLIENT, or leave side out.',
  ));
});

describe('a service in a mesh of which more is said', () => {
  function shopBelow(platform: MeshPlatform) {
    const chart = new Chart(platform.node.scope!, 'shop', { namespace: 'shop' });
    return { chart, web: webIn(chart) };
  }

  test('sends traces again, where they were stopped', () => {
    const platform = platformIn();
    platform.telemetry.stopTracing();
    platform.addTraceSink(TraceSink.openTelemetry('otel-tracing', { host: 'collector.obs.svc.cluster.local' }));
    const { chart, web } = shopBelow(platform);
    web.telemetry.traceTo(TRACES);
    expect(specOf(chart, 'Telemetry').tracing).toEqual([{ providers: [{ name: 'otel-tracing' }], disableSpanReporting: false }]);
  });

  test('says nothing of that where nobody stopped them', () => {
    const chart = shopChart();
    webIn(chart).telemetry.traceTo(TRACES);
    expect(specOf(chart, 'Telemetry').tracing).toEqual([{ providers: [{ name: 'otel-tracing' }] }]);
  });

  test.each<[ObservedSide | undefined, ObservedSide | undefined, string[]]>([
    [undefined, ObservedSide.SERVER, ['mesh', 'web']],
    [ObservedSide.SERVER, ObservedSide.SERVER, ['mesh', 'web']],
    [ObservedSide.CLIENT, ObservedSide.SERVER, ['web']],
  ])('repeats tags of the side %s on the side %s as far as they hold there', (wide, narrow, names) => {
    const platform = platformIn();
    const { chart, web } = shopBelow(platform);
    platform.telemetry.tag('mesh', TraceTag.literal('1'));
    web.telemetry.tag('web', TraceTag.literal('1'));
    wide === undefined || platform.telemetry.changeTracing({ side: wide });
    narrow === undefined || web.telemetry.changeTracing({ side: narrow });
    expect(Object.keys(specOf(chart, 'Telemetry').tracing[0].customTags)).toEqual(names);
  });

  test('fails where tags of one side would get to the other', () => {
    const platform = platformIn();
    const { web } = shopBelow(platform);
    platform.telemetry.tag('mesh', TraceTag.literal('1'));
    platform.telemetry.changeTracing({ side: ObservedSide.SERVER });
    web.telemetry.tag('web', TraceTag.literal('1'));
    expect(web.node.findAll().flatMap(({ node }) => node.validate())).toEqual([
      'shop/web: tags that a wider scope adds on the side "server" only would be added on both. Set that side here, too: changeTracing({ side }).',
    ]);
  });
});
