import { unmatchedPreflightCheck } from '../../../../lib/inspect/checks/mesh/unmatched-preflight';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const shared = (match: string): string => `{corsPolicy: {allowMethods: [GET]}, match: [${match}]}`;
const elsewhere = 'warning spec.http[0].corsPolicy: the matches of the rule do not include the method OPTIONS, so browser preflight requests go elsewhere';

ruleCases(unmatchedPreflightCheck, [
  ['[F140] a policy that no preflight reaches', route(shared('{method: {exact: GET}}, {method: {regex: "PUT|POST"}}')), [elsewhere]],
  ['one beside a rule that answers preflights of other paths', route(`${shared('{uri: {prefix: /b}, method: {exact: GET}}')}, ${shared('{uri: {prefix: /a}}')}`), [elsewhere]],
  ['one beside a rule that answers those of one other path', route(`${shared('{uri: {exact: /a/b}, method: {exact: GET}}')}, ${shared('{uri: {exact: /a}}')}`), [elsewhere]],
  ['a regular expression that holds the name and more', route(shared('{method: {regex: "XOPTIONS"}}')), [elsewhere]],
  ['a regular expression of nothing', route(shared('{method: {regex: "("}}')), [elsewhere]],
], [
  ['a match of OPTIONS', route(shared('{method: {exact: GET}}, {method: {exact: OPTIONS}}'))],
  ['a regular expression with OPTIONS', route(shared('{method: {regex: "GET|OPTIONS"}}'))],
  ['a regular expression that means it', route(shared('{method: {regex: "[A-Z]+"}}'))],
  ['another rule that answers preflights of some of its paths', route(`${shared('{uri: {prefix: /a/b}}')}, ${shared('{uri: {prefix: /a}, method: {exact: GET}}')}`)],
  ['another rule that answers those of paths that nobody looks into', route(`${shared('{uri: {regex: "/a.*"}}')}, ${shared('{uri: {prefix: /b}, method: {exact: GET}}')}`)],
  ['a match of any method', route(shared('{uri: {prefix: /}}'))],
  ['a rule without matches', route('{corsPolicy: {allowMethods: [GET]}}')],
  ['another rule that answers the preflight', route(`${shared('{method: {exact: GET}}')}, ${shared('{uri: {prefix: /}}')}`)],
  ['no policy', route('{match: [{method: {exact: GET}}]}')],
]);
