import { readFileSync } from 'node:fs';
import { SchemaIndex } from '../../lib/inspect/schema/node';

const { groups } = JSON.parse(readFileSync('imports/schemas/index.json', 'utf8')) as SchemaIndex;
const isBuiltIn = (file: string): boolean => file === 'kubernetes.json';

/** The kinds of each group that a page lists: `group: Kind, Kind; group: Kind.` */
function listedIn(page: string): Record<string, string[]> {
  const [, list] = /and of Kubernetes' own:\n\n(.+?)\.\n\n/s.exec(readFileSync(page, 'utf8')) ?? ['', 'no list'];
  return Object.fromEntries(list.replaceAll('\n', ' ').split('; ').map(part => {
    const [group, kinds = ''] = part.split(': ');
    return [group === 'the core group' ? '' : group.replaceAll('`', ''), kinds.split(', ')];
  }));
}

test('the kinds of Kubernetes that a page says are judged are those of the tables', () => {
  const known = Object.entries(groups).filter(([, { file }]) => isBuiltIn(file)).map(([group, { kinds }]) => [group, kinds]);
  expect(listedIn('docs/cli.md')).toEqual(Object.fromEntries(known));
});

test('all other kinds have constructs, which the page links', () => {
  const table = readFileSync('docs/imports.md', 'utf8');
  const rows = [...table.matchAll(/^\| `([a-z0-9.-]+)\/v\w+` \| (.*) \|$/gm)].map(([, group, kinds]) => ({ group, kinds: kinds.split(', ') }));
  const known = Object.entries(groups).filter(([, { file }]) => !isBuiltIn(file));
  expect(Object.fromEntries(known.map(([group, { kinds }]) => [group, [...kinds].sort()])))
    .toEqual(Object.fromEntries(known.map(([group]) => [group, rows.filter(row => row.group === group).flatMap(({ kinds }) => kinds).sort()])));
});
