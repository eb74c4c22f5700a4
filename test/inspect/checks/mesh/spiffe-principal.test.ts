import { spiffePrincipalCheck } from '../../../../lib/inspect/checks/mesh/spiffe-principal';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);
const told = 'no caller has the principal spiffe://td/ns/a/sa/b: principals are compared without spiffe://';

ruleCases(spiffePrincipalCheck, [
  ['a principal with its scheme', policy('{rules: [{from: [{source: {notPrincipals: ["spiffe://td/ns/a/sa/b"]}}]}]}'), [`error spec.rules[0].from[0].source.notPrincipals[0]: ${told}`]],
  ['such a condition', policy('{rules: [{when: [{key: source.principal, values: ["spiffe://td/ns/a/sa/b"]}]}]}'), [`error spec.rules[0].when[0].values[0]: ${told}`]],
], [
  ['a principal', policy('{rules: [{from: [{source: {principals: [td/ns/a/sa/b]}}]}]}')],
  ['a header that is one', policy('{rules: [{when: [{key: "request.headers[x-id]", values: ["spiffe://td/ns/a/sa/b"]}]}]}')],
]);
