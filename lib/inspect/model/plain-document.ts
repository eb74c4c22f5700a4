import { isObject } from '../is-object';
import { answered } from '../once-per';
import type { ObjectPath } from '../schema/violation';
import { lastNotAbove } from './sorted-search';

/** How deep a plain document may be nested. */
export const MAX_DEPTH = 100;

/** Where something begins in the text of its document, and how deep it is nested. It is one number, since a file has very many. */
export type PlainPlace = number;

export function plainPlace(offset: number, depth: number): PlainPlace {
  return offset * DEPTHS + depth;
}

const DEPTHS = 128;

/** Of documents with more places than these it is kept what was found: a List may have thousands of objects with findings. */
const MANY = 1_000;

/** A document that was read without a parser for all of YAML. */
export class PlainDocument {
  private childrenOf?: Map<number, readonly number[]>;
  private returns?: readonly number[];

  /**
   * @param places the root, and then each key and each item, in the order in which they are written; a key stands for its value, too
   * @param written its text, if lines of it end with a carriage return and a newline: the places are those of a text without carriage returns
   */
  constructor(
    public readonly value: Readonly<Record<string, unknown>>,
    private readonly places: readonly PlainPlace[],
    private readonly written?: string,
  ) {}

  /** Where a path begins, as `offsetOf` says it of the tree of any other document. */
  public offsetOf(path: ObjectPath): number {
    let place = 0;
    let content: unknown = this.value;
    for (const step of path) {
      const child = childOf(content, step);
      if (child < 0) {
        break;
      }
      place = this.places.length < MANY ? placeOfChild(this.places, place, child) : this.children(place)[child];
      content = (content as Readonly<Record<string | number, unknown>>)[step];
    }
    return this.asWritten(Math.floor(this.places[place] / DEPTHS));
  }

  private children(parent: number): readonly number[] {
    this.childrenOf ??= new Map();
    return answered(this.childrenOf, parent, () => placesOfChildren(this.places, parent));
  }

  private asWritten(offset: number): number {
    if (this.written === undefined) {
      return offset;
    }
    this.returns ??= placesOfReturns(this.written);
    return offset + lastNotAbove(offset - 1, this.returns) + 1;
  }
}

/** Which one of the keys or items a step leads to; -1 for none. */
function childOf(content: unknown, step: string | number): number {
  if (typeof step === 'number') {
    return Array.isArray(content) && step < content.length ? step : -1;
  }
  return isObject(content) ? Object.keys(content).indexOf(step) : -1;
}

/** What is nested stands behind what it is nested in. */
function placeOfChild(places: readonly PlainPlace[], parent: number, child: number): number {
  const depth = depthOf(places[parent]) + 1;
  let place = parent;
  let left = child;
  do {
    place += 1;
    left -= Number(depthOf(places[place]) === depth);
  } while (left >= 0);
  return place;
}

function placesOfChildren(places: readonly PlainPlace[], parent: number): readonly number[] {
  const depth = depthOf(places[parent]) + 1;
  const found: number[] = [];
  for (let place = parent + 1; place < places.length && depthOf(places[place]) >= depth; place += 1) {
    if (depthOf(places[place]) === depth) {
      found.push(place);
    }
  }
  return found;
}

function depthOf(place: PlainPlace): number {
  return place % DEPTHS;
}

/** The newlines that have a carriage return before them, as places of the text without carriage returns. */
function placesOfReturns(written: string): readonly number[] {
  const found: number[] = [];
  for (let at = written.indexOf('\r\n'); at >= 0; at = written.indexOf('\r\n', at + 1)) {
    found.push(at - found.length);
  }
  return found;
}
