import { printable } from './printable';
import { terminalWidth } from './terminal-width';

/** How much of a long line is shown: JSON often stands on one line. */
const WIDTH = 100;

/** A line of a file with a caret beneath the place that is meant; both begin with the number of the line. */
export function excerpt(text: string, { line, column }: { readonly line: number; readonly column: number }): string[] {
  const start = column > WIDTH ? column - WIDTH / 2 : 0;
  const shown = text.slice(start, start + WIDTH).trimEnd();
  const before = start > 0 ? '…' : '';
  const after = text.length > start + WIDTH ? '…' : '';
  const indent = terminalWidth(printable(before + text.slice(start, column - 1)));
  const margin = ' '.repeat(String(line).length);
  return [`${line} | ${before}${printable(shown)}${after}`, `${margin} | ${' '.repeat(indent)}^`];
}
