import {
  HttpRouteSpecRulesFilters, HttpRouteSpecRulesFiltersRequestHeaderModifier, HttpRouteSpecRulesFiltersRequestMirror,
  HttpRouteSpecRulesFiltersRequestRedirect, HttpRouteSpecRulesFiltersRequestRedirectPathType, HttpRouteSpecRulesFiltersRequestRedirectScheme,
  HttpRouteSpecRulesFiltersType,
} from '../../../imports/gateway.networking.k8s.io';
import type { ForwardAction, HeaderChangesIntent, MirrorIntent, RedirectIntent } from '../../mesh/private/intent';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { IstioRelease } from '../istio-release';
import { backendOf, Backends } from './http-route-backend';
import { corsFilter } from './http-route-cors';
import { httpRouteRewrite } from './http-route-rewrite';
import { refuse, Where } from './refuse';
import { unlessNone } from './unless-none';

const TYPES = HttpRouteSpecRulesFiltersType;

/** Where a client is told to go instead, as a filter of an HTTPRoute says it. */
export function redirectFilter({ host, path, port, scheme, status }: RedirectIntent): HttpRouteSpecRulesFilters {
  const requestRedirect: HttpRouteSpecRulesFiltersRequestRedirect = {
    hostname: host,
    path: path === undefined ? undefined : { type: HttpRouteSpecRulesFiltersRequestRedirectPathType.REPLACE_FULL_PATH, replaceFullPath: path },
    port,
    scheme: scheme as HttpRouteSpecRulesFiltersRequestRedirectScheme | undefined,
    statusCode: status,
  };
  return { type: TYPES.REQUEST_REDIRECT, requestRedirect };
}

/** What else is done with requests that are sent on, as filters of an HTTPRoute say it. */
export function forwardFilters(action: ForwardAction, taken: Conditions, backends: Backends): HttpRouteSpecRulesFilters[] {
  const { where, release } = backends;
  const { cors, mirrors = [], requestHeaders, responseHeaders, rewrite } = action;
  return [
    ...cors === undefined ? [] : [{ type: TYPES.CORS, cors: corsFilter(cors, where, release) }],
    ...requestHeaders === undefined ? [] : [{ type: TYPES.REQUEST_HEADER_MODIFIER, requestHeaderModifier: headerChanges(requestHeaders, where) }],
    ...responseHeaders === undefined ? [] : [{ type: TYPES.RESPONSE_HEADER_MODIFIER, responseHeaderModifier: headerChanges(responseHeaders, where) }],
    ...rewrite === undefined ? [] : [{ type: TYPES.URL_REWRITE, urlRewrite: httpRouteRewrite(rewrite, taken, where) }],
    ...mirrors.map(mirror => ({ type: TYPES.REQUEST_MIRROR, requestMirror: mirrorTo(mirror, backends) })),
  ];
}

/** The API server takes no more of each. */
const MOST_HEADERS = 16;

/** Of requests or answers. */
export function headerChanges({ add, remove, set }: HeaderChangesIntent, where: Where): HttpRouteSpecRulesFiltersRequestHeaderModifier {
  const empty = Object.entries({ ...add, ...set }).find(([, value]) => value === '');
  if (empty !== undefined) {
    refuse(where, `gives the header "${empty[0]}" an empty value`, 'remove for it');
  }
  if ([Object.keys(add), remove, Object.keys(set)].some(({ length }) => length > MOST_HEADERS)) {
    refuse(where, `changes more than ${MOST_HEADERS} headers in one way`);
  }
  return { add: pairs(add), remove: unlessNone(remove), set: pairs(set) };
}

function pairs(values: Readonly<Record<string, string>>): Array<{ name: string; value: string }> | undefined {
  const entries = Object.entries(values);
  return entries.length === 0 ? undefined : entries.map(([name, value]) => ({ name, value }));
}

function mirrorTo({ destination, percent: { value } }: MirrorIntent, backends: Backends): HttpRouteSpecRulesFiltersRequestMirror {
  const backendRef = backendOf(destination, backends);
  if (value === 100) {
    return { backendRef };
  }
  if (Number(backends.release.slice(2)) < PARTS_OF_COPIES_SINCE) {
    refuse(backends.where, `copies ${value} % of the requests, of which Istio before 1.${PARTS_OF_COPIES_SINCE} would copy all`);
  }
  const fraction = { numerator: Math.round(value * 10_000), denominator: 1_000_000 };
  return Number.isInteger(value) ? { backendRef, percent: value } : { backendRef, fraction };
}

/** Minor of the release of Istio that is known to heed the share, of the same time as the API that brought it. */
const PARTS_OF_COPIES_SINCE = Number(IstioRelease.V1_27.slice(2));
