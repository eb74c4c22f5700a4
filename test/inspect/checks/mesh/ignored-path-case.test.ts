import { ignoredPathCaseCheck } from '../../../../lib/inspect/checks/mesh/ignored-path-case';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const matched = (match: string): string => route(`{match: [{${match}}]}`);

ruleCases(ignoredPathCaseCheck, [
  ['a regular expression whose case is to be ignored', matched('uri: {regex: /Orders}, ignoreUriCase: true'), [
    'warning spec.http[0].match[0].ignoreUriCase: it has no effect on the regular expression /Orders',
  ]],
], [
  ['a prefix', matched('uri: {prefix: /Orders}, ignoreUriCase: true')],
  ['an expression that ignores it itself', matched('uri: {regex: "(?i)/Orders"}, ignoreUriCase: true')],
  ['a case that counts', matched('uri: {regex: /Orders}')],
]);
