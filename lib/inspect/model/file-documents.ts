import { many } from '../listed';
import type { DocumentProblem } from './document-problem';
import type { SourceFile } from './source-file';
import { splitDocuments } from './split-documents';
import { YamlDocument } from './yaml-document';

/** How many documents of a file may be unreadable before it is given up: what follows is hardly YAML, and may be millions. */
export const MOST_BROKEN = 1_000;

/** The documents of a file. */
export interface FileDocuments {
  readonly documents: readonly YamlDocument[];
  /** Why the documents behind the last of these are not read. */
  readonly givenUp?: DocumentProblem;
}

/** Reads the documents of a file, one after the other. */
export function fileDocuments(file: SourceFile): FileDocuments {
  const documents: YamlDocument[] = [];
  let broken = 0;
  for (const range of splitDocuments(file.text)) {
    if (broken === MOST_BROKEN) {
      return { documents, givenUp: GIVEN_UP };
    }
    for (const document of partedDocuments(new YamlDocument(file, range))) {
      broken += document.problems.some(({ kind }) => kind === 'syntax') ? 1 : 0;
      documents.push(document);
    }
  }
  return { documents };
}

/** The objects of a document that lacks markers, each for itself, so that none is judged by what another says. */
function partedDocuments(document: YamlDocument): readonly YamlDocument[] {
  const { file, range, unmarked } = document;
  const begins = unmarked.map(offset => range.start + offset);
  return begins.length === 0 ? [document] : [range.start, ...begins].map((start, index) => (
    new YamlDocument(file, { start, end: begins[index] ?? range.end, behindMarker: index === 0 && range.behindMarker, unmarked: index > 0 })
  ));
}

const GIVEN_UP: DocumentProblem = {
  kind: 'unbounded',
  path: [],
  offset: 0,
  message: `${many(MOST_BROKEN)} documents of this file cannot be read, and the rest of it is skipped`,
  repair: 'fix the ones shown, and check again',
};
