import { PathMatch, PathMatchKind } from '../../mesh/path-match';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { TextMatch, TextMatchKind } from '../../mesh/text-match';

/** What a proxy compares a header with: a text, or only whether it is there. */
export interface HeaderMatcher {
  readonly name: string;
  readonly present_match?: boolean;
  readonly string_match?: StringMatcher;
}

interface StringMatcher {
  readonly exact?: string;
  readonly prefix?: string;
  readonly safe_regex?: { readonly regex: string };
}

/** What has to hold of a request, as a proxy reads it in its headers: method and path are two of them. */
export function headerMatchers({ headers, method, path }: Conditions): HeaderMatcher[] {
  return [
    ...method === undefined ? [] : [{ name: ':method', string_match: { exact: method } }],
    ...path === undefined || path._takesEvery ? [] : [{ name: ':path', string_match: pathMatcher(path) }],
    ...Object.entries(headers).map(([name, value]) => headerMatcher(name, value)),
  ];
}

/** The header has the query as well, behind a question mark, which no path has in it. */
function pathMatcher({ kind, path }: PathMatch): StringMatcher {
  switch (kind) {
    case PathMatchKind.BELOW: return { safe_regex: { regex: `${literal(path)}([/?].*)?` } };
    case PathMatchKind.EXACT: return { safe_regex: { regex: `${literal(path)}([?].*)?` } };
    case PathMatchKind.PREFIX: return { prefix: path };
    case PathMatchKind.REGEX: throw new Error(`PathMatch.regex("${path}"): proxies match the query together with the path here. Use PathMatch.exact, PathMatch.below or PathMatch.prefix.`);
  }
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function headerMatcher(name: string, { kind, value }: TextMatch): HeaderMatcher {
  switch (kind) {
    case TextMatchKind.EXACT: return { name, string_match: { exact: value } };
    case TextMatchKind.PREFIX: return { name, string_match: { prefix: value } };
    case TextMatchKind.PRESENT: return { name, present_match: true };
    case TextMatchKind.REGEX: return { name, string_match: { safe_regex: { regex: value } } };
  }
}
