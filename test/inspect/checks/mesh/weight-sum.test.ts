import { weightSumCheck } from '../../../../lib/inspect/checks/mesh/weight-sum';
import { found } from '../../../support/judge';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);

const split = (...weights: readonly string[]): string => route(`{route: [${weights.map((weight, index) => `{destination: {host: v${index}}, ${weight}}`).join(', ')}]}`);

ruleCases(weightSumCheck, [
  ['less than 100', split('weight: 80', 'weight: 10'), ['warning spec.http[0].route: the weights 80, 10 add up to 90, and are read as shares of 90']],
  ['more than 100', split('weight: 80', 'weight: 30'), ['warning spec.http[0].route: the weights 80, 30 add up to 110, and are read as shares of 110']],
  ['one that is not set', split('weight: 80', 'headers: {}'), [
    'warning spec.http[0].route: the weights 80, none add up to 80, and are read as shares of 80; a destination without a weight gets no requests',
  ]],
  ['a single weight', split('weight: 50'), ['warning spec.http[0].route: the only destination has weight 50, and gets all traffic']],
  ['connections', kube('VirtualService shop/orders', '{hosts: [orders], tcp: [{route: [{weight: 1}, {weight: 2}]}]}'), [
    'warning spec.tcp[0].route: the weights 1, 2 add up to 3, and are read as shares of 3',
  ]],
], [
  ['100 together', split('weight: 80', 'weight: 20')],
  ['a single destination without weight', split('headers: {}')],
  ['a single destination with 100', split('weight: 100')],
  ['nothing, which istiod refuses', split('weight: 0', 'weight: 0')],
  ['a route of Flagger', together(split('weight: 80', 'weight: 10'), kube('Canary shop/orders', '{targetRef: {name: orders}}'))],
  ['a route of Argo Rollouts', together(
    split('weight: 80', 'weight: 10'), kube('Rollout shop/orders', '{strategy: {canary: {trafficRouting: {istio: {virtualService: {name: orders}}}}}}'),
  )],
]);

test('Argo Rollouts owns routes without a namespace, too', () => {
  const yaml = [
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: orders}\nspec: {http: [{route: [{weight: 30}, {weight: 30}]}]}\n',
    'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: orders}\n'
    + 'spec: {strategy: {canary: {trafficRouting: {istio: {virtualService: {name: orders}}}}}}\n',
  ].join('---\n');
  expect(found(yaml, { checks: [weightSumCheck], defaultNamespace: '' })).toEqual([]);
});
