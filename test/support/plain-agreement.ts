import { deepStrictEqual } from 'node:assert';
import { isObject } from '../../lib/inspect/is-object';
import { documentTree } from '../../lib/inspect/model/document-tree';
import { parseText } from '../../lib/inspect/model/parse-text';
import { readPlain } from '../../lib/inspect/model/plain-reader';
import { readDocument } from '../../lib/inspect/model/read-document';
import type { DocumentRange } from '../../lib/inspect/model/split-documents';
import { offsetOf } from '../../lib/inspect/model/tree-position';
import type { ObjectPath } from '../../lib/inspect/schema/violation';

/** Whether a document is read as plain. If so, what reads all of YAML has to read the same, at the same places, and to find no problem. */
export function isReadAsPlain(file: string, range: DocumentRange = { start: 0, end: file.length, behindMarker: false }): boolean {
  const plain = readPlain(file, range);
  if (plain === undefined) {
    return false;
  }
  const text = file.slice(range.start, range.end);
  deepStrictEqual({ value: plain.value, problems: [] }, readDocument(text));
  const tree = documentTree(parseText(text));
  deepStrictEqual(offsetsOf(plain.value, path => plain.offsetOf(path)), offsetsOf(plain.value, path => offsetOf(tree, path)));
  return true;
}

/** Where a document and all that is in it begins, in the order in which it is written. */
function offsetsOf(value: unknown, offset: (path: ObjectPath) => number, path: ObjectPath = []): number[] {
  const steps = Array.isArray(value) ? value.map((_, index) => index) : isObject(value) ? Object.keys(value) : [];
  return [offset(path), ...steps.flatMap(step => offsetsOf((value as Record<string | number, unknown>)[step], offset, [...path, step]))];
}
