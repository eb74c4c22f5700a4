import { unknownEgressHostCheck } from '../../../../lib/inspect/checks/mesh/unknown-egress-host';
import { judge } from '../../../support/judge';
import { kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const sidecar = (hosts: string): string => kube('Sidecar shop/default', `{egress: [{hosts: [${hosts}]}]}`);
const checkout = service('shop/checkout');
const entry = (host: string): string => kube('ServiceEntry lab/a', `{hosts: ["${host}"], ports: [{number: 80, name: http, protocol: HTTP}]}`);
const nothing = (name: string): string => `the input shows no Service shop/${name}, so that this entry lets the pods know nothing`;

ruleCases(unknownEgressHostCheck, [
  ['a Service that is not there', together(checkout, sidecar('"istio-system/*", "./checkouts.shop.svc.cluster.local"')), [`warning spec.egress[0].hosts[1]: ${nothing('checkouts')}`]],
  ['one of any namespace', together(checkout, sidecar('"*/pay.shop.svc.cluster.local"')), [`warning spec.egress[0].hosts[0]: ${nothing('pay')}`]],
  ['one where the input is everything', sidecar('"./pay.shop.svc.cluster.local"'), [`warning spec.egress[0].hosts[0]: ${nothing('pay')}`], { complete: true }],
], [
  ['a Service that is there', together(checkout, sidecar('"./checkout.shop.svc.cluster.local"'))],
  ['hosts by patterns', together(checkout, sidecar('"./*", "*/*", "~/*", "shop/*.shop.svc.cluster.local"'))],
  ['a host outside', together(checkout, sidecar('"./api.example.com"'))],
  ['a host without a namespace, of which the webhook speaks', together(checkout, sidecar('"pay.shop.svc.cluster.local"'))],
  ['the host of a ServiceEntry', together(checkout, entry('pay.shop.svc.cluster.local'), sidecar('"*/pay.shop.svc.cluster.local"'))],
  ['a host that a ServiceEntry covers', together(checkout, entry('*.shop.svc.cluster.local'), sidecar('"*/pay.shop.svc.cluster.local"'))],
  ['a Service that Flagger makes', together(checkout, kube('Canary shop/pay', '{targetRef: {name: pay}}'), sidecar('"./pay-primary.shop.svc.cluster.local"'))],
  ['a Service that is elsewhere', together(checkout, sidecar('"./pay.shop.svc.cluster.local"')), { assumed: ['Service shop/pay'] }],
]);

test.each([
  ['"./checkouts.shop.svc.cluster.local"', 'did you mean "shop/checkout.shop.svc.cluster.local"?'],
  ['"./pay.shop.svc.cluster.local"', 'correct the host, or add the Service'],
])('says how to repair %s', (host, repair) => {
  expect(judge(together(checkout, sidecar(host)), { checks: [unknownEgressHostCheck] }).findings.map(one => one.repair)).toEqual([repair]);
});

test('does not judge a namespace of which the input shows nothing, or where an operator may make Services', () => {
  const search = '{apiVersion: elasticsearch.k8s.elastic.co/v1, kind: Elasticsearch, metadata: {name: search, namespace: shop}}';
  const pay = sidecar('"./pay.shop.svc.cluster.local"');
  expect([undecidedBy(unknownEgressHostCheck, pay), undecidedBy(unknownEgressHostCheck, together(checkout, search, pay))]).toEqual([['namespace shop'], ['namespace shop']]);
});
