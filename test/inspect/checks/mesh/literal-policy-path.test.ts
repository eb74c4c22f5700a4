import { literalPolicyPathCheck } from '../../../../lib/inspect/checks/mesh/literal-policy-path';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);
const asking = (path: string): string => policy(`{rules: [{to: [{operation: {paths: ["${path}"]}}]}]}`);
const at = 'warning spec.rules[0].to[0].operation.paths[0]:';

ruleCases(literalPolicyPathCheck, [
  ['an asterisk in the middle', asking('/a/*/b'), [`${at} /a/*/b: an asterisk that is not the first or the last sign stands for itself`]],
  ['asterisks at both ends', asking('*/a/*'), [`${at} */a/*: an asterisk that is not the first or the last sign stands for itself`]],
  ['a query', asking('/a?b=c'), [`${at} /a?b=c: the query is no part of the path, so that no request matches`]],
  ['a query alone', asking('?b=c'), [`${at} ?b=c: the query is no part of the path, so that no request matches`]],
  ['a regular expression', asking('/a/[0-9]+'), [`${at} /a/[0-9]+: a path is no regular expression, and these signs stand for themselves`]],
  ['a choice', asking('/a/(b|c)'), [`${at} /a/(b|c): a path is no regular expression, and these signs stand for themselves`]],
], [
  ['brackets, which paths may have', asking('/odata/Items(1)/tags[a]')],
  ['a prefix', asking('/a/*')],
  ['a suffix', asking('*/a')],
  ['everything', asking('*')],
  ['parts of a path', asking('/a/{*}/b/{**}')],
]);

test.each([
  ['/a?b=c', 'remove the query: /a'],
  ['?b=c', 'remove the query'],
  ['/a/*/b', 'use * at one end, or {*} and {**} for whole parts of the path'],
])('the path %s is mended by words that fit', (path, repair) => {
  expect(judge(asking(path), { checks: [literalPolicyPathCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
