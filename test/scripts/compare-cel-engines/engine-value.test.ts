import { engineValue } from '../../../scripts/compare-cel-engines/engine-value';

const constant = (expression: string): unknown => ({ expression });

test.each([
  ['a whole number', 7, { type: 'integer' }, 7n],
  ['a number', 7, { type: 'number' }, 7],
  ['a number or a text', 7, { 'x-kubernetes-int-or-string': true }, 7n],
  ['a text', '7', { 'x-kubernetes-int-or-string': true }, '7'],
  ['a truth', true, { type: 'boolean' }, true],
  ['a list', ['1s'], { type: 'array', items: { type: 'string', format: 'duration' } }, [{ expression: 'duration(\'1s\')' }]],
  ['a moment', '2024-02-29T13:14:15+01:00', { type: 'string', format: 'date-time' }, { expression: 'timestamp(\'2024-02-29T13:14:15+01:00\')' }],
  ['a day', '2024-02-29', { type: 'string', format: 'date' }, { expression: 'timestamp(\'2024-02-29T00:00:00Z\')' }],
  ['a duration that CEL does not know', '1 day', { type: 'string', format: 'duration' }, { expression: 'duration(\'86400s\')' }],
])('%s becomes what engines take', (_, json, schema, value) => {
  expect(engineValue(json, schema, constant)).toEqual(value);
});

test('bytes are decoded', () => {
  expect(Buffer.from(engineValue('YWJj', { type: 'string', format: 'byte' }, constant) as Uint8Array).toString()).toBe('abc');
});

test('fields bear the names that rules give them, and one that is null is absent', () => {
  const text = { type: 'string' };
  const properties = { 'namespace': text, 'x-y': text, 'x.y': text, 'x/y': text, 'a__b': text, 'none': text };
  const json = { 'namespace': '1', 'x-y': '2', 'x.y': '3', 'x/y': '4', 'a__b': '5', 'none': null };
  expect(engineValue(json, { type: 'object', properties }, constant)).toEqual({
    __namespace__: '1', x__dash__y: '2', x__dot__y: '3', x__slash__y: '4', a__underscores__b: '5',
  });
});

test('keys of a map stay as they are, and so does null', () => {
  const schema = { type: 'object', additionalProperties: { type: 'integer', nullable: true } };
  expect(engineValue({ 'x-y': 1, 'none': null }, schema, constant)).toEqual({ 'x-y': 1n, 'none': null });
});
