import type { LinePosition } from './line-index';

/**
 * Where the place of a text is that stands as a literal block (`|`), counted from the line where the block is announced, which is 0; undefined
 * where the text stands in another way, whose lines are not its own.
 *
 * @param written what is written from the key of the text, or its `|`, to the end of the document
 */
export function placeInBlock(written: string, text: string, { line, column }: LinePosition): LinePosition | undefined {
  // No more lines than that are looked at, since what follows may be thousands of objects.
  const [head, ...lines] = written.split(LINE_BREAK, line + 1);
  const own = text.split('\n', line);
  const first = own.findIndex(one => one !== '');
  const indent = ANNOUNCED.test(head) && first >= 0 ? (lines[first] ?? '').length - own[first].length : -1;
  const isBlock = indent > 0 && own.every((one, index) => (one === '' ? lines[index]?.trim() === '' : lines[index] === `${' '.repeat(indent)}${one}`));
  return isBlock ? { line, column: indent + column } : undefined;
}

const LINE_BREAK = /\r\n|\r|\n/;

/** The end of the line on which a literal block is announced; what follows is compared, so that a text that ends so does no harm. */
const ANNOUNCED = /(?:^|[\s:])\|[-+1-9]{0,2}[ \t]*(?:#.*)?$/;
