import { literalPolicyPathCheck } from '../../../../lib/inspect/checks/mesh/literal-policy-path';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);
const asking = (path: string): string => policy(`{rules: [{to: [{operation: {paths: ["${path}"]}}]}]}`);
const at = 'warning spec.rules[0].to[0].operation.paths[0]:';

ruleCases(literalPolicyPathCheck, [
  ['an asterisk in the middle', asking('/a/*/b'), [`${at} /a/*/b: a * that is not the first or last character is literal`]],
  ['asterisks at both ends', asking('*/a/*'), [`${at} */a/*: a * that is not the first or last character is literal`]],
  ['a query', asking('/a?b=c'), [`${at} /a?b=c: the query is not part of the path, so no request matches`]],
  ['a query alone', asking('?b=c'), [`${at} ?b=c: the query is not part of the path, so no request matches`]],
  ['a regular expression', asking('/a/[0-9]+'), [`${at} /a/[0-9]+: a path is not a regular expression, so these characters are literal`]],
  ['a choice', asking('/a/(b|c)'), [`${at} /a/(b|c): a path is not a regular expression, so these characters are literal`]],
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
  ['/a/*/b', 'use * at the start or the end, or {*} and {**} for whole path segments'],
])('the path %s is mended by words that fit', (path, repair) => {
  expect(judge(asking(path), { checks: [literalPolicyPathCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
