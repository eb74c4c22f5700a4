import { readDocument } from '../model/read-document';

/** A text in double quotes in place of another one: what both begin with, and end with, stays as it is written, with its escapes. */
export function inDoubleQuotes(to: string, written: string): string {
  const parts = (written.slice(1, -1).match(PART) ?? []).map(part => ({ part, meaning: meaningOf(part) }));
  const head = sharedParts(parts, to, (rest, meaning) => (rest.startsWith(meaning) ? rest.slice(meaning.length) : undefined));
  const tail = sharedParts(parts.slice(head.count).reverse(), head.rest, (rest, meaning) => (
    rest.endsWith(meaning) ? rest.slice(0, rest.length - meaning.length) : undefined
  ));
  const [begin, end] = [parts.slice(0, head.count), parts.slice(parts.length - tail.count)].map(kept => kept.map(({ part }) => part).join(''));
  return `"${begin}${JSON.stringify(tail.rest).slice(1, -1)}${end}"`;
}

/** An escape, or a character. */
const PART = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)|[^\\]/gsu;

interface Part {
  readonly part: string;
  /** Undefined where it has none alone: in JSON, two escapes may be the halves of one character. */
  readonly meaning?: string;
}

function meaningOf(part: string): string | undefined {
  const { value } = part.startsWith('\\') ? readDocument(`"${part}"`) : { value: part };
  return typeof value === 'string' ? value : undefined;
}

/** What is left of a text without the meaning of a part at one of its ends; undefined where that is not there. */
type Without = (rest: string, meaning: string) => string | undefined;

/** How many parts a text has from one end on, and the rest of it. */
function sharedParts(parts: readonly Part[], text: string, without: Without): { readonly count: number; readonly rest: string } {
  let [count, rest] = [0, text];
  for (const { meaning } of parts) {
    const shorter = meaning === undefined ? undefined : without(rest, meaning);
    if (shorter === undefined) {
      break;
    }
    [count, rest] = [count + 1, shorter];
  }
  return { count, rest };
}
