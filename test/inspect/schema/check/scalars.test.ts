import { isWhole } from '../../../../lib/inspect/schema/check/scalars';
import { judgeThing } from '../../../support/thing-kind';

describe('strings', () => {
  test('are measured in characters, of which a wide one is one', () => {
    const schema = { type: 'string', minLength: 2, maxLength: 3 };
    expect(judgeThing(schema, '')).toEqual(['spec: bounds: spec is empty (at least 2 characters)']);
    expect(judgeThing(schema, '😀')).toEqual(['spec: bounds: spec has 1 character (at least 2)']);
    expect(judgeThing(schema, '😀😀😀')).toEqual([]);
    expect(judgeThing(schema, '😀😀😀😀')).toEqual(['spec: bounds: spec has 4 characters (at most 3)']);
  });

  test('are held against a pattern only when their length is right', () => {
    const schema = { type: 'string', maxLength: 5, pattern: '^[a-z]+$' };
    expect(judgeThing(schema, 'abc')).toEqual([]);
    expect(judgeThing(schema, 'A')).toEqual(['spec: pattern: invalid spec "A": does not match its pattern (^[a-z]+$)']);
    expect(judgeThing(schema, 'AAAAAA')).toEqual(['spec: bounds: spec has 6 characters (at most 5)']);
  });

  test('have the format that they should have, if the API server knows it', () => {
    expect(judgeThing({ type: 'string', format: 'date-time' }, '2024-01-01T00:00:00Z')).toEqual([]);
    expect(judgeThing({ type: 'string', format: 'date-time' }, 'soon')).toEqual(['spec: format: invalid spec "soon" (the format date-time)']);
    expect(judgeThing({ type: 'string', format: 'int-or-float' }, 'soon')).toEqual([]);
  });
});

describe('numbers', () => {
  test('have bounds, which may be excluded', () => {
    const schema = { type: 'integer', minimum: 0, maximum: 10 };
    expect([0, 10].flatMap(value => judgeThing(schema, value))).toEqual([]);
    expect(judgeThing(schema, -1)).toEqual(['spec: bounds: spec is -1 (at least 0)']);
    expect(judgeThing(schema, 11)).toEqual(['spec: bounds: spec is 11 (at most 10)']);
    const excluding = { ...schema, exclusiveMinimum: true, exclusiveMaximum: true };
    expect(judgeThing(excluding, 0)).toEqual(['spec: bounds: spec is 0 (more than 0)']);
    expect(judgeThing(excluding, 10)).toEqual(['spec: bounds: spec is 10 (less than 10)']);
  });

  test('are multiples', () => {
    const schema = { type: 'number', multipleOf: 0.1 };
    expect(judgeThing(schema, 0.3)).toEqual([]);
    expect(judgeThing(schema, 0.25)).toEqual(['spec: bounds: spec is 0.25 (a multiple of 0.1)']);
  });

  test('are not held against the width that a format names', () => {
    expect(judgeThing({ type: 'integer', format: 'int32' }, 2 ** 40)).toEqual([]);
  });
});

test('a number is whole when the API server can make a 64-bit integer of it', () => {
  expect([0, -0, 1, -1, 2 ** 53, 2 ** 62, 1.0000000001].filter(value => !isWhole(value))).toEqual([]);
  expect([0.5, -1.0000000001, 1.00001, 1e-12, 2 ** 64, 1e30, Infinity, NaN].filter(isWhole)).toEqual([]);
});
