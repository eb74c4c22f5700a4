import { excerpt } from '../../../lib/inspect/report/excerpt';

test('a line stands beside its number, and the caret beneath the place', () => {
  expect(excerpt('  timeut: 5s', { line: 14, column: 3 })).toEqual([
    '14 |   timeut: 5s',
    '   |   ^',
  ]);
});

test('a place behind the end of a line is shown there', () => {
  expect(excerpt('a: [', { line: 1, column: 5 })).toEqual(['1 | a: [', '  |     ^']);
});

test('of a long line, what lies around the place is shown', () => {
  const [line, caret] = excerpt(`${'x'.repeat(500)}!${'y'.repeat(500)}`, { line: 1, column: 501 });
  expect(line).toBe(`1 | …${'x'.repeat(49)}!${'y'.repeat(50)}…`);
  expect(line[caret.indexOf('^')]).toBe('!');
});

test('of a line that is a little too long, the end is cut', () => {
  expect(excerpt('z'.repeat(120), { line: 1, column: 1 })[0]).toBe(`1 | ${'z'.repeat(100)}…`);
});

test('what would steer a terminal is written out, and the caret stays beneath the place', () => {
  expect(excerpt('\ta\u001b: 1', { line: 1, column: 4 })).toEqual(['1 | \\ta\\u001b: 1', '  |          ^']);
});

test('the caret stands beneath the place behind characters that are wide, or that take no column', () => {
  expect([excerpt('名: "前" x', { line: 1, column: 8 }), excerpt('🚀: %x', { line: 1, column: 5 }), excerpt('e\u0301: %x', { line: 1, column: 5 })]).toEqual([
    ['1 | 名: "前" x', '  |          ^'],
    ['1 | 🚀: %x', '  |     ^'],
    ['1 | e\u0301: %x', '  |    ^'],
  ]);
});
