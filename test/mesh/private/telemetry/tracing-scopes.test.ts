import { ObservedSide } from '../../../../lib';
import type { TraceTagIntent, TracingIntent } from '../../../../lib/mesh/private/telemetry/telemetry-intent';
import { allTags, onAgain } from '../../../../lib/mesh/private/telemetry/tracing-scopes';

const { CLIENT, SERVER } = ObservedSide;

function tagged(value: string, names: readonly string[], side?: ObservedSide): TracingIntent {
  return { side, tags: new Map(names.map((name): [string, TraceTagIntent] => [name, { from: 'literal', value }])) };
}

function valuesOf(own: TracingIntent, wider: readonly TracingIntent[]): unknown {
  const tags = allTags(own, wider, 'place');
  return tags && [...tags].map(([name, tag]) => [name, 'value' in tag ? tag.value : undefined]);
}

test('[F061] the narrowest says what a tag is, and tags are in the order of their names', () => {
  const wider = [tagged('mesh', ['a', 'b', 'd']), tagged('namespace', ['b', 'c'])];
  expect(valuesOf(tagged('service', ['d', 'c']), wider)).toEqual([['a', 'mesh'], ['b', 'namespace'], ['c', 'service'], ['d', 'service']]);
});

test('[F061] nothing is repeated where no tag is said', () => {
  expect(valuesOf({ sampling: 1 }, [tagged('mesh', ['a'])])).toBeUndefined();
});

test.each<[ObservedSide | undefined, ObservedSide | undefined, boolean]>([
  [undefined, undefined, true], [undefined, CLIENT, true], [CLIENT, CLIENT, true], [SERVER, CLIENT, false],
])('tags of the side %s are repeated on the side %s: %s', (wide, narrow, isRepeated) => {
  expect(valuesOf(tagged('service', ['z'], narrow), [tagged('mesh', ['a'], wide)])).toEqual([...isRepeated ? [['a', 'mesh']] : [], ['z', 'service']]);
});

test('fails where tags of one side would get to both', () => {
  expect(() => allTags(tagged('service', ['z']), [tagged('mesh', ['a'], CLIENT)], 'place')).toThrow(new Error(
    'place: tags that a wider scope adds on the side "client" only would be added on both. Set that side here, too: changeTracing({ side }).',
  ));
});

test('a side of a scope without tags is none of theirs', () => {
  expect(valuesOf(tagged('service', ['z']), [tagged('mesh', [], CLIENT), { side: CLIENT }])).toEqual([['z', 'service']]);
});

test.each<[TracingIntent, readonly TracingIntent[], false | undefined]>([
  [{ sink: 'otel' }, [{ isOff: true }, {}], false],
  [{ sink: 'otel' }, [{}], undefined],
  [{ sampling: 1 }, [{ isOff: true }], undefined],
])('%j below %j', (own, wider, isOff) => {
  expect(onAgain(own, wider)).toBe(isOff);
});
