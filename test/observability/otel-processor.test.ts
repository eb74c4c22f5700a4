import { Duration } from 'cdk8s';
import { AttributeChange, OtelProcessor, SamplingPolicy } from '../../lib';

test.each<[string, () => unknown, string]>([
  ['changes nothing', () => OtelProcessor.attributes([]), 'OtelProcessor.attributes: changes nothing. Set a change, such as AttributeChange.remove("http.url").'],
  ['changes an attribute without a name', () => OtelProcessor.resource([AttributeChange.set(' ', 'a')]), 'AttributeChange: the attribute name is empty. Set it, for example "http.url".'],
  ['sends more than fits', () => OtelProcessor.batch({ size: 100, maxSize: 50 }), 'OtelProcessor.batch: maxSize cannot be 50. Use a whole number from 100'],
  ['sends in no time', () => OtelProcessor.batch({ timeout: Duration.millis(0) }), 'OtelProcessor.batch: timeout cannot be 0 milliseconds.'],
  ['drops nothing', () => OtelProcessor.filter({}), 'OtelProcessor.filter: drops nothing. Set a condition of spans, metrics or logs.'],
  ['states nothing', () => OtelProcessor.transform({}), 'OtelProcessor.transform: does nothing. Set a statement of spans, metrics or logs.'],
  ['keeps no trace', () => OtelProcessor.tailSampling({ policies: {} }), 'OtelProcessor.tailSampling: has no policies, so no trace is kept. Set one, such as { errors: SamplingPolicy.errors() }.'],
  ['limits memory', () => OtelProcessor.of('memory_limiter'), 'OtelProcessor.of("memory_limiter"): every pipeline already has it first. Set memoryLimit in the configuration.'],
])('a processor that %s is refused', (_, processor, problem) => {
  expect(processor).toThrow(problem);
});

test('conditions for logs and metrics are for these signals', () => {
  const { _component: { config, signals } } = OtelProcessor.filter({ logs: ['a'], metrics: ['b'] });
  expect([signals, config!({ isOfNode: false, listenAt: String, idOf: String })]).toEqual([['metrics', 'logs'], { error_mode: 'ignore', metrics: { metric: ['b'] }, logs: { log_record: ['a'] } }]);
});

describe('a policy', () => {
  test.each<[string, () => unknown, string]>([
    ['without a value', () => SamplingPolicy.attribute('http.route'), 'SamplingPolicy.attribute("http.route"): expected an attribute name and at least one value.'],
    ['of one', () => SamplingPolicy.both(SamplingPolicy.all()), 'SamplingPolicy.both: needs at least two policies. Use a single one directly.'],
    ['of several of several', () => SamplingPolicy.both(SamplingPolicy.all(), SamplingPolicy.both(SamplingPolicy.all(), SamplingPolicy.errors())), 'SamplingPolicy.both: one of the policies already combines several. List all of them at once.'],
    ['of no span', () => SamplingPolicy.spansPerSecond(0), 'SamplingPolicy.spansPerSecond: count cannot be 0.'],
  ])('%s is refused', (_, policy, problem) => {
    expect(policy).toThrow(problem);
  });
});
