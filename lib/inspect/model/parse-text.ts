import { Event, parseEvents, YAMLException } from 'js-yaml';
import { flowLines, scanFlow } from './flow-lines';
import { lastNotAbove } from './sorted-search';

/** How deep a document may be nested: far deeper than any object, and not so deep that reading it could exhaust the stack. */
export const MAX_DEPTH = 500;

/** A text that was parsed: what it was parsed from, and the way back from there to what was written. */
export interface ParsedText {
  readonly source: string;
  readonly events: Event[];
  /** The offset in the text as it was written. */
  readonly written: (offset: number) => number;
}

/**
 * Parses the text of a document as Kubernetes does, but for the tabs and escapes that it does not take.
 *
 * @throws YAMLException when it cannot be parsed; its position is one of the text as it was written.
 */
export function parseText(text: string): ParsedText {
  // js-yaml takes fewer tabs for white space. Each has a place of its own, so that values can be taken from the text as it was written.
  const spaced = text.replaceAll('\t', ' ');
  try {
    return parseSpaced(text, spaced);
  } catch (error) {
    // js-yaml gives up at the first of them.
    if (error instanceof YAMLException && spaced[error.mark?.position ?? 0] === '#') {
      return parseSpaced(text, withoutJoinedComments(spaced));
    }
    throw error;
  }
}

/** @param spaced the same as the text, but for white space and comments */
function parseSpaced(text: string, spaced: string): ParsedText {
  try {
    return { source: text, events: parse(spaced), written: offset => offset };
  } catch (error) {
    if (error instanceof YAMLException && error.reason === DEFICIENT) {
      return parseIndented(text, spaced);
    }
    throw error;
  }
}

/** Puts spaces in place of comments that stand right behind a quote or bracket: Kubernetes wants no space before these, as js-yaml does. */
function withoutJoinedComments(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  for (const start of scanFlow(text).joinedComments) {
    COMMENT.lastIndex = start;
    const { length } = COMMENT.exec(text)![0];
    pieces.push(text.slice(done, start), ' '.repeat(length));
    done = start + length;
  }
  return [...pieces, text.slice(done)].join('');
}

const COMMENT = /#[^\r\n]*/y;

function parse(source: string): Event[] {
  return parseEvents(source, { maxDepth: MAX_DEPTH });
}

const DEFICIENT = 'deficient indentation';

/** Indents lines whose indentation means nothing deeper than any line that is indented for a reason. */
function parseIndented(text: string, spaced: string): ParsedText {
  const lines = flowLines(spaced);
  const widest = Array.from(text.matchAll(PREFIX), ([prefix]) => prefix.length).reduce((one, other) => Math.max(one, other), 0);
  const indent = ' '.repeat(widest + 1);
  const indented = (original: string): string => [0, ...lines].map((start, index) => original.slice(start, lines[index])).join(indent);
  const indents = lines.map((line, index) => line + index * indent.length);
  const written = (offset: number): number => {
    const last = lastNotAbove(offset, indents);
    return last < 0 ? offset : Math.max(lines[last], offset - (last + 1) * indent.length);
  };
  return { source: indented(text), events: atWritten(written, () => parse(indented(spaced))), written };
}

/** Does some work on the source; what it throws has its position in the text as it was written. */
export function atWritten<T>(written: ParsedText['written'], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof YAMLException && error.mark !== undefined) {
      throw new YAMLException(error.reason, { ...error.mark, position: written(error.mark.position) });
    }
    throw error;
  }
}

/** All that can stand before a key on its line, and perhaps more. */
const PREFIX = /^[ \t?-]*/gm;
