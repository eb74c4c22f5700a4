import { Event, parseEvents, YAMLException } from 'js-yaml';
import { flowLines } from './flow-lines';
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
 * Parses the text of a document as Kubernetes does.
 *
 * @throws YAMLException when it cannot be parsed; its position is one of the text as it was written.
 */
export function parseText(text: string): ParsedText {
  try {
    return { source: text, events: parseEvents(text, { maxDepth: MAX_DEPTH }), written: offset => offset };
  } catch (error) {
    if (error instanceof YAMLException && error.reason === DEFICIENT) {
      return parseIndented(text, flowLines(text));
    }
    throw error;
  }
}

const DEFICIENT = 'deficient indentation';

/** Indents lines whose indentation means nothing deeper than any line that is indented for a reason. */
function parseIndented(text: string, lines: readonly number[]): ParsedText {
  const widest = Array.from(text.matchAll(PREFIX), ([prefix]) => prefix.length).reduce((one, other) => Math.max(one, other), 0);
  const indent = ' '.repeat(widest + 1);
  const source = [0, ...lines].map((start, index) => text.slice(start, lines[index])).join(indent);
  const indents = lines.map((line, index) => line + index * indent.length);
  const written = (offset: number): number => {
    const last = lastNotAbove(offset, indents);
    return last < 0 ? offset : Math.max(lines[last], offset - (last + 1) * indent.length);
  };
  return { source, events: atWritten(written, () => parseEvents(source, { maxDepth: MAX_DEPTH })), written };
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

/** All that can stand before a key on its line. */
const PREFIX = /^(?:[ \t]|[-?][ \t])*/gm;
