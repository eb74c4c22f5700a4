import {
  HttpRouteSpecRulesMatches, HttpRouteSpecRulesMatchesHeadersType, HttpRouteSpecRulesMatchesMethod, HttpRouteSpecRulesMatchesPath,
  HttpRouteSpecRulesMatchesPathType, HttpRouteSpecRulesMatchesQueryParamsType,
} from '../../../imports/gateway.networking.k8s.io';
import { PathMatch, PathMatchKind } from '../../mesh/path-match';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { isToken } from '../../mesh/private/routing/tokens';
import { TextMatch, TextMatchKind } from '../../mesh/text-match';
import { refuse, Where } from './refuse';

/** What has to hold of a request, as a rule of an HTTPRoute says it. */
export function httpRouteMatch(conditions: Conditions, where: Where): HttpRouteSpecRulesMatches {
  const { authority, headers, method, path, query, withoutHeaders } = conditions;
  if (authority !== undefined) {
    refuse(where, `matches the authority "${authority.value}"`, 'the hostname with exposeVia');
  }
  const [without] = Object.keys(withoutHeaders);
  if (without !== undefined) {
    refuse(where, `matches requests without the header "${without}"`);
  }
  return {
    path: pathOf(path, where),
    headers: texts(headers, where)?.map(({ isRegex, ...text }) => ({ ...text, type: isRegex ? HEADERS.REGULAR_EXPRESSION : HEADERS.EXACT })),
    queryParams: texts(query, where)?.map(({ isRegex, ...text }) => ({ ...text, type: isRegex ? QUERY.REGULAR_EXPRESSION : QUERY.EXACT })),
    method: method as HttpRouteSpecRulesMatchesMethod | undefined,
  };
}

const HEADERS = HttpRouteSpecRulesMatchesHeadersType;
const QUERY = HttpRouteSpecRulesMatchesQueryParamsType;
const PATHS = HttpRouteSpecRulesMatchesPathType;

/** Every path is said as such, since the API server would add that. */
function pathOf(match: PathMatch | undefined, where: Where): HttpRouteSpecRulesMatchesPath {
  if (match === undefined || match._takesEvery) {
    return { type: PATHS.PATH_PREFIX, value: '/' };
  }
  const { kind, path } = match;
  if (path.length > MOST.path || (kind !== PathMatchKind.REGEX && !PATH.test(path))) {
    refuse(where, `matches the path "${path}", with "//", an encoded "/", a bracket or more than ${MOST.path} characters`);
  }
  switch (kind) {
    case PathMatchKind.BELOW: return { type: PATHS.PATH_PREFIX, value: path };
    case PathMatchKind.EXACT: return { type: PATHS.EXACT, value: path };
    case PathMatchKind.REGEX: return { type: PATHS.REGULAR_EXPRESSION, value: path };
    case PathMatchKind.PREFIX: return refuse(where, `matches every path whose text begins with "${path}"`, `PathMatch.below("${path.replace(/(?<=.)\/+$/, '')}") for that path and what lies below it`);
  }
}

/** What the API server takes. */
const MOST = { path: 1024, name: 256, value: 1024, count: 16 };
const PATH = /^(?!.*(?:\/\/|%2f))(?:[-\w/.~!$&'()*+,;=:@]|%[\da-f]{2})+$/i;

interface Text {
  readonly name: string;
  readonly value: string;
  readonly isRegex: boolean;
}

function texts(values: Readonly<Record<string, TextMatch>>, where: Where): Text[] | undefined {
  const entries = Object.entries(values);
  if (entries.length === 0) {
    return undefined;
  }
  if (entries.length > MOST.count) {
    refuse(where, `compares ${entries.length} headers or parameters at once, more than ${MOST.count}`);
  }
  return entries.map(([name, match]) => {
    const { value, isRegex } = textOf(match);
    if (name.length > MOST.name || !isToken(name) || value === '' || value.length > MOST.value) {
      refuse(where, `compares "${name}" with "${value}"`);
    }
    return { name, value, isRegex };
  });
}

/** It compares a whole text, or a pattern with it. */
function textOf({ kind, value }: TextMatch): Pick<Text, 'value' | 'isRegex'> {
  switch (kind) {
    case TextMatchKind.EXACT: return { value, isRegex: false };
    case TextMatchKind.PREFIX: return { value: `${value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}.*`, isRegex: true };
    case TextMatchKind.PRESENT: return { value: '.*', isRegex: true };
    case TextMatchKind.REGEX: return { value, isRegex: true };
  }
}
