import { constructFromEvents, EVENT_ID, Schema, YAMLException } from 'js-yaml';
import { isUnbounded } from './alias-expansion';
import type { DocumentProblem } from './document-problem';
import { documentTree } from './document-tree';
import { duplicateKeys } from './duplicate-keys';
import { DUPLICATE_KEY, lastWinsSchema, strictSchema } from './kubernetes-schema';
import { parseProblem } from './parse-problem';
import { atWritten, ParsedText, parseText } from './parse-text';

/** What was read from the text of one document. */
export interface ReadDocument {
  /** Its value as JSON; undefined when it cannot be read. */
  readonly value?: unknown;
  readonly problems: readonly DocumentProblem[];
}

/** Reads one document as Kubernetes does. A key that stands twice is a problem; the last one counts, as with `kubectl apply`. */
export function readDocument(text: string): ReadDocument {
  return orProblem(text, () => {
    const parsed = parseText(text);
    try {
      return construct(parsed, strictSchema);
    } catch (error) {
      if (error instanceof YAMLException && error.reason === DUPLICATE_KEY) {
        return constructLastWins(text, parsed);
      }
      throw error;
    }
  });
}

const MAX_ALIASES = 10_000;

function orProblem(text: string, read: () => ReadDocument): ReadDocument {
  try {
    return read();
  } catch (error) {
    if (error instanceof YAMLException) {
      return { problems: [parseProblem(error, text)] };
    }
    throw error;
  }
}

function construct({ source, events, written }: ParsedText, schema: Schema): ReadDocument {
  // Keys that stand twice are left to the schema.
  const [value] = atWritten(written, () => constructFromEvents(events, { source, schema, json: true, maxAliases: MAX_ALIASES }));
  const alias = events.find(event => event.type === EVENT_ID.ALIAS);
  if (alias === undefined || !isUnbounded(value, events.length)) {
    return { value, problems: [] };
  }
  const message = 'the aliases make this document larger than Kubernetes reads';
  return { problems: [{ kind: 'unbounded', offset: written(alias.anchorStart - 1), path: [], message, repair: 'write out what the aliases stand for' }] };
}

function constructLastWins(text: string, parsed: ParsedText): ReadDocument {
  const { value, problems } = orProblem(text, () => construct(parsed, lastWinsSchema));
  const duplicates = duplicateKeys(documentTree(parsed)).map(({ path, offset }): DocumentProblem => ({
    kind: 'duplicate-key',
    offset,
    path,
    message: `the key "${path.at(-1)}" stands twice in one mapping, and only the last one counts`,
    repair: 'keep one of the two',
  }));
  return { value, problems: [...duplicates, ...problems] };
}
