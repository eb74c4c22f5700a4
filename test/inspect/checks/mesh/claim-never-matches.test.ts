import { claimNeverMatchesCheck } from '../../../../lib/inspect/checks/mesh/claim-never-matches';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);
const asking = (key: string, values: string): string => policy(`{rules: [{when: [{key: "request.auth.claims${key}", values: [${values}]}]}]}`);
const at = 'spec.rules[0].when[0]';

ruleCases(claimNeverMatchesCheck, [
  ['a claim within a claim as one name', asking('[realm_access.roles]', 'a'), [`warning ${at}.key: realm_access.roles is one name here, and not a claim within a claim`]],
  ['scopes together', asking('[scope]', '"read write"'), [`warning ${at}.values[0]: a scope is split at its blanks, and no part of it is "read write"`]],
  ['a claim that is no text', asking('[admin]', '"true"'), [
    `info ${at}.values[0]: true matches a claim that is text; claims that are numbers, true or false never match`,
  ]],
], [
  ['a claim within a claim', asking('[realm_access][roles]', 'a')],
  ['a claim with an address for a name', asking('[https://example.com/roles]', 'a')],
  ['one scope', asking('[scope]', 'read')],
  ['another condition', policy('{rules: [{when: [{key: "request.headers[a.b]", values: ["true"]}]}]}')],
]);
