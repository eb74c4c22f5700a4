import { partOf } from '../../../lib/inspect/model/kept-texts';

test('a part of a text is that part, however often and wherever it stands', () => {
  const text = 'name: a, name: b, longer: name';
  expect([[0, 4], [9, 13], [26, 30], [6, 7], [15, 16], [0, 0]].map(([begin, end]) => partOf(text, begin, end))).toEqual(['name', 'name', 'name', 'a', 'b', '']);
});

test('texts for which the same place is meant do not take the place of one another', () => {
  // 65 * 31 + 97 is 66 * 31 + 66.
  expect([partOf('Aa', 0, 2), partOf('BB', 0, 2), partOf('Aa', 0, 2)]).toEqual(['Aa', 'BB', 'Aa']);
});

test('a long part is read as well', () => {
  const text = `${'x'.repeat(100)}y`;
  expect([partOf(text, 0, 100), partOf(text, 50, 101)]).toEqual(['x'.repeat(100), `${'x'.repeat(50)}y`]);
});
