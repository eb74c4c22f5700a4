import { deepStrictEqual } from 'node:assert';
import { documentTree, TreeEntry, TreeNode } from '../../lib/inspect/model/document-tree';
import { parseText } from '../../lib/inspect/model/parse-text';
import { readPlain } from '../../lib/inspect/model/plain-reader';
import { plainTree } from '../../lib/inspect/model/plain-tree';
import { readDocument } from '../../lib/inspect/model/read-document';
import type { DocumentRange } from '../../lib/inspect/model/split-documents';

/** Whether a document is read as plain. If so, what reads all of YAML has to read the same, at the same places, and to find no problem. */
export function isReadAsPlain(file: string, range: DocumentRange = { start: 0, end: file.length, behindMarker: false }): boolean {
  const plain = readPlain(file, range);
  if (plain === undefined) {
    return false;
  }
  const text = file.slice(range.start, range.end);
  deepStrictEqual({ value: plain.value, problems: [] }, readDocument(text));
  deepStrictEqual(placesIn(plainTree(plain)), placesIn(documentTree(parseText(text))));
  return true;
}

/** Where keys and items begin; of the value of a key nobody asks that. */
function placesIn(node: TreeEntry | TreeNode): unknown[] {
  const { entries = [], items = [] } = 'value' in node ? node.value : node;
  return ['key' in node ? node.key : '', node.offset, ...[...entries, ...items].map(placesIn)];
}
