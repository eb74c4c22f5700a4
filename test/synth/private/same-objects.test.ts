import { sameObjects } from '../../../lib/synth/private/same-objects';

test.each([
  ['the same text', 'a: 1\n', 'a: 1\n'],
  ['another style', 'a: 1\nb: [x]\n', '{"b": ["x"], "a": 1}'],
  ['comments and empty documents', 'a: 1\n---\nb: 2\n', '# by another tool\n---\na: 1\n---\n---\nb: 2\n---\n'],
  ['nothing at all', '', '# nothing\n'],
])('%s holds the same objects', (_, one, other) => {
  expect(sameObjects(one, other)).toBe(true);
});

test.each([
  ['another value', 'a: 1\n', 'a: 2\n'],
  ['another type', 'a: 1\n', 'a: "1"\n'],
  ['one object more', 'a: 1\n', 'a: 1\n---\nb: 2\n'],
  ['another order of objects', 'a: 1\n---\nb: 2\n', 'b: 2\n---\na: 1\n'],
  ['no YAML', 'a: 1\n', 'a: [1\n'],
])('%s does not', (_, one, other) => {
  expect(sameObjects(one, other)).toBe(false);
});

test('a text that grows without bounds when it is written out is compared in no time', () => {
  const bomb = Array.from({ length: 40 }, (_, i) => `k${i}: &a${i} [${i === 0 ? 1 : `*a${i - 1}, *a${i - 1}`}]`).join('\n');
  expect(sameObjects('a: 1\n', bomb)).toBe(false);
});
