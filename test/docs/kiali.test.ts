import { readdirSync, readFileSync } from 'node:fs';
import { allRules } from '../../lib/inspect/checks/all-rules';

const rows = readFileSync('docs/kiali.md', 'utf8').split('\n').filter(line => line.startsWith('| `KIA')).map(line => {
  const [, theirs, , ours] = line.split(' | ').join('|').split('|').map(cell => cell.trim());
  return { theirs: codesIn(theirs, 'KIA'), ours: codesIn(ours, '(?:IST|MESH)'), here: ours };
});

function codesIn(text: string, family: string): string[] {
  return [...text.matchAll(new RegExp(`\`(${family}\\d+)\``, 'g'))].map(([, code]) => code);
}

test('each code of Kiali stands once, with ours or with the reason why there is none', () => {
  const theirs = rows.flatMap(row => row.theirs);
  expect(new Set(theirs).size).toBe(theirs.length);
  expect(rows.filter(({ ours, here }) => ours.length === 0 && !here.startsWith('none'))).toEqual([]);
  expect(rows.flatMap(({ ours }) => ours).filter(code => !allRules.some(rule => rule.code === code))).toEqual([]);
});

test('the pages of our codes name those of Kiali that match them, and no others', () => {
  const expected = new Map<string, string[]>();
  rows.forEach(({ theirs, ours }) => ours.forEach(code => expected.set(code, [...expected.get(code) ?? [], ...theirs].sort())));
  const named = readdirSync('docs/checks').filter(file => file.endsWith('.md')).map(file => [file.replace('.md', ''), codesIn(readFileSync(`docs/checks/${file}`, 'utf8'), 'KIA')] as const);
  expect(Object.fromEntries(named.filter(([, codes]) => codes.length > 0))).toEqual(Object.fromEntries(expected));
});
