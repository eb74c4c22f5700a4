import { ImportsError } from './imports-error';
import { Lock } from './lock';

const BEGIN = '<!-- sources: written by npm run imports; cspell:disable -->';
const END = '<!-- end of sources; cspell:enable -->';

/** The page with the table of public sources between its two markers as the lock has it. */
export function withSourceTable(page: string, lock: Lock): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) {
    throw new ImportsError(`docs/imports.md: has lost the markers of its table; put "${BEGIN}" and "${END}" back, each on a line of its own`);
  }
  return `${page.slice(0, begin) + BEGIN}\n\n${sourceTable(lock)}\n\n${page.slice(end)}`;
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
