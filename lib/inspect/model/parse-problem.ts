import type { YAMLException } from 'js-yaml';
import type { DocumentProblem, Mistake } from './document-problem';
import { lineStartOf } from './line-start';
import { RENDER, substitutionAt } from './placeholders';
import { behindQuote, conflictOfGit, lineBefore, specialCharacter, structureProblem, withinText } from './structure-problem';
import { closedTooLate, unclosed } from './unclosed';

/** What is said of a document that the parser gave up. */
export function parseProblem({ reason, mark }: YAMLException, text: string): DocumentProblem {
  const position = mark?.position ?? 0;
  const limit = LIMITS.find(([pattern]) => pattern.test(reason));
  if (limit !== undefined) {
    const [, message, repair] = limit;
    return { kind: 'unbounded', offset: placed(reason, text, position), path: [], message, repair };
  }
  const { offset, message, repair } = mistakeIn(text, reason, position)
    ?? { offset: placed(reason, text, position), message: ours(reason), repair: REPAIRS.find(([pattern]) => pattern.test(reason))?.[1] };
  const mending = [offset, position].some(place => isByTemplate(text, place)) ? RENDER : byVariable(reason, text, position) ?? repair;
  return { kind: 'syntax', offset, path: [], message, ...(mending === undefined ? {} : { repair: mending }) };
}

/** Whether a template stands on the line of a place, or one without quotes on the line above, which a parser reads on from. */
function isByTemplate(text: string, place: number): boolean {
  const start = lineStartOf(text, place);
  const [line] = text.slice(start).split('\n', 1);
  const above = lineBefore(text, start)?.content.replace(QUOTED, '') ?? '';
  return [line, above].some(part => part.includes('{{'));
}

/** Outside of brackets a variable is a text as any other. */
function byVariable(reason: string, text: string, position: number): string | undefined {
  return reason.startsWith('missed comma') ? substitutionAt(text, position) : undefined;
}

const QUOTED = /"[^"]*"|'[^']*'/g;

const LIMITS: ReadonlyArray<readonly [pattern: RegExp, message: string, repair: string]> = [
  [/^nesting exceeded/, 'the document is nested too deeply', 'split it into several documents'],
  [/^aliases exceeded/, 'the document has too many aliases', 'replace the aliases with their content'],
];

const REPAIRS: ReadonlyArray<readonly [pattern: RegExp, repair: string]> = [
  [/^tab characters/, 'indent with spaces'],
  [/quoted scalar|within a flow collection|^deficient indentation/, 'close the quote, bracket or brace'],
  [/^missed comma/, 'put a comma between two entries'],
  [/^expected the node content/, 'remove one comma'],
  [/^recursive alias/, 'replace the alias with its content'],
  [/can be merged$/, 'merge an alias of a mapping'],
  [/escape|hexadecimal/, 'write the backslash twice, or use single quotes'],
  [/^unidentified alias/, 'write the anchor before the alias, or quote the text'],
  [/^a line break/, 'put the text on the next line, or quote all of it'],
  [/indentation|document separator|mapping key|multiline key/, 'align the line with its neighbours, and quote text that contains ": " or starts with a special character'],
  [/not a valid JSON key|not a valid JSON number|explicit tag/, 'quote it'],
];

/** The words of the parser where they are clear; ours where they speak of its inside. */
function ours(reason: string): string {
  return reason
    .replace(/^recursive alias ("[^"]*").*/, 'the anchor $1 contains itself')
    .replace(/^unidentified alias/, 'no anchor for the alias')
    .replace(/^cannot resolve a node with !<tag:yaml\.org,2002:(\w+)> explicit tag/, 'the value does not fit its tag !!$1')
    .replace(/^expected the node content.*/, 'there is nothing before the comma')
    .replace('deficient indentation', 'a quote or bracket is not closed')
    .replace('end of the stream or a document separator is expected', 'the document should end here');
}

/** What the words of the parser stand for, as far as the text tells. */
function mistakeIn(text: string, reason: string, position: number): Mistake | undefined {
  const conflict = conflictOfGit(text);
  if (conflict !== undefined) {
    return conflict;
  }
  if (WITHIN.test(reason)) {
    return specialCharacter(text, position) ?? (reason.startsWith('missed comma') ? betweenEntries(text, position) : undefined) ?? unclosed(text);
  }
  return STRUCTURE.test(reason)
    ? closedTooLate(text, position) ?? structureProblem(text, position)
    : directive(text, reason) ?? nameless(text, reason, position);
}

function betweenEntries(text: string, position: number): Mistake | undefined {
  return behindQuote(text, position) ?? withinText(text, position);
}

/** A line such as `%YAML 1.2`. Kubernetes reads each document for itself, and takes none without what follows its marker. */
function directive(text: string, reason: string): Mistake | undefined {
  const offset = DIRECTIVE.test(reason) ? text.search(/^%[A-Z]+(?!\S)/m) : -1;
  return offset < 0 ? undefined : { offset, message: 'Kubernetes does not accept directives: it reads YAML 1.1 without them', repair: 'remove the line' };
}

const DIRECTIVE = /directive|YAML version|tag (?:handle|prefix)/;

const WITHIN = /quoted scalar|flow collection|^deficient indentation|^expected the node content/;
const STRUCTURE = /^bad indentation|document separator|after a mapping key|multiline key/;

/** The parser stands behind the character with which no text begins. */
function nameless(text: string, reason: string, position: number): Mistake | undefined {
  const offset = reason.startsWith('directive') ? text.search(/^%/m) : NAMELESS.test(reason) ? position - 1 : -1;
  return offset < 0 ? undefined : { offset, message: `unquoted text cannot start with "${text[offset]}"`, repair: 'quote it' };
}

const NAMELESS = /^name of an (?:alias|anchor) node/;

/** Where it begins that the parser speaks of: it has read the character before, or two of these. */
function placed(reason: string, text: string, position: number): number {
  if (/escape|hexadecimal/.test(reason)) {
    return text.lastIndexOf('\\', position - 1);
  }
  const isBehind = /alias|valid JSON \w+$|can be merged$/.test(reason) && /[*&]/.test(text[position - 1] ?? '');
  return isBehind ? position - 1 : position;
}
