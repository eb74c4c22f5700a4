import { compareByPlace, compareFindings, Finding } from '../../../lib/inspect/checks/finding';

const finding = (file: string, line: number | undefined, code: string, message: string): Finding => (
  { file, line, code, message, rule: 'rule', severity: 'error', aliases: [], url: '' }
);

test('findings are ordered by file, line, code and message, and not by the letters of a language', () => {
  const ordered = [
    finding('B.yaml', 9, 'CRD002', 'b'),
    finding('a.yaml', undefined, 'CRD002', 'b'),
    finding('a.yaml', 2, 'CRD002', 'b'),
    finding('a.yaml', 10, 'CRD001', 'z'),
    finding('a.yaml', 10, 'CRD002', 'B'),
    finding('a.yaml', 10, 'CRD002', 'a'),
    finding('ä.yaml', 1, 'CRD001', 'a'),
  ];
  expect([...ordered].reverse().sort(compareFindings)).toEqual(ordered);
});

test('findings that say the same of one line are ordered by column', () => {
  const ordered = [7, 39, 61].map(column => ({ ...finding('a.yaml', 6, 'CRD002', 'a'), column }));
  expect([...ordered].reverse().sort(compareFindings)).toEqual(ordered);
});

test('people read them from left to right', () => {
  const ordered = [[6, 7, 'b'], [6, 39, 'a'], [6, 39, 'c'], [7, 1, 'a']].map(([line, column, message]) => (
    { ...finding('a.yaml', Number(line), 'CRD002', String(message)), column: Number(column) }
  ));
  expect([...ordered].reverse().sort(compareByPlace)).toEqual(ordered);
});

test('equal findings are equal', () => {
  expect(compareFindings(finding('a', 1, 'b', 'c'), finding('a', 1, 'b', 'c'))).toBe(0);
});
