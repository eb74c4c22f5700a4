import { Findings } from '../check/findings';
import { Fields, itemsOf, NONE, textOf } from './steps';

/** Says of the items of a list whose field has the text of an item before that it stands twice; texts that were seen elsewhere count as well. */
export function checkRepeats(fields: Fields, [list, key]: readonly [list: string, key: string], findings: Findings, seen = NO_TEXTS): void {
  const items = fields[list];
  if (!Array.isArray(items) || items.length + seen.length < 2) {
    return;
  }
  const texts = new Set<unknown>(seen);
  itemsOf(fields, list).forEach((item, place) => {
    const text = textOf(item[key]);
    if (text === undefined) {
      return;
    }
    if (texts.has(text)) {
      findings.add({ kind: 'duplicate', message: `duplicate ${key} ${JSON.stringify(text)}`, expected: `each ${key} only once` }, list, place, key);
    }
    texts.add(text);
  });
}

const NO_TEXTS: readonly unknown[] = NONE;
