import { trimSpace } from '../../../../lib/inspect/schema/cel/trim-space';

test('white space around a text is what Unicode calls so', () => {
  expect(trimSpace(' \t\n\v\f\r\u0085\u00a0\u2003a b\u3000\u2028 ')).toBe('a b');
});

test('a byte order mark is none', () => {
  expect(trimSpace('\ufeffa')).toBe('\ufeffa');
});

test('a long row of blanks within a text takes no longer than others', () => {
  const start = performance.now();
  const text = `a${' '.repeat(200_000)}b`;
  expect(trimSpace(`${text} `)).toBe(text);
  expect(performance.now() - start).toBeLessThan(1000);
});
