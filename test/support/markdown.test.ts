import { blocksOf, linksOf } from './markdown';

const PAGE = `# Page

The first
lead:

\`\`\`ts
const a = 1;
\`\`\`

renders \`dist/a.yaml\`:

\`\`\`yaml
a: 1
\`\`\`
`;

test('blocks come with their place, language, text and the paragraph above', () => {
  expect(blocksOf('page.md', PAGE)).toEqual([
    { location: 'page.md:7', language: 'ts', text: 'const a = 1;\n', lead: 'The first\nlead:' },
    { location: 'page.md:13', language: 'yaml', text: 'a: 1\n', lead: 'renders `dist/a.yaml`:' },
  ]);
});

test('a second word behind the fence does not hide the block, nor those that follow', () => {
  const page = '```yaml bad\na: 1\n```\n\n```ts\nconst a = 1;\n```\n';
  expect(blocksOf('page.md', page).map(({ location, language }) => [location, language])).toEqual([['page.md:2', 'yaml'], ['page.md:6', 'ts']]);
});

test.each(['  ```ts', '~~~ts', '``` ts', '```ts {1, 2}'])('fails on the fence %j, which would hide its block', fence => {
  expect(() => blocksOf('page.md', `${fence}\nconst a = 1;\n\`\`\`\n`)).toThrow(
    'page.md:1: write a fence as three backticks at the beginning of the line, with the language and at most one more word behind them',
  );
});

test('fails on a block without an end', () => {
  expect(() => blocksOf('page.md', '```ts\nconst a = 1;\n')).toThrow('page.md:1: the block has no end');
});

test('links are those to files of the project, outside of code', () => {
  expect(linksOf('[a](b.md#c) [d](https://e.f) `[g](h.md)`\n```\n[i](j.md)\n```\n')).toEqual(['b.md#c']);
});
