import { unsetWeightCheck } from '../../../../lib/inspect/checks/mesh/unset-weight';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);
const split = (one: string, other: string): string => route(`{route: [{destination: {host: v1}, ${one}}, {destination: {host: v2}, ${other}}]}`);

ruleCases(unsetWeightCheck, [
  ['a destination that gets nothing', split('weight: 100', 'headers: {}'), [
    'warning spec.http[0].route[1]: v2 has no weight, while other destinations have one, so it gets no requests',
  ]],
], [
  ['weights for all', split('weight: 90', 'weight: 10')],
  ['a weight of 0, which says so', split('weight: 100', 'weight: 0')],
  ['weights that do not add up, which is another defect', split('weight: 90', 'headers: {}')],
  ['a single destination', route('{route: [{destination: {host: orders}}]}')],
]);
