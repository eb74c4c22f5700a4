import { droppedSubsetsCheck } from '../../../../lib/inspect/checks/mesh/dropped-subsets';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const all = (subsets: string): string => kube('DestinationRule shop/all', `{host: orders, subsets: [${subsets}]}`);
const some = (subsets: string): string => kube('DestinationRule shop/some', `{host: orders.shop.svc.cluster.local, workloadSelector: {matchLabels: {app: web}}, subsets: [${subsets}]}`);

ruleCases(droppedSubsetsCheck, [
  ['subsets that the selected pods lose', together(all('{name: v1}, {name: v2}'), some('{name: v1}')), [
    'warning spec.workloadSelector: for the selected pods this replaces DestinationRule shop/all, but lacks its subset v2',
  ]],
], [
  ['the same subsets', together(all('{name: v1}'), some('{name: v1}'))],
  ['no other rule', some('')],
  ['a rule of another namespace', together(kube('DestinationRule lab/all', '{host: orders.shop.svc.cluster.local, subsets: [{name: v1}]}'), some(''))],
]);
