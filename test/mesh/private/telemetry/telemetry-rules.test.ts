import { ApiObject, Chart, Duration } from 'cdk8s';
import { Istio, LogSink, MeshApp, MeshMetric, ObservedSide, TraceSink } from '../../../../lib';
import { TelemetryOwner, TelemetryRules } from '../../../../lib/mesh/private/telemetry/telemetry-rules';

const TRACES = TraceSink.fromName('otel')._traceSink();

function rulesIn(chart: Chart, owner: Partial<TelemetryOwner> = {}): TelemetryRules {
  return new TelemetryRules({ place: 'web', scope: chart, name: 'web', kind: 'service', pods: () => ({ namespace: 'shop', podLabels: { app: 'web' } }), ...owner });
}

function shop(): Chart {
  return new Chart(new MeshApp({ mesh: Istio.mesh() }), 'shop', { namespace: 'shop' });
}

function objectsIn(chart: Chart): ApiObject[] {
  return chart.node.findAll().filter(construct => ApiObject.isApiObject(construct));
}

test('nothing is rendered as long as nothing is said', () => {
  const chart = shop();
  rulesIn(chart);
  expect(objectsIn(chart)).toEqual([]);
});

test.each<[string, (rules: TelemetryRules) => void]>([
  ['changeMetric', rules => rules.changeMetric({ metric: MeshMetric.ALL, isOff: true, labels: new Map() }, 'web')],
  ['changeTracing', rules => rules.changeTracing({ meshTags: true }, 'web')],
  ['logTo', rules => rules.logTo(LogSink.OUTPUT._intent, {}, 'web')],
  ['reportTcpEvery', rules => rules.reportTcpEvery(Duration.seconds(1), 'web')],
  ['sample', rules => rules.sample(1, 'web')],
  ['stopLogging', rules => rules.stopLogging('web')],
  ['stopTracing', rules => rules.stopTracing('web')],
  ['tag', rules => rules.tag('a', { from: 'literal', value: '1' }, 'web')],
  ['traceTo', rules => rules.traceTo(TRACES, 'web')],
])('[F081] the object is there with the first word, here %s, and stays the only one', (_, say) => {
  const chart = shop();
  const rules = rulesIn(chart);
  say(rules);
  expect(objectsIn(chart)).toHaveLength(1);
  rules.changeTracing({ side: ObservedSide.CLIENT }, 'web');
  expect(objectsIn(chart)).toHaveLength(1);
});

test('what fails leaves nothing behind', () => {
  const chart = shop();
  const rules = rulesIn(chart, { kind: 'gateway' });
  expect(() => rules.changeTracing({ meshTags: true, side: ObservedSide.SERVER }, 'web')).toThrow(/^web: a gateway is the client of all requests that it forwards, so it has no data as a server\. Use ObservedSide\.CLIENT, or leave side out/);
  expect(() => rules.tag('', { from: 'literal', value: '1' }, 'web')).toThrow(/^web: the name is empty/);
  expect(objectsIn(chart)).toEqual([]);
  expect(rules.ownTracing).toEqual({ tags: new Map() });
});

test('whoever can define sinks is told of them', () => {
  const defined: unknown[] = [];
  const rules = rulesIn(shop(), { define: (sink, place) => defined.push([sink, place]) });
  rules.traceTo(TRACES, 'web, traceTo');
  rules.logTo(LogSink.OUTPUT._intent, {}, 'web, logTo');
  expect(defined).toEqual([[{ trace: TRACES }, 'web, traceTo'], [{ log: { name: 'envoy' } }, 'web, logTo']]);
  expect(rules.usedSinks.map(({ kind, sink: { name } }) => [kind, name])).toEqual([['traces', 'otel'], ['logs', 'envoy']]);
});

test('fails where somebody else has said something of the same pods', () => {
  const chart = shop();
  rulesIn(chart).sample(1, 'web');
  const other = new Chart(chart.node.scope!, 'other');
  expect(() => rulesIn(other).sample(1, 'other, sample')).toThrow(
    new Error('other, sample: "" configures telemetry for the same pods, and the mesh reads only one of the two. Set it there.'),
  );
});
