import { readVerdicts, verdictsText } from '../../../scripts/record-verdicts/verdict-file';

const file = {
  server: 'v1.32.0',
  cases: [
    { name: 'one', object: { kind: 'A', spec: { a: '\n' } }, problems: [] },
    { name: 'two', object: { kind: 'B' }, problems: ['spec.a: FieldValueRequired'] },
  ],
};

test('a case is a line', () => {
  expect(verdictsText(file)).toBe('{"server":"v1.32.0","cases":[\n'
    + '  {"name":"one","object":{"kind":"A","spec":{"a":"\\n"}},"problems":[]},\n'
    + '  {"name":"two","object":{"kind":"B"},"problems":["spec.a: FieldValueRequired"]}\n'
    + ']}\n');
});

test('what is written is read again', () => {
  expect(readVerdicts(verdictsText(file))).toEqual(file);
});
