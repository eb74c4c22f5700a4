import { printable } from './printable';

/** How much of a long line is shown: JSON often stands on one line. */
const WIDTH = 100;

/** A line of a file with a caret beneath the place that is meant; both begin with the number of the line. */
export function excerpt(text: string, { line, column }: { readonly line: number; readonly column: number }): string[] {
  const start = column > WIDTH ? column - WIDTH / 2 : 0;
  const shown = text.slice(start, start + WIDTH).trimEnd();
  const before = start > 0 ? '…' : '';
  const after = text.length > start + WIDTH ? '…' : '';
  const indent = widthOf(before + text.slice(start, column - 1));
  const margin = ' '.repeat(String(line).length);
  return [`${line} | ${before}${printable(shown)}${after}`, `${margin} | ${' '.repeat(indent)}^`];
}

/** As many columns as a terminal gives to a text: it stands there as `printable` writes it. */
function widthOf(text: string): number {
  return [...printable(text)].length;
}
