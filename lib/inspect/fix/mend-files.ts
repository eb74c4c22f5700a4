import { groupBy } from '../group-by';
import { SourceFile } from '../model/source-file';
import type { YamlDocument } from '../model/yaml-document';
import { mendText } from './mend-text';
import { fixInDocument, Repair } from './repair';
import { changed, TextChange } from './text-change';

/** Files, as far as they could be mended at once. */
export interface MendedFiles {
  readonly files: readonly SourceFile[];
  readonly done: readonly Repair[];
  readonly left: readonly Repair[];
}

/** Mends files, document by document. Repairs of files that are not among them are passed over: those are settings of the mesh. */
export function mendFiles(files: readonly SourceFile[], repairs: readonly Repair[]): MendedFiles {
  const byFile = groupBy(repairs, ({ object }) => object.document.file);
  const mended = files.map(file => mendFile(file, byFile.get(file) ?? []));
  return { files: mended.map(({ file }) => file), done: mended.flatMap(({ done }) => done), left: mended.flatMap(({ left }) => left) };
}

interface MendedFile {
  readonly file: SourceFile;
  readonly done: readonly Repair[];
  readonly left: readonly Repair[];
}

function mendFile(file: SourceFile, repairs: readonly Repair[]): MendedFile {
  if (repairs.length === 0 || !file.isUtf8) {
    return { file, done: [], left: repairs };
  }
  const documents = [...groupBy(repairs, ({ object }) => object.document)].map(([document, own]) => mendDocument(document, own));
  const text = changed(file.text, documents.map(({ change }) => change));
  return {
    file: text === file.text ? file : new SourceFile(file.name, text),
    done: documents.flatMap(({ done }) => done),
    left: documents.flatMap(({ left }) => left),
  };
}

function mendDocument({ range, text }: YamlDocument, repairs: readonly Repair[]): Omit<MendedFile, 'file'> & { readonly change: TextChange } {
  const byFix = new Map(repairs.map(repair => [fixInDocument(repair), repair]));
  const mended = mendText(text, [...byFix.keys()]);
  return {
    change: { start: range.start, end: range.end, text: mended.text },
    done: mended.done.map(fix => byFix.get(fix)!),
    left: mended.left.map(fix => byFix.get(fix)!),
  };
}
