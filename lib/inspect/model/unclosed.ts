import type { Mistake } from './document-problem';
import { scanFlow } from './flow-lines';

/** The quote or bracket of a text that is not closed: where it opens. Before it may be one that is closed twice. */
export function unclosed(text: string): Mistake | undefined {
  const { unclosed: offset, closedTwice } = scanFlow(text);
  if (closedTwice !== undefined && (offset === undefined || offset > closedTwice)) {
    return tooMany(text[closedTwice], closedTwice);
  }
  if (offset === undefined) {
    return undefined;
  }
  const opening = text[offset];
  const name = NAMES.get(opening)!;
  return { offset, message: `the ${name} that opens here is not closed`, repair: `close the ${name}` };
}

/** What is said of a bracket that closes none. */
export function tooMany(bracket: string, offset: number): Mistake {
  return { offset, message: `unmatched "${bracket}"`, repair: 'remove it' };
}

const NAMES = new Map([['"', 'quote'], ['\'', 'quote'], ['[', 'bracket'], ['{', 'brace']]);

/** A quote that is closed on a later line, right before a place where something fits nowhere: it should have been closed earlier. */
export function closedTooLate(text: string, position: number): Mistake | undefined {
  const quoted = scanFlow(text).quotes.find(({ end }) => end <= position && ON_LINE.test(text.slice(end, position)));
  const message = 'the quote that opens here is closed on a later line, before other text';
  return quoted && { offset: quoted.start, message, repair: 'close it where the text ends' };
}

const ON_LINE = /^[ \t]*$/;
