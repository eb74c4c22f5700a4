import { impossiblePathCheck } from '../../../../lib/inspect/checks/mesh/impossible-path';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const matched = (uri: string): string => route(`{match: [{uri: {${uri}}}]}`);
const byRoute = (path: string): string => kube('HTTPRoute shop/orders', `{rules: [{matches: [{path: {${path}}}]}]}`);
const at = 'warning spec.http[0].match[0].uri';

ruleCases(impossiblePathCheck, [
  ['[F140] a query', matched('exact: "/a?b=c"'), [`${at}.exact: no path matches /a?b=c: the query is not part of the path`]],
  ['a blank', matched('exact: "/a b"'), [`${at}.exact: no path matches /a b: such characters arrive percent-encoded`]],
  ['dots', matched('prefix: /a/../b'), [`${at}.prefix: no path matches /a/../b: . and .. segments are resolved first`]],
  ['a letter that need not be encoded', matched('prefix: /%61'), [`${at}.prefix: no path matches /%61: characters that need no encoding are decoded first`]],
  ['no slash', matched('prefix: api'), [`${at}.prefix: no path matches api: paths start with a slash`]],
  ['no slash before the whole', matched('exact: api/v1'), [`${at}.exact: no path matches api/v1: paths start with a slash`]],
  ['an asterisk at the end', matched('prefix: "/api/*"'), [`${at}.prefix: only a path with exactly these characters matches /api/*: * is literal here`]],
  ['an asterisk within', matched('exact: "/a/*/b"'), [`${at}.exact: only a path with exactly these characters matches /a/*/b: * is literal here`]],
  ['the name of a part', matched('prefix: "/users/{id}"'), [`${at}.prefix: only a path with exactly these characters matches /users/{id}: path parameters are literal here`]],
  ['the name of a part with a colon', matched('exact: "/users/:id/orders"'), [`${at}.exact: only a path with exactly these characters matches /users/:id/orders: path parameters are literal here`]],
  ['an asterisk in an HTTPRoute', byRoute('value: "/api/*"'), ['warning spec.rules[0].matches[0].path.value: only a path with exactly these characters matches /api/*: * is literal here']],
], [
  ['a query of an HTTPRoute, which its definition refuses', byRoute('value: "/api?a=b"')],
  ['a regular expression of an HTTPRoute', byRoute('type: RegularExpression, value: "/api/.*"')],
  ['a path of an HTTPRoute', byRoute('type: Exact, value: /api')],
  ['a colon and brackets within a part', matched('exact: "/a/b:c/items(1)"')],
  ['the path of OPTIONS for all', matched('exact: "*"')],
  ['nothing, which istiod refuses', matched('prefix: ""')],
  ['a path', matched('exact: /a/b.c/..d')],
  ['what has to be encoded', matched('prefix: /a%20b%2F')],
  ['a regular expression', matched('regex: "/a?"')],
]);
