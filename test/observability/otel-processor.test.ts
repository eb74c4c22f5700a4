import { Duration } from 'cdk8s';
import { AttributeChange, OtelProcessor, SamplingPolicy } from '../../lib';

test.each<[string, () => unknown, string]>([
  ['changes nothing', () => OtelProcessor.attributes([]), 'OtelProcessor.attributes: changes nothing. Say a change, such as AttributeChange.remove("http.url").'],
  ['changes an attribute without a name', () => OtelProcessor.resource([AttributeChange.set(' ', 'a')]), 'AttributeChange: an attribute has a name. Say it, such as "http.url".'],
  ['sends more than fits', () => OtelProcessor.batch({ size: 100, maxSize: 50 }), 'OtelProcessor.batch: maxSize cannot be 50. Say a whole number from 100'],
  ['sends in no time', () => OtelProcessor.batch({ timeout: Duration.millis(0) }), 'OtelProcessor.batch: timeout cannot be 0 milliseconds.'],
  ['drops nothing', () => OtelProcessor.filter({}), 'OtelProcessor.filter: drops nothing. Say a condition of spans, metrics or logs.'],
  ['states nothing', () => OtelProcessor.transform({}), 'OtelProcessor.transform: does nothing. Say a statement of spans, metrics or logs.'],
  ['keeps no trace', () => OtelProcessor.tailSampling({ policies: {} }), 'OtelProcessor.tailSampling: no policy keeps a trace. Name one, such as { errors: SamplingPolicy.errors() }.'],
  ['limits memory', () => OtelProcessor.of('memory_limiter'), 'OtelProcessor.of("memory_limiter"): each pipeline has it first by itself. Say memoryLimit of the configuration.'],
])('a processor that %s is refused', (_, processor, problem) => {
  expect(processor).toThrow(problem);
});

test('conditions for logs and metrics are for these signals', () => {
  const { _component: { config, signals } } = OtelProcessor.filter({ logs: ['a'], metrics: ['b'] });
  expect([signals, config!({ isOfNode: false, listenAt: String, idOf: String })]).toEqual([['metrics', 'logs'], { error_mode: 'ignore', metrics: { metric: ['b'] }, logs: { log_record: ['a'] } }]);
});

describe('a policy', () => {
  test.each<[string, () => unknown, string]>([
    ['without a value', () => SamplingPolicy.attribute('http.route'), 'SamplingPolicy.attribute("http.route"): an attribute has a name and one value at least.'],
    ['of one', () => SamplingPolicy.both(SamplingPolicy.all()), 'SamplingPolicy.both: takes two policies at least. Say one by itself.'],
    ['of several of several', () => SamplingPolicy.both(SamplingPolicy.all(), SamplingPolicy.both(SamplingPolicy.all(), SamplingPolicy.errors())), 'SamplingPolicy.both: one of the policies asks for several already. Say all of them at once.'],
    ['of no span', () => SamplingPolicy.spansPerSecond(0), 'SamplingPolicy.spansPerSecond: count cannot be 0.'],
  ])('%s is refused', (_, policy, problem) => {
    expect(policy).toThrow(problem);
  });
});
