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
  return `${printable(document.file.name)}:${line}:${column}: ${code} was not mended, since ${REASONS[whyLeft(repair)]}: mend it by hand`;
}

const REASONS: Readonly<Record<WhyLeft, string>> = {
  encoding: 'the file is not UTF-8, and could not be written as it was',
  problems: 'a key stands twice in this document',
  taken: 'what it should become is there already',
  alias: 'an alias brings it to several places',
  comment: 'it would move, and a comment or something else beside it could be lost',
  lines: 'it is no plain text on one line',
  meaning: 'the text would be read as something else',
  neighbor: 'another repair changes the same place',
};
