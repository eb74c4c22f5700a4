import { CrdRule, JsonSchema } from '../../../../lib/inspect/schema/tables/crd';
import { judgeThing } from '../../../support/thing-kind';

const text = { type: 'string' };
const rules = (rule: string, message: string): JsonSchema => ({ 'x-kubernetes-validations': [{ rule, message }] });

test('a rule that is broken is found where its value stands, in its own words', () => {
  const item = { type: 'object', properties: { from: { type: 'integer' }, to: { type: 'integer' } }, ...rules('self.from < self.to', 'from comes first') };
  expect(judgeThing({ type: 'array', items: item }, [{ from: 1, to: 2 }, { from: 2, to: 1 }])).toEqual(['spec[1]: cel: from comes first (self.from < self.to)']);
});

test('a rule may name a field below its value', () => {
  const rule = { rule: 'self.a == "x"', message: 'must be x', fieldPath: '.a' };
  expect(judgeThing({ 'type': 'object', 'properties': { a: text }, 'x-kubernetes-validations': [rule] }, { a: 'y' })).toEqual(['spec.a: cel: must be x (self.a == "x")']);
});

test('rules see defaults, and neither unknown fields nor null', () => {
  const schema = { type: 'object', properties: { a: { ...text, default: 'x' }, b: text, ...{} }, ...rules('self.a == "x" && !has(self.b)', 'sees') };
  expect(judgeThing(schema, { b: null, other: 1 })).toEqual(['spec.other: unknown-field: unknown field "other" in spec (a, b)']);
});

describe('what a rule expects', () => {
  const judge = (rule: CrdRule, value: unknown): readonly string[] => judgeThing({ ...text, 'x-kubernetes-validations': [rule] }, value);

  test('is its expression, and a single value is shown', () => {
    expect(judge({ rule: "duration(self) >= duration('1ms')", message: 'not long enough' }, '5sec')).toEqual([
      "spec: cel: type conversion error from 'string' to 'google.protobuf.Duration' evaluating rule: "
      + "not long enough (duration(self) >= duration('1ms'), but self is \"5sec\")",
    ]);
  });

  test('is left out where it is known how to mend the value', () => {
    expect(judge({ rule: "duration(self) >= duration('1ms')", message: 'must be a valid duration greater than 1ms' }, '5sec')).toEqual([
      "spec: cel: type conversion error from 'string' to 'google.protobuf.Duration' evaluating rule: must be a valid duration greater than 1ms; write 5s",
    ]);
  });

  test('is not said when the message says it, when it has more than a line, or a long one', () => {
    expect(judge({ rule: 'self == "a"' }, 'x')).toEqual(['spec: cel: failed rule: self == "a" (a value other than "x")']);
    expect(judge({ rule: 'self == "a"\n|| self == "b"', message: 'm' }, 'x')).toEqual(['spec: cel: m (a value other than "x")']);
    const rule = (length: number): CrdRule => ({ rule: `self == "${'a'.repeat(length - 10)}"`, message: 'm' });
    expect(judge(rule(68), 'x')).toEqual([`spec: cel: m (${rule(68).rule}, but self is "x")`]);
    expect(judge(rule(69), 'x')).toEqual(['spec: cel: m (a value other than "x")']);
  });
});

describe('rules do not run', () => {
  const never = rules('false', 'ran');
  const object = { type: 'object', required: ['a'], properties: { a: { type: 'string', maxLength: 2 }, b: { enum: ['x'], type: 'string' } }, ...never };

  test.each([
    ['a required field is missing', object, {}],
    ['a type is wrong', object, { a: 1 }],
    ['an enum is broken', object, { a: 'x', b: 'y' }],
    ['a text is too long', object, { a: 'xxx' }],
    ['a format is broken, which is a type to the server', { type: 'object', properties: { a: { ...text, format: 'ipv4' } }, ...never }, { a: 'x' }],
    ['a list is too long', { type: 'array', items: text, maxItems: 0, ...never }, ['a']],
    ['a map is too large', { type: 'object', additionalProperties: text, maxProperties: 0, ...never }, { a: 'x' }],
    ['of several alternatives the nearest asks for a field', { type: 'object', properties: { a: text }, anyOf: [{ required: ['a'] }], ...never }, {}],
    ['an embedded object has no kind', { 'type': 'object', 'x-kubernetes-embedded-resource': true, ...never }, { apiVersion: 'v1' }],
  ])('when %s', (_, schema, spec) => {
    const found = judgeThing(schema, spec);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain('ran');
  });

  test('when the value is null', () => {
    const schema = { type: 'object', properties: { a: { ...text, nullable: true, ...never } } };
    expect(judgeThing(schema, { a: null })).toEqual([]);
  });

  test('when they are about the old object', () => {
    expect(judgeThing({ ...text, ...rules('self == oldSelf', 'ran') }, 'x')).toEqual([]);
    expect(judgeThing({ ...text, 'x-kubernetes-validations': [{ rule: '!oldSelf.hasValue()', optionalOldSelf: true, message: 'ran' }] }, 'x')).toEqual([]);
    expect(judgeThing({ ...text, 'x-kubernetes-validations': [{ rule: 'oldSelf.hasValue()', optionalOldSelf: true, message: 'ran' }] }, 'x'))
      .toEqual(['spec: cel: ran (oldSelf.hasValue(), but self is "x")']);
  });

  test('when their alternative is only tried', () => {
    expect(judgeThing({ ...text, anyOf: [{ minLength: 1, ...never }] }, 'x')).toEqual([]);
  });
});

test('rules that wait for something to be mended are told there, once', () => {
  const rule = { 'x-kubernetes-validations': [{ rule: 'false' }] };
  const schema = { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'boolean' }, c: { ...text, ...rule } } };
  const wrong = 'spec.a: type: a must be an integer, not "1" (an integer); write it without quotes: 1';
  const note = 'the CEL rules of the CRD are checked once this is fixed';
  expect(judgeThing(schema, { a: '1', b: 1, c: 'x' })).toEqual([`${wrong}; ${note}`, 'spec.b: type: b must be true or false, not 1 (true or false)']);
  expect(judgeThing(schema, { b: 1, c: 'x' })).toEqual([`spec.b: type: b must be true or false, not 1 (true or false); ${note}`]);
  expect(judgeThing(schema, { a: '1' })).toEqual([wrong]);
});

describe('rules do run', () => {
  const never = rules('false', 'ran');

  test.each([
    ['a number is out of bounds', { type: 'integer', minimum: 5, ...never }, 1],
    ['a text is too short', { ...text, minLength: 5, ...never }, 'x'],
    ['a pattern is broken', { ...text, pattern: '^y$', ...never }, 'x'],
    ['a list is too short', { type: 'array', items: text, minItems: 1, ...never }, []],
    ['an item is there twice', { 'type': 'array', 'x-kubernetes-list-type': 'set', 'items': text, ...never }, ['a', 'a']],
    ['two alternatives fit', { ...text, oneOf: [{ minLength: 1 }, { maxLength: 1 }], ...never }, 'x'],
    ['a field is unknown', { type: 'object', properties: { a: text }, ...never }, { other: 1 }],
  ])('when %s', (_, schema, spec) => {
    const found = judgeThing(schema, spec);
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(expect.stringMatching(/^spec: cel: ran \(false(?:, but self is (?:1|"x"))?\)$/));
  });

  test('when they stand in a part of allOf, with the types of the whole', () => {
    expect(judgeThing({ type: 'integer', allOf: [rules('self > 5', 'too small')] }, 5)).toEqual(['spec: cel: too small (self > 5, but self is 5)']);
  });
});
