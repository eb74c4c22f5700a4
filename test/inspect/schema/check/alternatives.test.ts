import { JsonSchema } from '../../../../lib/inspect/schema/tables/crd';
import { judgeThing } from '../../../support/thing-kind';

const text = { type: 'string' };
const object = (rest: JsonSchema): JsonSchema => ({ type: 'object', properties: { a: text, b: text, c: text }, ...rest });

describe('oneOf', () => {
  const atMostOne = object({ oneOf: [{ not: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } }, { required: ['a'] }, { required: ['b'] }] });
  const exactlyOne = object({ oneOf: [{ required: ['a'] }, { required: ['b', 'c'] }] });

  test('fields that are mutually exclusive are named', () => {
    expect(judgeThing(atMostOne, {})).toEqual([]);
    expect(judgeThing(atMostOne, { a: 'x' })).toEqual([]);
    expect(judgeThing(atMostOne, { a: 'x', b: 'y' })).toEqual(['spec: one-of: a and b are mutually exclusive (at most one of a or b)']);
    expect(judgeThing(exactlyOne, { a: 'x', b: 'y', c: 'z' }))
      .toEqual(['spec: one-of: a and b with c are mutually exclusive (exactly one of a or b with c)']);
  });

  test('fields of which one is needed are named', () => {
    expect(judgeThing(exactlyOne, { b: 'y' })).toEqual(['spec: one-of: spec has none of a or b with c (exactly one of a or b with c)']);
  });

  test('other alternatives are counted', () => {
    const schema = { type: 'string', oneOf: [{ maxLength: 2 }, { minLength: 2 }, { enum: ['x'] }] };
    expect(judgeThing(schema, 'yyy')).toEqual([]);
    expect(judgeThing(schema, 'yy')).toEqual(['spec: one-of: spec matches 2 mutually exclusive forms at once']);
    expect(judgeThing({ type: 'string', oneOf: [{ enum: ['x'] }, { enum: ['z'] }] }, 'yy'))
      .toEqual(['spec: one-of: spec matches none of the 2 allowed forms']);
  });
});

describe('anyOf', () => {
  test('one that fits is enough', () => {
    const schema = object({ anyOf: [{ required: ['a'] }, { required: ['b'] }] });
    expect(judgeThing(schema, { b: 'x' })).toEqual([]);
    expect(judgeThing(schema, { a: 'x', b: 'x' })).toEqual([]);
    expect(judgeThing(schema, { c: 'x' })).toEqual(['spec: one-of: spec has none of a or b (at least one of a or b)']);
  });

  test('formats may be alternatives', () => {
    const schema = { type: 'string', anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] };
    expect(['1.2.3.4', '2001:db8::1'].flatMap(address => judgeThing(schema, address))).toEqual([]);
    expect(judgeThing(schema, 'a.example.com')).toEqual(['spec: one-of: spec matches none of the 2 allowed forms']);
  });
});

describe('not', () => {
  test('a field that must not be there is named', () => {
    expect(judgeThing(object({ not: { required: ['a', 'b'] } }), { a: 'x', b: 'y' })).toEqual(['spec: one-of: spec must not have a with b']);
  });

  test('another form is not', () => {
    const schema = { type: 'string', not: { enum: ['IPAddress'] } };
    expect(judgeThing(schema, 'Hostname')).toEqual([]);
    expect(judgeThing(schema, 'IPAddress')).toEqual(['spec: one-of: spec has a form that is not allowed']);
  });
});

test('an alternative that is tried leaves nothing behind', () => {
  const schema = object({ anyOf: [{ properties: { a: { maxLength: 1 } } }, { properties: { a: { minLength: 1 } } }] });
  expect(judgeThing(schema, { a: 'long' })).toEqual([]);
});
