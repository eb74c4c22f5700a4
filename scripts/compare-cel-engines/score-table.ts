import type { Score } from './scores';
import { sum } from './scores';

/** The scores as a table of Markdown: a line a topic, and sums. */
export function scoreTable(names: readonly string[], scores: readonly Score[]): string {
  const [plain, added] = [true, false].map(isPlain => scores.filter(score => score.plain === isPlain));
  return [
    row(['topic', 'rules', ...names]),
    `|${'---|'.repeat(names.length + 2)}`,
    ...plain.map(scoreRow),
    scoreRow(sum('**all in plain CEL**', plain)),
    ...added.map(score => scoreRow({ ...score, topic: `${score.topic}, as Kubernetes adds to them` })),
    scoreRow(sum('**all that Kubernetes adds**', added)),
    scoreRow(sum('**all**', scores)),
  ].join('\n');
}

function scoreRow({ topic, rules, agreeing }: Score): string {
  return row([topic, String(rules), ...agreeing.map(String)]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
