import { CLOSING_QUOTE, isJsonText } from './json-text';

/** A document of a stream: where its text begins and ends. */
export interface DocumentRange {
  readonly start: number;
  readonly end: number;
  /** Whether the text begins behind a marker, on the same line. */
  readonly behindMarker: boolean;
  /** Whether a marker should stand before it, and does not. */
  readonly unmarked?: boolean;
}

/**
 * Cuts a YAML stream at its document markers: lines that begin with `---` or `...` and a space or the end of the line. So each document
 * can be read alone, and a broken one costs no other. A stream of JSON objects, as `jq` writes it, is cut where one follows the other.
 * Documents with nothing in them are left out, but for the last.
 */
export function splitDocuments(text: string): DocumentRange[] {
  const ranges: DocumentRange[] = [];
  const joints = new Joints(text);
  let [start, behindMarker] = [0, false];
  for (const { index, 0: found } of text.matchAll(isJsonStream(text) ? JSON_TOKEN : MARKER)) {
    if (found.startsWith('"') || (found === '' && !joints.isOne(start, index))) {
      continue;
    }
    // Millions of markers may stand there with nothing between them.
    if (NOT_BLANK.test(text.slice(start, index))) {
      ranges.push({ start, end: index, behindMarker });
    }
    start = index + found.length;
    behindMarker = found !== '';
  }
  return [...ranges, { start, end: text.length, behindMarker }];
}

/** Whether a file is read as JSON: kubectl looks at its first character. */
export function isJsonStream(text: string): boolean {
  return beginsLikeJson(text, 0);
}

/** Tells where one object follows the other: behind JSON anywhere, and behind YAML in braces on a line of its own. */
class Joints {
  /** Where a document begins that is no JSON so far, and so will be none: it is not read again and again. */
  private noJson = -1;

  constructor(private readonly text: string) {}

  public isOne(start: number, index: number): boolean {
    if (this.text[index - 1] === '\n') {
      return beginsLikeJson(this.text, start);
    }
    const isJson = this.noJson !== start && isJsonText(this.text.slice(start, index));
    this.noJson = isJson ? this.noJson : start;
    return isJson;
  }
}

function beginsLikeJson(text: string, start: number): boolean {
  OPENING.lastIndex = start;
  return OPENING.test(text);
}

/** A tab on a line of its own is not nothing: Kubernetes refuses it. */
const NOT_BLANK = /\S|\n *\t/;
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
const OPENING = /\s*\{/y;
/** What stands in quotes, up to the end of its line; a marker; or the place between two objects. Two braces begin a template, no object. */
const JSON_TOKEN = new RegExp(`"(?:.*?${CLOSING_QUOTE}|.*)|${MARKER.source}|(?=\\{(?!\\{))(?<=\\}\\s*)`, 'gm');
