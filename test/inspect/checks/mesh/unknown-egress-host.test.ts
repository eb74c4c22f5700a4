import { unknownEgressHostCheck } from '../../../../lib/inspect/checks/mesh/unknown-egress-host';
import { judge } from '../../../support/judge';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const sidecar = (hosts: string): string => kube('Sidecar shop/default', `{egress: [{hosts: [${hosts}]}]}`);
const checkout = service('shop/checkout');
const search = '{apiVersion: elasticsearch.k8s.elastic.co/v1, kind: Elasticsearch, metadata: {name: search, namespace: shop}}';
const entry = (host: string): string => kube('ServiceEntry lab/a', `{hosts: ["${host}"], ports: [{number: 80, name: http, protocol: HTTP}]}`);
const nothing = (name: string): string => `Service shop/${name} is not in the input; without it, this entry has no effect`;

ruleCases(unknownEgressHostCheck, [
  ['a Service that is not there', together(checkout, sidecar('"istio-system/*", "./chekout.shop.svc.cluster.local"')), [`warning spec.egress[0].hosts[1]: ${nothing('chekout')}`]],
  ['one of any namespace', together(checkout, sidecar('"*/chekout.shop.svc.cluster.local"')), [`warning spec.egress[0].hosts[0]: ${nothing('chekout')}`]],
], [
  ['a Service that is there', together(checkout, sidecar('"./checkout.shop.svc.cluster.local"'))],
  ['hosts by patterns', together(checkout, sidecar('"./*", "*/*", "~/*", "shop/*.shop.svc.cluster.local"'))],
  ['a host outside', together(checkout, sidecar('"./api.example.com"'))],
  ['a host without a namespace, of which the webhook speaks', together(checkout, sidecar('"pay.shop.svc.cluster.local"'))],
  ['the host of a ServiceEntry', together(checkout, entry('chekout.shop.svc.cluster.local'), sidecar('"*/chekout.shop.svc.cluster.local"'))],
  ['a host that a ServiceEntry covers', together(checkout, entry('*.shop.svc.cluster.local'), sidecar('"*/chekout.shop.svc.cluster.local"'))],
  ['a Service that Flagger makes', together(checkout, kube('Canary shop/pay', '{targetRef: {name: pay}}'), service('shop/pay-primry'), sidecar('"./pay-primary.shop.svc.cluster.local"'))],
  ['a Service that is elsewhere', together(checkout, sidecar('"./chekout.shop.svc.cluster.local"')), { assumed: ['Service shop/chekout'] }],
  ['a Service that may be elsewhere', together(checkout, sidecar('"./pay.shop.svc.cluster.local"')), { complete: true }],
  ['a Service beside siblings', together(service('shop/node-eu'), service('shop/node-a'), sidecar('"./node-us.shop.svc.cluster.local", "./node-b.shop.svc.cluster.local"'))],
  ['the plural of a Service', together(checkout, sidecar('"./checkouts.shop.svc.cluster.local"'))],
  ['what is in each cluster', together(service('default/kubernets'), sidecar('"default/kubernetes.default.svc.cluster.local"'))],
  ['a Service that an operator may make', together(checkout, search, sidecar('"./chekout.shop.svc.cluster.local"'))],
]);

test('says which Service is meant', () => {
  const { findings } = judge(together(checkout, sidecar('"./chekout.shop.svc.cluster.local"')), { checks: [unknownEgressHostCheck] });
  expect(findings.map(({ repair }) => repair)).toEqual(['did you mean "shop/checkout.shop.svc.cluster.local"?']);
});
