import { PathMatch, PathMatchKind } from '../../path-match';
import { TextMatch, TextMatchKind } from '../../text-match';
import type { Conditions } from './conditions';
import { literalStart } from './regular-expression';

/** Whether the first certainly takes every request that the second takes. Where that cannot be told, as of most regular expressions, it is no. */
export function covers(a: Conditions, b: Conditions): boolean {
  return (isFree(a.path, b.path, pathCovers) || isAnyPath(a.path))
    && isFree(a.method, b.method, isEqual)
    && isFree(a.port, b.port, isEqual)
    && isFree(a.sourceNamespace, b.sourceNamespace, isEqual)
    && isFree(a.authority, b.authority, textCovers)
    && recordCovers(a.headers, b.headers, textCovers)
    && recordCovers(a.query, b.query, textCovers)
    && coversRest(a, b);
}

function coversRest(a: Conditions, b: Conditions): boolean {
  return recordCovers(a.sourceLabels ?? {}, b.sourceLabels ?? {}, isEqual)
    // What is forbidden has to be forbidden to the second as well.
    && recordCovers(a.withoutHeaders, b.withoutHeaders, (forbidden, more) => textCovers(more, forbidden));
}

function isFree<T>(a: T | undefined, b: T | undefined, takes: (a: T, b: T) => boolean): boolean {
  return a === undefined || (b !== undefined && takes(a, b));
}

function isEqual<T>(a: T, b: T): boolean {
  return a === b;
}

function recordCovers<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, takes: (a: T, b: T) => boolean): boolean {
  return Object.keys(a).every(name => Object.hasOwn(b, name) && takes(a[name], b[name]));
}

/** Whether the first certainly takes every text that the second takes. */
export function textCovers(a: TextMatch, b: TextMatch): boolean {
  const isSame = a.kind === b.kind && a.value === b.value;
  const begins = a.kind === TextMatchKind.PREFIX && b.kind === TextMatchKind.PREFIX && b.value.startsWith(a.value);
  return isSame || begins || a.kind === TextMatchKind.PRESENT || (b.kind === TextMatchKind.EXACT && a._takes(b.value));
}

/** Whether the first certainly takes every path that the second takes. */
export function pathCovers(a: PathMatch, b: PathMatch): boolean {
  if (a.kind === b.kind && a.path === b.path) {
    return true;
  }
  switch (b.kind) {
    case PathMatchKind.EXACT: return a._takes(b.path);
    // What lies below a path begins with it, and with each path above it.
    case PathMatchKind.BELOW: return (a.kind === PathMatchKind.BELOW || a.kind === PathMatchKind.PREFIX) && a._takes(b.path);
    case PathMatchKind.PREFIX: return startCovers(a, b.path);
    case PathMatchKind.REGEX: return startCovers(a, plainStart(b));
  }
}

/** What all paths that are taken begin with, as far as it is known. */
export function plainStart({ kind, path }: PathMatch): string {
  return kind === PathMatchKind.REGEX ? literalStart(path) || '/' : path;
}

/** Whether it takes all that begins with a text. */
function startCovers(a: PathMatch, start: string): boolean {
  return (a.kind === PathMatchKind.PREFIX && start.startsWith(a.path)) || (a.kind === PathMatchKind.BELOW && start.startsWith(`${a.path}/`));
}

/** Whether every path of a request is meant, all of which begin with "/". */
function isAnyPath(path?: PathMatch): boolean {
  return path !== undefined && (path._takesEvery || (path.kind === PathMatchKind.REGEX && ANY_PATH.test(path.path)));
}

/** The usual ways of writing it: `.*`, `/.*` and `.+`, in parentheses or not. */
const ANY_PATH = /^\^?(?:\((?:\?:)?)?(?:\/?(?:\((?:\?:)?)?\.\*|\.\+)\??\)*\$?$/;
