import { impossiblePathCheck } from '../../../../lib/inspect/checks/mesh/impossible-path';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const matched = (uri: string): string => route(`{match: [{uri: {${uri}}}]}`);
const byRoute = (path: string): string => kube('HTTPRoute shop/orders', `{rules: [{matches: [{path: {${path}}}]}]}`);
const at = 'warning spec.http[0].match[0].uri';

ruleCases(impossiblePathCheck, [
  ['[F140] a query', matched('exact: "/a?b=c"'), [`${at}.exact: no path matches /a?b=c: the query is no part of the path`]],
  ['a blank', matched('exact: "/a b"'), [`${at}.exact: no path matches /a b: such characters come encoded`]],
  ['dots', matched('prefix: /a/../b'), [`${at}.prefix: no path matches /a/../b: dots as parts of a path are resolved first`]],
  ['a letter that need not be encoded', matched('prefix: /%61'), [`${at}.prefix: no path matches /%61: characters that need no encoding are decoded first`]],
  ['no slash', matched('prefix: api'), [`${at}.prefix: no path matches api: paths begin with a slash`]],
  ['no slash before the whole', matched('exact: api/v1'), [`${at}.exact: no path matches api/v1: paths begin with a slash`]],
  ['an asterisk at the end', matched('prefix: "/api/*"'), [`${at}.prefix: only a path with these very signs matches /api/*: an asterisk stands for itself here`]],
  ['an asterisk within', matched('exact: "/a/*/b"'), [`${at}.exact: only a path with these very signs matches /a/*/b: an asterisk stands for itself here`]],
  ['the name of a part', matched('prefix: "/users/{id}"'), [`${at}.prefix: only a path with these very signs matches /users/{id}: names of parts stand for themselves here`]],
  ['the name of a part with a colon', matched('exact: "/users/:id/orders"'), [`${at}.exact: only a path with these very signs matches /users/:id/orders: names of parts stand for themselves here`]],
  ['an asterisk in an HTTPRoute', byRoute('value: "/api/*"'), ['warning spec.rules[0].matches[0].path.value: only a path with these very signs matches /api/*: an asterisk stands for itself here']],
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
