import type { TreeNode } from './document-tree';
import { lineStartOf } from './line-start';

/**
 * Where further objects begin in the text of a document, without a marker between them: `apiVersion` or `kind` stands again behind all that an
 * object has. A header that was pasted twice begins none, and in braces no marker could stand.
 */
export function missingMarkers(text: string, { offset: root, entries = [] }: TreeNode): number[] {
  const begins: number[] = [];
  let seen = new Set<string | undefined>();
  for (const { key, offset } of text[root] === '{' ? [] : entries) {
    if (HEADER.some(one => one === key) && seen.has(key) && isObject(seen)) {
      begins.push(lineStartOf(text, offset));
      seen = new Set();
    }
    seen.add(key);
  }
  return HEADER.every(key => seen.has(key)) ? begins : begins.slice(0, -1);
}

const HEADER = ['apiVersion', 'kind'] as const;

function isObject(seen: ReadonlySet<string | undefined>): boolean {
  return [...HEADER, 'metadata'].every(key => seen.has(key));
}
