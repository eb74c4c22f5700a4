import { addedSinks } from '../../../../lib/mesh/private/telemetry/added-sinks';
import type { LogSinkIntent, TraceSinkIntent } from '../../../../lib/mesh/private/telemetry/telemetry-intent';

function zipkin(name: string, host = 'zipkin.example.com'): TraceSinkIntent {
  return { name, host, definition: { kind: 'zipkin', address: { host, port: 9411 } } };
}

const LINES: LogSinkIntent = { name: 'lines', definition: { kind: 'file', path: '/dev/stdout' } };
const NONE = { traces: [], logs: [], byDefault: { traces: [], logs: [] } };

test('sinks are in the order of their names, whatever is said first', () => {
  const first = addedSinks(addedSinks(undefined, { trace: zipkin('b') }, 'place'), { trace: zipkin('a') }, 'place');
  const last = addedSinks(addedSinks(undefined, { trace: zipkin('a') }, 'place'), { trace: zipkin('b') }, 'place');
  expect(first).toEqual({ ...NONE, traces: [zipkin('a'), zipkin('b')] });
  expect(last).toEqual(first);
});

test('the same sink twice is one', () => {
  const once = addedSinks(undefined, { log: LINES }, 'place');
  expect(addedSinks(once, { log: { ...LINES } }, 'place')).toEqual({ ...NONE, logs: [LINES] });
});

test('a default may be known by its name alone, and is one once', () => {
  const said = { trace: { name: 'jaeger' }, byDefault: true, isNew: true };
  const once = addedSinks(undefined, said, 'place');
  expect(addedSinks(once, said, 'place')).toEqual({ ...NONE, byDefault: { traces: ['jaeger'], logs: [] } });
});

test('what is only named is nothing to tell, unless it should be', () => {
  expect(addedSinks(undefined, { trace: { name: 'jaeger' } }, 'place')).toEqual(NONE);
  expect(() => addedSinks(undefined, { trace: { name: 'jaeger' }, isNew: true }, 'place')).toThrow(new Error(
    'place: only the name of "jaeger" is known here, which is not enough to configure the mesh. Set where it is: TraceSink.openTelemetry or LogSink.file, or leave this out.',
  ));
});

test.each<[string, TraceSinkIntent, LogSinkIntent | undefined]>([
  ['other details', zipkin('a', 'other.example.com'), undefined],
  ['another kind', zipkin('lines'), LINES],
])('fails on a name that is taken, with %s', (_, trace, log) => {
  const before = addedSinks(undefined, log === undefined ? { trace: zipkin('a') } : { log }, 'place');
  expect(() => addedSinks(before, { trace }, 'place')).toThrow(
    new Error(`place: there is already a sink "${trace.name}" with different options. Create one value, or give each its own name.`),
  );
});
