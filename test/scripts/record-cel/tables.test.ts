import { expressionsText, objectsText } from '../../../scripts/record-cel/tables';
import type { ExpressionTable } from '../../../scripts/record-cel/tables';

test('an object is a line', () => {
  const objects = [
    { object: { apiVersion: 'a/v1', kind: 'A', metadata: { name: 'a' } }, complaints: [] },
    { object: { apiVersion: 'a/v1', kind: 'A', metadata: { name: 'b' } }, complaints: [['spec.a', 'no']] as const },
  ];
  expect(objectsText({ server: 'v1', objects })).toBe('{"server":"v1","objects":[\n'
    + '  {"object":{"apiVersion":"a/v1","kind":"A","metadata":{"name":"a"}},"complaints":[]},\n'
    + '  {"object":{"apiVersion":"a/v1","kind":"A","metadata":{"name":"b"}},"complaints":[["spec.a","no"]]}\n'
    + ']}\n');
});

test('an expression is a line', () => {
  const expressions = [{ about: 'sums', schema: 'whole', self: 5, rules: { 'self == 5': true as const, 'self == 6': 'no' }, texts: {} }];
  const text = expressionsText({ server: 'v1', schemas: {}, expressions, rules: [] });
  expect(text).toContain('\n    "self == 5": true,\n    "self == 6": "no"\n');
  expect(JSON.parse(text) as ExpressionTable).toEqual({ server: 'v1', schemas: {}, expressions, rules: [] });
});
