import { ImportsError } from './imports-error';
import { Lock } from './lock';

const BEGIN = '<!-- sources: written by npm run imports; cspell:disable -->';
const END = '<!-- end of sources; cspell:enable -->';

/** The page with the tables of kinds and of public sources between its two markers as the lock has them. */
export function withSourceTable(page: string, lock: Lock): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) {
    throw new ImportsError(`docs/imports.md: has lost the markers of its tables; put "${BEGIN}" and "${END}" back, each on a line of its own`);
  }
  return `${page.slice(0, begin) + BEGIN}\n\n${kindTable(lock)}\n\n${sourceTable(lock)}\n\n${page.slice(end)}`;
}

function kindTable({ constructs }: Lock): string {
  const byVersion = new Map<string, string[]>();
  for (const name of Object.values(constructs).flat().sort()) {
    const [group, version, kind] = name.split('/');
    const apiVersion = `${group}/${version}`;
    byVersion.set(apiVersion, [...byVersion.get(apiVersion) ?? [], kind]);
  }
  const rows = [...byVersion].map(([apiVersion, kinds]) => `| \`${apiVersion}\` | ${kinds.join(', ')} |`);
  return ['| API version | kinds |', '|---|---|', ...rows].join('\n');
}

function sourceTable({ sources }: Lock): string {
  const rows = Object.values(sources).flatMap(({ groups = [], published = [] }) => published.map(source => {
    const { repository, revision, commit, date, paths } = source;
    const link = `[${repository}](https://github.com/${repository}/tree/${commit})`;
    const cells = [quoted(groups), link, revision === commit ? commit.slice(0, 12) : revision, date, quoted(paths)];
    return `| ${cells.join(' | ')} |`;
  }));
  return ['| constructs | repository | revision | date | files there |', '|---|---|---|---|---|', ...rows].join('\n');
}

function quoted(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join('<br>');
}
