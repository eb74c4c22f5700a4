import { unmatchedPreflightCheck } from '../../../../lib/inspect/checks/mesh/unmatched-preflight';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const shared = (match: string): string => `{corsPolicy: {allowMethods: [GET]}, match: [${match}]}`;
const elsewhere = 'warning spec.http[0].corsPolicy: the matches of the rule name other methods than OPTIONS, so that the preflight of a browser goes elsewhere';

ruleCases(unmatchedPreflightCheck, [
  ['[F140] a policy that no preflight reaches', route(shared('{method: {exact: GET}}, {method: {regex: "PUT|POST"}}')), [elsewhere]],
], [
  ['a match of OPTIONS', route(shared('{method: {exact: GET}}, {method: {exact: OPTIONS}}'))],
  ['a regular expression with OPTIONS', route(shared('{method: {regex: "GET|OPTIONS"}}'))],
  ['a match of any method', route(shared('{uri: {prefix: /}}'))],
  ['a rule without matches', route('{corsPolicy: {allowMethods: [GET]}}')],
  ['another rule that answers the preflight', route(`${shared('{method: {exact: GET}}')}, ${shared('{uri: {prefix: /}}')}`)],
  ['no policy', route('{match: [{method: {exact: GET}}]}')],
]);
