import { trafficSplitCheck } from '../../../../lib/inspect/checks/mesh/traffic-split';
import { kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const split = kube('TrafficSplit shop/orders', '{service: orders, backends: []}');
const old = split.replace('v1alpha2', 'v1alpha1');
const definition = '{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: trafficsplits.split.smi-spec.io}, spec: {versions: [{name: v1alpha1, served: true}]}}';
const version = 'apiVersion: v1alpha1 is not served: linkerd-smi serves v1alpha2, and no mesh has TrafficSplits without an extension';

ruleCases(trafficSplitCheck, [
  ['a version that is not served', together(service('shop/orders'), old), [`error ${version}`]],
  ['a version that the definition in the input serves', together(service('shop/orders'), definition, old), [`warning ${version}`]],
  ['an apex that is not there', together(service('shop/orders-v1'), split), [
    'error spec.service: the apex Service shop/orders, which clients call and whose requests are split, is not in the input',
  ]],
], [
  ['an apex that is there', together(service('shop/orders'), split)],
  ['the version of the SDK', together(service('shop/orders'), split.replace('v1alpha2', 'v1alpha4'))],
  ['an apex that is said to be elsewhere', together(service('shop/orders-v1'), split), { assumed: ['Service shop/orders'] }],
  ['an apex that Flagger makes', together(service('shop/web'), split, kube('Canary shop/orders', '{targetRef: {name: orders}}'))],
]);

test('does not judge a namespace of which the input shows nothing', () => {
  expect(undecidedBy(trafficSplitCheck, split)).toEqual(['namespace shop']);
});
