import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';

/** A document that was read without a parser for all of YAML. */
export interface PlainDocument {
  readonly value: Readonly<Record<string, unknown>>;
  /** The root, and then each key and each item, in the order in which they are written; a key stands for its value, too. */
  readonly places: readonly PlainPlace[];
  /** Its text, if lines of it end with a carriage return and a newline. The places are those of a text without carriage returns. */
  readonly written?: string;
}

/** Where something begins in the text of its document, and how deep it is nested. It is one number, since a file has very many. */
export type PlainPlace = number;

/** How deep a plain document may be nested. */
export const MAX_DEPTH = 100;

const DEPTHS = 128;

export function plainPlace(offset: number, depth: number): PlainPlace {
  return offset * DEPTHS + depth;
}

/** Where a path begins in a plain document, as `offsetOf` says it of any other. */
export function plainOffset({ value, places, written }: PlainDocument, path: ObjectPath): number {
  let index = 0;
  let content: unknown = value;
  for (const step of path) {
    const child = childOf(content, step);
    if (child < 0) {
      break;
    }
    index = indexOfChild(places, index, child);
    content = (content as Readonly<Record<string | number, unknown>>)[step];
  }
  const offset = Math.floor(places[index] / DEPTHS);
  return written === undefined ? offset : withCarriageReturns(offset, written);
}

function withCarriageReturns(offset: number, written: string): number {
  let place = offset;
  for (let at = written.indexOf('\r\n'); at >= 0 && at < place; at = written.indexOf('\r\n', at + 1)) {
    place += 1;
  }
  return place;
}

/** Which one of the keys or items a step leads to; -1 for none. */
function childOf(content: unknown, step: string | number): number {
  if (typeof step === 'number') {
    return Array.isArray(content) && step < content.length ? step : -1;
  }
  return isObject(content) ? Object.keys(content).indexOf(step) : -1;
}

/** What is nested stands behind what it is nested in. */
function indexOfChild(places: readonly PlainPlace[], parent: number, child: number): number {
  const depth = depthOf(places[parent]) + 1;
  let index = parent;
  let left = child;
  do {
    index += 1;
    left -= Number(depthOf(places[index]) === depth);
  } while (left >= 0);
  return index;
}

function depthOf(place: PlainPlace): number {
  return place % DEPTHS;
}
