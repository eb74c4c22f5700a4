import { terminalWidth } from '../../../lib/inspect/report/terminal-width';

test.each([
  ['', 0],
  ['name: a~', 8],
  ['Größe é', 7],
  ['Größe é'.normalize('NFD'), 7],
  ['名前', 4],
  ['なまえ', 6],
  ['ナマエー', 8],
  ['ﾅﾏｴ', 3],
  ['이름', 4],
  ['이름'.normalize('NFD'), 4],
  ['，。「」', 8],
  ['ＡＢ', 4],
  ['🚀', 2],
  ['👍🏽', 2],
  ['🇩🇪', 2],
  ['✓ → ©', 5],
  ['👩\u200d💻', 4],
  ['שלום', 4],
  ['नि', 2],
  ['x\u200by', 2],
])('%j takes %d columns', (text, columns) => {
  expect(terminalWidth(text)).toBe(columns);
});
