import { PathMatch, PathMatchKind } from '../../path-match';
import { TextMatch, TextMatchKind } from '../../text-match';
import type { Conditions } from './conditions';
import { plainStart } from './covers';

/** Whether some request fulfils both. Where that cannot be told, as of most regular expressions, it counts as yes. */
export function overlap(a: Conditions, b: Conditions): boolean {
  return [
    together(a.method, b.method, isEqual),
    together(a.port, b.port, isEqual),
    together(a.sourceNamespace, b.sourceNamespace, isEqual),
    together(a.path, b.path, pathsOverlap),
    together(a.authority, b.authority, textsOverlap),
    recordsOverlap(a.sourceLabels ?? {}, b.sourceLabels ?? {}, isEqual),
    recordsOverlap(a.headers, b.headers, textsOverlap),
    recordsOverlap(a.query, b.query, textsOverlap),
    recordsOverlap(a.withoutHeaders, b.headers, isNotCovered),
    recordsOverlap(b.withoutHeaders, a.headers, isNotCovered),
  ].every(Boolean);
}

/** Whether two conditions can hold of one thing; one that is not there always can. */
function together<T>(a: T | undefined, b: T | undefined, holdTogether: (a: T, b: T) => boolean): boolean {
  return a === undefined || b === undefined || holdTogether(a, b);
}

function isEqual<T>(a: T, b: T): boolean {
  return a === b;
}

function recordsOverlap<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, holdTogether: (a: T, b: T) => boolean): boolean {
  return Object.keys(a).every(name => !Object.hasOwn(b, name) || holdTogether(a[name], b[name]));
}

/** Whether a header can be what is asked for without being what is forbidden. */
function isNotCovered(forbidden: TextMatch, asked: TextMatch): boolean {
  if (asked.kind === TextMatchKind.EXACT) {
    return !forbidden._takes(asked.value);
  }
  if (forbidden.kind === TextMatchKind.PREFIX && asked.kind === TextMatchKind.PREFIX) {
    return !asked.value.startsWith(forbidden.value);
  }
  return forbidden.kind !== TextMatchKind.PRESENT && !(forbidden.kind === asked.kind && forbidden.value === asked.value);
}

function textsOverlap(a: TextMatch, b: TextMatch): boolean {
  if (a.kind === TextMatchKind.EXACT) {
    return b._takes(a.value);
  }
  if (b.kind === TextMatchKind.EXACT) {
    return a._takes(b.value);
  }
  return a.kind !== TextMatchKind.PREFIX || b.kind !== TextMatchKind.PREFIX || a.value.startsWith(b.value) || b.value.startsWith(a.value);
}

function pathsOverlap(a: PathMatch, b: PathMatch): boolean {
  if (a.kind === PathMatchKind.EXACT) {
    return b._takes(a.path);
  }
  if (b.kind === PathMatchKind.EXACT) {
    return a._takes(b.path);
  }
  if (a.kind === PathMatchKind.REGEX || b.kind === PathMatchKind.REGEX) {
    const [x, y] = [a, b].map(plainStart);
    return x.startsWith(y) || y.startsWith(x);
  }
  // What is left begins with a text: the longer one is a path of the other, or they are apart.
  return a._takes(b.path) || b._takes(a.path);
}
