import { literalGroupCheck } from '../../../../lib/inspect/checks/mesh/literal-group';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const rewritten = (match: string, rewrite: string): string => (
  kube('VirtualService shop/orders', `{hosts: [orders], http: [{rewrite: {uriRegexRewrite: {match: '${match}', rewrite: '${rewrite}'}}}]}`)
);
const found = (rewrite: string): string => `warning spec.http[0].rewrite.uriRegexRewrite.rewrite: ${rewrite}: the sign $ stands for itself, so that paths become that`;

ruleCases(literalGroupCheck, [
  ['a group by a dollar sign', rewritten('^/api/(.*)$', '/$1'), [found('/$1')]],
  ['one in braces', rewritten('^/api/(?P<rest>.*)$', '/v2/${1}'), [found('/v2/${1}')]],
], [
  ['a group by a backslash', rewritten('^/api/(.*)$', '/\\1')],
  ['a number that no group has', rewritten('^/api/(.*)$', '/costs-$5')],
  ['brackets that are no groups', rewritten('/(?:a|b)/[(]/\\(', '/$1')],
  ['brackets of a class with a name in it', rewritten('/[[:alpha:]()]/', '/$1')],
  ['a price', rewritten('^/(.*)$', '/$0')],
  ['a sign without number', rewritten('^/(.*)$', '/$')],
  ['nothing', kube('VirtualService shop/orders', '{hosts: [orders], http: [{rewrite: {uriRegexRewrite: {}}}]}')],
]);
