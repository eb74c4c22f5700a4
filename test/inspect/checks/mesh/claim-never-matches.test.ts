import { claimNeverMatchesCheck } from '../../../../lib/inspect/checks/mesh/claim-never-matches';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);
const asking = (key: string, values: string): string => policy(`{rules: [{when: [{key: "request.auth.claims${key}", values: [${values}]}]}]}`);
const routing = (claim: string, value: string): string => kube('VirtualService shop/orders', `{http: [{match: [{headers: {"@request.auth.claims${claim}": {exact: "${value}"}}}]}]}`);
const at = 'spec.rules[0].when[0]';

ruleCases(claimNeverMatchesCheck, [
  ['a claim within a claim as one name', asking('[realm_access.roles]', 'a'), [`warning ${at}.key: realm_access.roles is read as one claim name, not as a nested claim`]],
  ['scopes together', asking('[scope]', '"read write"'), [`warning ${at}.values[0]: scope is split at spaces, so no part of it equals "read write"`]],
  ['a claim that is no text', asking('[admin]', '"true"'), [
    `info ${at}.values[0]: true matches only a string claim; numeric and boolean claims never match`,
  ]],
  ['a claim within a claim as one name, in a route', routing('[realm_access.roles]', 'a'), [
    'warning spec.http[0].match[0].headers["@request.auth.claims[realm_access.roles]"]: realm_access.roles is read as one claim name, not as a nested claim',
  ]],
  ['a claim that is no text, in a route', routing('.admin', 'true'), [
    'info spec.http[0].match[0].headers["@request.auth.claims.admin"].exact: true matches only a string claim; numeric and boolean claims never match',
  ]],
], [
  ['dots that lead to a claim within a claim', routing('.realm_access.roles', 'a')],
  ['brackets that do', routing('[realm_access][roles]', 'a')],
  ['a claim within a claim', asking('[realm_access][roles]', 'a')],
  ['a claim with an address for a name', asking('[https://example.com/roles]', 'a')],
  ['one scope', asking('[scope]', 'read')],
  ['another condition', policy('{rules: [{when: [{key: "request.headers[a.b]", values: ["true"]}]}]}')],
]);
