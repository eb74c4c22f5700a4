import { judgeThing } from '../../../support/thing-kind';

describe('types', () => {
  test.each([
    ['an object', { type: 'object' }, [{}], ['x', 1, true, []]],
    ['a list', { type: 'array', items: { type: 'string' } }, [[], ['a']], ['x', 1, true, {}]],
    ['a string', { type: 'string' }, ['', 'x'], [1, true, [], {}]],
    ['an integer', { type: 'integer' }, [0, -3, 2 ** 53, 1.0000000001], ['1', 1.5, 1e30, true, [], {}]],
    ['a number', { type: 'number' }, [0, 1.5, 1e30], ['1', true, [], {}]],
    ['true or false', { type: 'boolean' }, [true, false], ['true', 0, [], {}]],
    ['an integer or a string', { 'x-kubernetes-int-or-string': true }, [1, '1', '50%'], [1.5, true, [], {}]],
  ])('%s is what it is', (expected, type, fine, wrong) => {
    const schema = { type: 'object', properties: { field: type } };
    expect(fine.flatMap(field => judgeThing(schema, { field }))).toEqual([]);
    expect(wrong.map(field => judgeThing(schema, { field }).map(line => line.replace(/; .*/, '')))).toEqual(wrong.map(value => {
      const shown = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : JSON.stringify(value);
      return [`spec.field: type: field must be ${expected}, not ${shown} (${expected})`];
    }));
  });

  test('a value without type may be anything, but null counts as absent', () => {
    const schema = { type: 'object', required: ['field'], properties: { field: { 'x-kubernetes-preserve-unknown-fields': true } } };
    expect([1, 'x', true, [], {}].flatMap(field => judgeThing(schema, { field }))).toEqual([]);
    expect(judgeThing(schema, { field: null })).toEqual(['spec.field: required: field is missing']);
  });

  test('null in a list is a value, and is wrong unless the items are nullable', () => {
    const list = (nullable: boolean) => ({ type: 'array', items: { type: 'string', nullable } });
    expect(judgeThing(list(false), ['a', null])).toEqual(['spec[1]: type: spec[1] must be a string, not null (a string)']);
    expect(judgeThing(list(true), ['a', null])).toEqual([]);
  });

  test('the server does not hold a list against a type with a format', () => {
    const schema = { type: 'object', properties: { time: { type: 'string', format: 'date-time' } } };
    expect(judgeThing(schema, { time: [] })).toEqual([]);
    expect(judgeThing(schema, { time: 5 })).toEqual(['spec.time: type: time must be a string, not 5 (a string); quote it: without quotes, YAML reads it as 5']);
  });
});

describe('required fields', () => {
  const schema = { type: 'object', required: ['a', 'b'], properties: { a: { type: 'string' }, b: {} } };

  test('each missing one is found where it should be, with its type where that is known', () => {
    expect(judgeThing(schema, {})).toEqual(['spec.a: required: a is missing (a string)', 'spec.b: required: b is missing']);
  });

  test('an empty string is there', () => {
    expect(judgeThing(schema, { a: '', b: 0 })).toEqual([]);
  });
});

describe('enums', () => {
  test('another value is found, with a guess at what was meant', () => {
    const schema = { type: 'string', enum: ['STRICT', 'PERMISSIVE'] };
    expect(judgeThing(schema, 'STRICT')).toEqual([]);
    expect(judgeThing(schema, 'Strict')).toEqual(['spec: enum: invalid spec "Strict" ("STRICT" or "PERMISSIVE"); did you mean "STRICT"?']);
    expect(judgeThing(schema, 'OFF')).toEqual(['spec: enum: invalid spec "OFF" ("STRICT" or "PERMISSIVE")']);
  });

  test('objects are compared by content, whatever the order of their keys', () => {
    const schema = { 'type': 'object', 'enum': [{ a: 1, b: [2] }], 'x-kubernetes-preserve-unknown-fields': true };
    expect(judgeThing(schema, { b: [2], a: 1 })).toEqual([]);
    expect(judgeThing(schema, { a: 1 })).toEqual(['spec: enum: invalid spec an object ({"a":1,"b":[2]})']);
  });

  test('null is never one of them, as on the server', () => {
    const schema = { type: 'object', properties: { field: { type: 'string', nullable: true, enum: ['a', null] } } };
    expect(judgeThing(schema, { field: null })).toEqual(['spec.field: enum: invalid field null ("a" or null)']);
  });
});

describe('bounds', () => {
  test('of lists', () => {
    const schema = { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 };
    expect(judgeThing(schema, [])).toEqual(['spec: bounds: spec has 0 items (at least 1)']);
    expect(judgeThing(schema, ['a', 'b'])).toEqual([]);
    expect(judgeThing(schema, ['a', 'b', 'c'])).toEqual(['spec: bounds: spec has 3 items (at most 2)']);
  });

  test('of maps', () => {
    const schema = { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1, maxProperties: 1 };
    expect(judgeThing(schema, {})).toEqual(['spec: bounds: spec has 0 properties (at least 1)']);
    expect(judgeThing(schema, { a: 'x' })).toEqual([]);
    expect(judgeThing(schema, { a: 'x', b: 'y' })).toEqual(['spec: bounds: spec has 2 properties (at most 1)']);
  });
});

test('items that are unique by their keys are found at their second place', () => {
  const schema = {
    'type': 'array',
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['name', 'protocol'],
    'items': { type: 'object', properties: { name: { type: 'string' }, protocol: { type: 'string', default: 'TCP' } } },
  };
  expect(judgeThing(schema, [{ name: 'a' }, { name: 'a', protocol: 'UDP' }])).toEqual([]);
  expect(judgeThing(schema, [{ name: 'a' }, { name: 'a', protocol: 'TCP' }, { name: 'a' }]))
    .toEqual(['spec[1]: duplicate: duplicate name and protocol in spec (each item only once)']);
});

test('items of a set are unique', () => {
  const schema = { 'type': 'array', 'x-kubernetes-list-type': 'set', 'items': { type: 'string' } };
  expect(judgeThing(schema, ['a', 'b', 'a'])).toEqual(['spec[2]: duplicate: duplicate "a" in spec (each item only once)']);
});

test('an embedded object is held against the rules of every object', () => {
  const schema = { 'type': 'object', 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true };
  expect(judgeThing(schema, { apiVersion: 'v1', kind: 'Pod', spec: { anything: 1 } })).toEqual([]);
  expect(judgeThing(schema, { kind: '', metadata: { labels: { a: 1 } } })).toEqual([
    'spec.apiVersion: required: apiVersion is missing (a string)',
    'spec.kind: type: kind of spec must be a non-empty string, not "" (a string)',
    'spec.metadata.labels.a: type: a must be a string, not 1 (a string); quote it: without quotes, YAML reads it as 1',
  ]);
});

test('rules of a part of allOf count as rules of the whole', () => {
  const schema = { type: 'string', allOf: [{ minLength: 2 }, { maxLength: 1 }] };
  expect(judgeThing(schema, 'x')).toEqual(['spec: bounds: spec has 1 character (at least 2)']);
});
