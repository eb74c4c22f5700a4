import { JsonSchema } from '../../../../lib/inspect/schema/tables/crd';
import { judgeThing } from '../../../support/thing-kind';

const text = { type: 'string' };
const rules = (rule: string, message: string): JsonSchema => ({ 'x-kubernetes-validations': [{ rule, message }] });

test('a rule that is broken is found where its value stands, in its own words', () => {
  const item = { type: 'object', properties: { from: { type: 'integer' }, to: { type: 'integer' } }, ...rules('self.from < self.to', 'from comes first') };
  expect(judgeThing({ type: 'array', items: item }, [{ from: 1, to: 2 }, { from: 2, to: 1 }])).toEqual(['spec[1]: cel: from comes first']);
});

test('a rule may name a field below its value', () => {
  const rule = { rule: 'self.a == "x"', message: 'must be x', fieldPath: '.a' };
  expect(judgeThing({ 'type': 'object', 'properties': { a: text }, 'x-kubernetes-validations': [rule] }, { a: 'y' })).toEqual(['spec.a: cel: must be x']);
});

test('rules see defaults, and neither unknown fields nor null', () => {
  const schema = { type: 'object', properties: { a: { ...text, default: 'x' }, b: text, ...{} }, ...rules('self.a == "x" && !has(self.b)', 'sees') };
  expect(judgeThing(schema, { b: null, other: 1 })).toEqual(['spec.other: unknown-field: "other" is no field of spec (a, b)']);
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
      .toEqual(['spec: cel: ran']);
  });

  test('when their alternative is only tried', () => {
    expect(judgeThing({ ...text, anyOf: [{ minLength: 1, ...never }] }, 'x')).toEqual([]);
  });
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
    expect(found).toContain('spec: cel: ran');
  });

  test('when they stand in a part of allOf, with the types of the whole', () => {
    expect(judgeThing({ type: 'integer', allOf: [rules('self > 5', 'too small')] }, 5)).toEqual(['spec: cel: too small']);
  });
});
