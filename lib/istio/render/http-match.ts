import { VirtualServiceSpecHttpMatch } from '../../../imports/networking.istio.io';
import { PathMatch, PathMatchKind } from '../../mesh/path-match';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { TextMatch, TextMatchKind } from '../../mesh/text-match';

/** What has to hold of a request, as a rule of a VirtualService says it: a path and what lies below it take two matches. */
export function httpMatches(conditions: Conditions): VirtualServiceSpecHttpMatch[] {
  const { authority, headers, method, path, port, query, sourceLabels = {}, sourceNamespace, withoutHeaders } = conditions;
  const match: VirtualServiceSpecHttpMatch = {
    authority: authority && text(authority),
    method: method && { exact: method },
    headers: record(headers, text),
    withoutHeaders: record(withoutHeaders, text),
    queryParams: record(query, text),
    port,
    sourceLabels: record(sourceLabels, value => value),
    sourceNamespace,
  };
  return path === undefined ? [match] : uris(path).map(uri => ({ uri, ...match }));
}

function uris({ kind, path }: PathMatch): Text[] {
  switch (kind) {
    case PathMatchKind.BELOW: return path === '/' ? [{ prefix: '/' }] : [{ exact: path }, { prefix: `${path}/` }];
    case PathMatchKind.EXACT: return [{ exact: path }];
    case PathMatchKind.PREFIX: return [{ prefix: path }];
    case PathMatchKind.REGEX: return [{ regex: path }];
  }
}

interface Text {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

/** That something is there is said by a comparison with nothing. */
function text({ kind, value }: TextMatch): Text {
  switch (kind) {
    case TextMatchKind.EXACT: return { exact: value };
    case TextMatchKind.PREFIX: return { prefix: value };
    case TextMatchKind.PRESENT: return {};
    case TextMatchKind.REGEX: return { regex: value };
  }
}

function record<T, R>(values: Readonly<Record<string, T>>, render: (value: T) => R): Record<string, R> | undefined {
  const entries = Object.entries(values);
  return entries.length === 0 ? undefined : Object.fromEntries(entries.map(([name, value]) => [name, render(value)]));
}
