import type { YAMLException } from 'js-yaml';
import type { DocumentProblem } from './document-problem';

/** What is said of a document that the parser gave up. */
export function parseProblem({ reason, mark }: YAMLException, text: string): DocumentProblem {
  const place = { offset: mark?.position ?? 0, path: [] };
  const limit = LIMITS.find(([pattern]) => pattern.test(reason));
  if (limit !== undefined) {
    const [, message, repair] = limit;
    return { kind: 'unbounded', ...place, message, repair };
  }
  const repair = text.includes('{{') ? 'render the template first, if this is one' : REPAIRS.find(([pattern]) => pattern.test(reason))?.[1];
  return { kind: 'syntax', ...place, message: words(reason), ...(repair === undefined ? {} : { repair }) };
}

const LIMITS: ReadonlyArray<readonly [pattern: RegExp, message: string, repair: string]> = [
  [/^nesting exceeded/, 'the document is nested too deep', 'make it several documents'],
  [/^aliases exceeded/, 'the document has too many aliases', 'write out what the aliases stand for'],
];

const REPAIRS: ReadonlyArray<readonly [pattern: RegExp, repair: string]> = [
  [/^tab characters/, 'indent with spaces'],
  [/quoted scalar|within a flow collection|^deficient indentation/, 'close the quote, bracket or brace'],
  [/^missed comma/, 'put a comma between two entries'],
  [/^recursive alias/, 'write out what the alias stands for'],
  [/can be merged$/, 'merge an alias of a mapping'],
  [/escape|hexadecimal/, 'write the backslash twice, or use single quotes'],
  [/^unidentified alias/, 'write the anchor before the alias, or quote the text'],
  [/indentation|document separator|mapping key|multiline key/, 'align the line with its neighbours, and quote a text that holds ": " or begins with a special character'],
  [/no key that JSON has|no number that JSON has|explicit tag/, 'quote it'],
];

/** The words of the parser where they are clear; ours where they speak of its inside. */
function words(reason: string): string {
  return reason
    .replace(/^recursive alias ("[^"]*").*/, 'the anchor $1 contains itself')
    .replace(/^unidentified alias/, 'no anchor for the alias')
    .replace(/^cannot resolve a node with !<tag:yaml\.org,2002:(\w+)> explicit tag/, 'the value does not fit its tag !!$1')
    .replace('deficient indentation', 'a quote or bracket is not closed')
    .replace('end of the stream or a document separator is expected', 'the document should end here');
}
