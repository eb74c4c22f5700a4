import type { Repair } from '../inspect/fix/repair';
import { WhyLeft, whyLeft } from '../inspect/fix/why-left';
import { printable } from '../inspect/report/printable';

/** What is said of repairs that were not done: each place once, with the reason. */
export function leftNotes(left: readonly Repair[]): readonly string[] {
  return [...new Set(left.map(leftNote))];
}

function leftNote(repair: Repair): string {
  const { object: { document, path }, code, path: place } = repair;
  const { line, column } = document.positionOf([...path, ...place]);
  return `${printable(document.file.name)}:${line}:${column}: ${code} was not fixed because ${REASONS[whyLeft(repair)]}: fix it by hand`;
}

const REASONS: Readonly<Record<WhyLeft, string>> = {
  encoding: 'the file is not UTF-8, so it cannot be written back unchanged',
  problems: 'this document has a duplicate key',
  taken: 'the corrected value is already there',
  alias: 'a YAML alias uses it in several places',
  comment: 'it would move, and a comment or other text next to it could be lost',
  lines: 'it is not plain text on one line',
  meaning: 'the new text would be read as another value',
  neighbor: 'another fix changes the same place',
};
