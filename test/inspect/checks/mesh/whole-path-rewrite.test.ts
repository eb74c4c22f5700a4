import { wholePathRewriteCheck } from '../../../../lib/inspect/checks/mesh/whole-path-rewrite';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const matched = (match: string, rewrite: string): string => route(`{match: [${match}], rewrite: ${rewrite}}`);

ruleCases(wholePathRewriteCheck, [
  ['a rewrite of what a regular expression matches', matched('{uri: {regex: /v./.*}}', '{uri: /}'), [
    'warning spec.http[0].rewrite.uri: every path that matches /v./.* is replaced entirely by /',
  ]],
], [
  ['a rewrite of a part', matched('{uri: {regex: /v./.*}}', '{uriRegexRewrite: {match: a, rewrite: b}}')],
  ['a rewrite of a prefix', matched('{uri: {prefix: /v1/}}', '{uri: /}')],
]);
