import { Lock } from '../../../scripts/imports/lock';
import { withSourceTable } from '../../../scripts/imports/source-table';

const commit = '0123456789abcdef0123456789abcdef01234567';
const lock: Lock = {
  generators: {},
  sources: {
    'a.yaml': {
      sha256: 'aa',
      groups: ['a.example.com', 'b.example.com'],
      published: [
        { repository: 'example/tagged', revision: 'v1.2.3', commit, date: '2026-01-31', paths: ['crds/a.yaml', 'crds/b.yaml'] },
        { repository: 'example/untagged', revision: commit, commit, date: '2026-02-28', paths: ['c.yaml'] },
      ],
    },
    'facts/kubernetes.json': { sha256: 'bb' },
  },
  constructs: {
    'a.example.com.ts': ['a.example.com/v1/Apple', 'a.example.com/v1beta1/Banana', 'a.example.com/v1/Cherry'],
    'b.example.com.ts': ['b.example.com/v2/Date'],
  },
  outputs: {},
};

const page = (between: string): string => `# Title\n\n<!-- sources: written by npm run imports; cspell:disable -->${between}<!-- end of sources; cspell:enable -->\n\nThe end.\n`;

test('the tables replace what stood between the markers, and nothing else', () => {
  const tables = [
    '| API version | kinds |',
    '|---|---|',
    '| `a.example.com/v1` | Apple, Cherry |',
    '| `a.example.com/v1beta1` | Banana |',
    '| `b.example.com/v2` | Date |',
    '',
    '| constructs | repository | revision | date | files there |',
    '|---|---|---|---|---|',
    `| \`a.example.com\`<br>\`b.example.com\` | [example/tagged](https://github.com/example/tagged/tree/${commit}) | v1.2.3 | 2026-01-31 | \`crds/a.yaml\`<br>\`crds/b.yaml\` |`,
    `| \`a.example.com\`<br>\`b.example.com\` | [example/untagged](https://github.com/example/untagged/tree/${commit}) | 0123456789ab | 2026-02-28 | \`c.yaml\` |`,
  ].join('\n');
  expect(withSourceTable(page('\nold\n'), lock)).toBe(page(`\n\n${tables}\n\n`));
  expect(withSourceTable(page(`\n\n${tables}\n\n`), lock)).toBe(page(`\n\n${tables}\n\n`));
});

test.each([
  ['no marker', '# Title\n'],
  ['no end', '<!-- sources: written by npm run imports; cspell:disable -->\n'],
  ['no beginning', '<!-- end of sources; cspell:enable -->\n'],
  ['its markers the wrong way round', '<!-- end of sources; cspell:enable -->\n<!-- sources: written by npm run imports; cspell:disable -->\n'],
])('fails when the page has %s', (_, text) => {
  expect(() => withSourceTable(text, lock)).toThrow(new Error('docs/imports.md: has lost the markers of its tables; '
    + 'put "<!-- sources: written by npm run imports; cspell:disable -->" and "<!-- end of sources; cspell:enable -->" back, each on a line of its own'));
});
