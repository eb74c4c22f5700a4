import { pathSpelledOtherwiseCheck } from '../../../../lib/inspect/checks/mesh/path-spelled-otherwise';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const denied = (paths: string, action = 'DENY'): string => policy(`{action: ${action}, rules: [{to: [{operation: {paths: [${paths}]}}]}]}`);
const normalization = (value: string): object => ({ pathNormalization: { normalization: value } });

ruleCases(pathSpelledOtherwiseCheck, [
  ['a path that two slashes get past', denied('"/admin/*"'), [
    'info spec.rules[0].to[0].operation.paths: the policy treats //admin/* and /admin/* as different paths, but the application may not',
  ]],
  ['a mesh that resolves dots alone', denied('/admin'), [
    'info spec.rules[0].to[0].operation.paths: the policy treats //admin and /admin as different paths, but the application may not',
  ], { meshConfig: normalization('BASE') }],
], [
  ['a mesh that merges slashes', denied('/admin'), { meshConfig: normalization('MERGE_SLASHES') }],
  ['a permission', denied('/admin', 'ALLOW')],
  ['every path', denied('"/*"')],
]);
