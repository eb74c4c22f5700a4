import { constructFromEvents, EVENT_ID, Schema, YAMLException } from 'js-yaml';
import { many } from '../listed';
import { isUnbounded } from './alias-expansion';
import type { DocumentProblem, Mistake } from './document-problem';
import { documentTree, keyWithoutName, TreeNode } from './document-tree';
import { duplicateKeys } from './duplicate-keys';
import { isJsonText, jsonComment } from './json-text';
import { DUPLICATE_KEY, lastWinsSchema, NO_KEY, strictSchema } from './kubernetes-schema';
import { missingMarkers } from './missing-markers';
import { parseProblem } from './parse-problem';
import { atWritten, ParsedText, parseText } from './parse-text';
import { refusedScalar } from './refused-scalar';
import { refusedTab, refusedTabBefore } from './refused-tab';

/** What was read from the text of one document. */
export interface ReadDocument {
  /** Its value as JSON; undefined when it cannot be read. */
  readonly value?: unknown;
  readonly problems: readonly DocumentProblem[];
  /** Where further objects begin that no marker parts from the one before. */
  readonly unmarked?: readonly number[];
}

/** How a document stands in its file. */
interface Surroundings {
  /** Whether the file begins like JSON, which has rules of its own for tabs and escapes. Where it is none, newer releases of kubectl read YAML. */
  readonly isJson?: boolean;
  /** Whether the text begins behind a document marker, on the same line. */
  readonly behindMarker?: boolean;
}

/** Reads one document as Kubernetes does. A key that stands twice is a problem; the last one counts, as with `kubectl apply`. */
export function readDocument(text: string, { isJson = false, behindMarker = false }: Surroundings = {}): ReadDocument {
  const begin = behindMarker ? endOfLine(text) : 0;
  const asJson = isJson && isJsonText(text);
  const comment = isJson && !asJson ? jsonComment(text) : undefined;
  if (comment !== undefined) {
    return { problems: [syntaxProblem(comment)] };
  }
  return orProblem(text, () => {
    const parsed = parseText(text);
    const refused = asJson ? undefined : refusedTab(text, parsed, begin) ?? refusedScalar(parsed);
    if (refused !== undefined) {
      return { problems: [syntaxProblem(refused)] };
    }
    try {
      return construct(parsed, strictSchema);
    } catch (error) {
      if (error instanceof YAMLException && error.reason === DUPLICATE_KEY) {
        return constructLastWins(text, parsed);
      }
      throw error;
    }
  }, ({ mark }) => (asJson || mark === undefined ? undefined : refusedTabBefore(text, mark.position, begin)));
}

function syntaxProblem(mistake: Mistake): DocumentProblem {
  return { kind: 'syntax', path: [], ...mistake };
}

/** What stands behind a marker on its line is nothing to Kubernetes. */
function endOfLine(text: string): number {
  return text.search(/[\r\n]|$/);
}

const MAX_ALIASES = 10_000;

function orProblem(text: string, read: () => ReadDocument, before?: (error: YAMLException) => Mistake | undefined): ReadDocument {
  try {
    return read();
  } catch (error) {
    if (error instanceof YAMLException) {
      const mistake = before?.(error);
      return { problems: [mistake === undefined ? parseProblem(error, text) : syntaxProblem(mistake)] };
    }
    throw error;
  }
}

function construct(parsed: ParsedText, schema: Schema): ReadDocument {
  const { source, events, written } = parsed;
  // Keys that stand twice are left to the schema.
  const [value] = atKey(parsed, () => atWritten(written, () => constructFromEvents(events, { source, schema, json: true, maxAliases: MAX_ALIASES })));
  const alias = events.find(event => event.type === EVENT_ID.ALIAS);
  if (alias === undefined || !isUnbounded(value, events.length)) {
    return { value, problems: [] };
  }
  const message = 'aliases expand this document beyond what Kubernetes reads';
  return { problems: [{ kind: 'unbounded', offset: written(alias.anchorStart - 1), path: [], message, repair: 'replace the aliases with their content' }] };
}

/** Does some work; what it throws of a key that JSON does not have is where the key stands, which js-yaml does not know of mappings and lists. */
function atKey<T>(parsed: ParsedText, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof YAMLException && error.mark !== undefined && error.reason.endsWith(NO_KEY)) {
      throw new YAMLException(error.reason, { ...error.mark, position: keyWithoutName(documentTree(parsed)) ?? error.mark.position });
    }
    throw error;
  }
}

function constructLastWins(text: string, parsed: ParsedText): ReadDocument {
  const tree = documentTree(parsed);
  const { value, problems } = orProblem(text, () => construct(parsed, lastWinsSchema));
  const unmarked = missingMarkers(text, tree);
  return { value, problems: [...duplicateProblems(tree), ...problems], ...(unmarked.length === 0 ? {} : { unmarked }) };
}

/** How many keys of a document are told that stand twice: there may be millions. */
const KEYS_SHOWN = 100;

function duplicateProblems(tree: TreeNode): DocumentProblem[] {
  const shown: DocumentProblem[] = [];
  let [hidden, next] = [0, 0];
  for (const { path, offset } of duplicateKeys(tree)) {
    if (shown.length < KEYS_SHOWN) {
      const message = `duplicate key "${path.at(-1)}": only the last one takes effect`;
      shown.push({ kind: 'duplicate-key', offset, path, message, repair: 'remove one of them' });
    } else {
      next ||= offset;
      hidden += 1;
    }
  }
  const message = `and ${many(hidden)} more of these in this document`;
  return hidden === 0 ? shown : [...shown, { kind: 'duplicate-key', offset: next, path: [], message, repair: 'fix the ones shown, and check again' }];
}
