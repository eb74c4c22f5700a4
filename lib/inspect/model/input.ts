import type { DocumentProblem } from './document-problem';
import { ExpandedDocument, expandObjects, NO_OBJECTS } from './expand-objects';
import { fileDocuments } from './file-documents';
import type { KubeObject } from './kube-object';
import { KustomizedFiles, kustomizedFiles } from './kustomized-files';
import type { NoObject } from './no-object';
import { patchDocuments } from './patch-documents';
import type { SourceFile } from './source-file';
import type { YamlDocument } from './yaml-document';

/** All that is judged together. */
export interface Input {
  readonly files: readonly SourceFile[];
  readonly objects: readonly KubeObject[];
  /** Mappings without a kind that are values of Helm for a mesh. */
  readonly values: readonly KubeObject[];
  /** What is passed over. */
  readonly others: readonly NoObject[];
  readonly problems: readonly LocatedProblem[];
  readonly kustomized: KustomizedFiles;
}

/** What is wrong with a document, and the object that it lies in, if there is one. */
export interface LocatedProblem {
  readonly problem: DocumentProblem;
  readonly document: YamlDocument;
  readonly object?: KubeObject;
}

/**
 * Reads files into documents and these into objects. Whatever they hold, it is read or becomes a problem. What a kustomization among them
 * names as a patch is read, and holds no objects.
 *
 * @param progress hears which of the documents is read
 */
export function readInput(files: readonly SourceFile[], progress?: (done: number, all: number) => void): Input {
  const objects: KubeObject[] = [];
  const values: KubeObject[] = [];
  const others: NoObject[] = [];
  const problems: LocatedProblem[] = [];
  const read = files.map(fileDocuments);
  const documents = read.flatMap(({ documents: own }) => own);
  const patches = patchDocuments(documents);
  for (const [index, document] of documents.entries()) {
    progress?.(index + 1, documents.length);
    const expanded = patches.has(document) ? namedByKustomization(document) : expandObjects(document);
    expanded.objects.forEach(object => objects.push(object));
    expanded.values.forEach(value => values.push(value));
    expanded.others.forEach(other => others.push(other));
    for (const problem of [...document.problems, ...expanded.problems]) {
      problems.push({ problem, document, object: holderOf(problem, expanded.objects) });
    }
  }
  read.forEach(({ documents: own, givenUp }) => givenUp && problems.push({ problem: givenUp, document: own[own.length - 1] }));
  return { files, objects, values, others, problems, kustomized: kustomizedFiles(documents) };
}

function namedByKustomization(document: YamlDocument): ExpandedDocument {
  const { value } = document;
  return value === undefined || value === null ? NO_OBJECTS : { ...NO_OBJECTS, others: [{ value, document, path: [], what: 'named-by-kustomization' }] };
}

function holderOf({ path }: DocumentProblem, objects: readonly KubeObject[]): KubeObject | undefined {
  return objects.find(object => object.path.every((step, depth) => step === path[depth]));
}
