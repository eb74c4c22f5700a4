import type { Mistake } from './document-problem';
import { lineStartOf } from './line-start';
import { tooMany } from './unclosed';

/**
 * What is wrong where a parser found something that fits nowhere: it calls all of this bad indentation. Undefined where that is what it is,
 * or where nobody can tell.
 */
export function structureProblem(text: string, position: number): Mistake | undefined {
  const place = placeOf(text, position);
  return MISTAKES.map(mistake => mistake(place)).find(found => found !== undefined);
}

/** A character at a place within brackets with which no text without quotes can begin, where a text should. */
export function specialCharacter(text: string, position: number): Mistake | undefined {
  return /[\]},]/.test(text.charAt(position)) ? undefined : specialAt(placeOf(text, position));
}

/** Something at a place within brackets that stands right behind a closing quote, which was meant to close nothing. */
export function behindQuote(text: string, position: number): Mistake | undefined {
  return /["']/.test(text.charAt(position - 1)) && !/["']/.test(text.charAt(position)) ? behindText(placeOf(text, position)) : undefined;
}

/** A bracket or a colon at a place within brackets that belongs to a text without quotes, or begins the next entry. */
export function withinText(text: string, position: number): Mistake | undefined {
  const { character, before, alone } = placeOf(text, position);
  if (/[[{]/.test(character) && /[\w.]/.test(text.charAt(position - 1))) {
    return { offset: position, message: `unquoted text cannot contain "${character}" within brackets or braces`, repair: 'quote the text' };
  }
  return character === ':' && alone && HAS_COLON.test(before)
    ? { offset: position, message: 'there is a second ": " in this entry', repair: 'quote the text that contains it, or put a comma before the key' }
    : undefined;
}

/** What Git writes into a file for each side of a conflict. */
export function conflictOfGit(text: string): Mistake | undefined {
  const offset = text.search(/^(?:<{7}|>{7}) /m);
  return offset < 0 ? undefined : { offset, message: 'unresolved Git merge conflict', repair: 'keep one side, and remove the three lines of conflict markers' };
}

interface Place {
  readonly text: string;
  readonly position: number;
  readonly lineStart: number;
  /** What stands before the place on its line, without white space at the end. */
  readonly before: string;
  /** The character at the place; empty at the end of the line. */
  readonly character: string;
  /** Whether white space follows the character, or the end. */
  readonly alone: boolean;
}

function placeOf(text: string, position: number): Place {
  const lineStart = lineStartOf(text, position);
  const character = /[\r\n]/.test(text.charAt(position)) ? '' : text.charAt(position);
  return { text, position, lineStart, character, before: text.slice(lineStart, position).trimEnd(), alone: /\s/.test(text[position + 1] ?? '\n') };
}

/** From the mistake that is surest to the one that is least so. */
const MISTAKES: ReadonlyArray<(place: Place) => Mistake | undefined> = [
  belowBlock, specialAt, listBehindKey, behindText, keyBehindKey, lineWithoutColon, deeperThanValue,
];

/** A line that is neither deep enough for the block of text before it nor as little indented as the key of that. */
function belowBlock({ text, position, lineStart, before }: Place): Mistake | undefined {
  const indent = position - lineStart;
  const header = before === '' ? lineAbove(text, lineStart, indent) : undefined;
  const [, dashes = '', key] = (header && BLOCK_HEADER.exec(header.content)) ?? [];
  if (header === undefined || (key ?? dashes) === '' || indent === ownerOf(key, dashes, columnOf(text, header.offset))) {
    return undefined;
  }
  const name = key === undefined ? '' : `, the value of "${key.replace(/^(["'])(.*)\1$/, '$2')}"`;
  return { offset: position, message: `the line is indented less than the block of text before it${name}`, repair: 'align it with the text if it belongs to it' };
}

/** The column of the key that a block of text belongs to, or of the dash. */
function ownerOf(key: string | undefined, dashes: string, column: number): number {
  return column + (key === undefined ? dashes.trimEnd().length - 1 : dashes.length);
}

/** A line that ends with `|` or `>`: the dashes at its beginning, and its key. */
const BLOCK_HEADER = /^((?:-[ \t]+)*)(?:([^\s:#][^:#]*):[ \t]+)?(?:[&!]\S*[ \t]+)*[|>][-+0-9]*(?:[ \t]+#.*)?$/;

/** The last line before a line that is indented no deeper, if deeper ones stand between the two. */
function lineAbove(text: string, lineStart: number, indent: number): Line | undefined {
  let line = lineBefore(text, lineStart);
  for (let between = false; line !== undefined; between = true) {
    const column = columnOf(text, line.offset);
    if (column <= indent) {
      return between ? line : undefined;
    }
    line = lineBefore(text, line.offset - column);
  }
  return undefined;
}

function specialAt({ position, before, character }: Place): Mistake | undefined {
  return SPECIAL.test(character) && BEGINS_VALUE.test(before)
    ? { offset: position, message: `unquoted text cannot start with "${character}"`, repair: 'quote it' }
    : undefined;
}

const SPECIAL = /[%@`\]},]/;
/** What stands before a value: nothing, a colon, a dash, or what opens brackets or goes on in them. */
const BEGINS_VALUE = /(?:^|[\s"'\w]:|(?:^|\s)[-?]|[[{,])$/;

function listBehindKey({ position, before, character, alone }: Place): Mistake | undefined {
  return character === '-' && alone && before.endsWith(':')
    ? { offset: position, message: 'a list cannot start on the same line as its key', repair: 'put each item on its own line below the key' }
    : undefined;
}

function behindText({ position, before, character }: Place): Mistake | undefined {
  if (character === ':' || character === '') {
    return undefined;
  }
  if (/[\]}]$/.test(before) && /[\]}]/.test(character)) {
    return tooMany(character, position);
  }
  const [, last] = ENDS_VALUE.exec(before) ?? [];
  const [what, repair] = BEHIND.get(last?.charAt(0) ?? '') ?? [];
  return what === undefined ? undefined : { offset: position, message: `unexpected text after the ${what}`, repair };
}

const ENDS_VALUE = /(["'\]}]|\*[^\s*]+)$/;
const BEHIND = new Map([
  ['"', ['closing quote', 'put it inside the quotes, with a backslash before each literal quote']],
  ['\'', ['closing quote', 'put it inside the quotes, and double each literal quote']],
  [']', ['closing bracket', 'quote all of it if it is text']],
  ['}', ['closing brace', 'quote all of it if it is text']],
  ['*', ['alias', 'quote all of it if it is text']],
]);

function keyBehindKey({ position, before, character, alone }: Place): Mistake | undefined {
  return character === ':' && alone && HAS_COLON.test(before)
    ? { offset: position, message: 'there is a second ": " on this line', repair: 'quote the text that contains it, or put the key on a line of its own' }
    : undefined;
}

const HAS_COLON = /:(?=\s)/;

/** A text that goes on to the next line, where it meets a colon, was most often meant to be a key. */
function lineWithoutColon({ text, lineStart, position, character, before }: Place): Mistake | undefined {
  if (character !== ':' && character !== '' && before !== '') {
    return undefined;
  }
  const line = lineBefore(text, character === '' && before !== '' ? position : lineStart);
  if (line === undefined || NOT_A_KEY.test(line.content)) {
    return undefined;
  }
  if (/^-{4,}$/.test(line.content)) {
    return { offset: line.offset, message: 'a document separator must be exactly three hyphens', repair: 'write ---' };
  }
  const colon = line.content.search(/:/);
  return colon >= 0
    ? { offset: line.offset + colon, message: 'there is no space after the colon', repair: 'put a space after it' }
    : { offset: line.offset, message: 'the line has no colon', repair: 'put a colon after the key, or remove the line' };
}

/** A line with a colon, an item of a list, a comment, or something in quotes or brackets. */
const NOT_A_KEY = /:(?:\s|$)|^(?:-(?:\s|$)|[#"'[\]{}])/;

/** A line without white space around it: where it begins, and what it is. */
interface Line {
  readonly offset: number;
  readonly content: string;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

/** The last line before an offset that has something on it. */
export function lineBefore(text: string, offset: number): Line | undefined {
  for (let end = offset; end > 0; end = lineStartOf(text, end) - 1) {
    const start = lineStartOf(text, end);
    const line = text.slice(start, end);
    const content = line.trim();
    if (content !== '') {
      return { offset: start + line.indexOf(content), content };
    }
  }
  return undefined;
}

function deeperThanValue({ text, lineStart, position, character, alone }: Place): Mistake | undefined {
  const line = lineBefore(text, lineStart);
  const offset = lineStart + text.slice(lineStart, position).search(/\S|$/);
  const isDeeper = line !== undefined && offset - lineStart > columnOf(text, line.offset);
  if (character === ':' && isDeeper && /^-\w[^:]*:(?:\s|$)/.test(line.content)) {
    return { offset: line.offset, message: 'there is no space after the hyphen', repair: 'put a space after it' };
  }
  return character === ':' && alone && isDeeper && /:\s+\S/.test(line.content)
    ? { offset, message: 'the key is indented deeper than the one before it, which has a value', repair: 'align it with its neighbours' }
    : undefined;
}
