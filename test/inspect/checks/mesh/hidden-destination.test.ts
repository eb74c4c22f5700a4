import { hiddenDestinationCheck } from '../../../../lib/inspect/checks/mesh/hidden-destination';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const ledger = kube('Service shop/ledger annotations: {networking.istio.io/exportTo: "."}', '{ports: [{port: 80}]}');
const orders = service('shop/orders');
const route = (more = ''): string => kube('VirtualService shop/orders', `{hosts: [orders], ${more}http: [{route: [{destination: {host: ledger}}]}]}`);

ruleCases(hiddenDestinationCheck, [
  ['a destination that others do not see', together(orders, ledger, route()), [
    'warning spec.http[0].route[0].destination.host: ledger shows itself to shop alone, and clients elsewhere that take this route get 503',
  ]],
  ['an entry that others do not see', together(orders, kube('ServiceEntry shop/ledger', '{hosts: [ledger.shop.svc.cluster.local], exportTo: ["."]}'), route()), [
    'warning spec.http[0].route[0].destination.host: ledger shows itself to shop alone, and clients elsewhere that take this route get 503',
  ]],
], [
  ['a destination that all see', together(orders, service('shop/ledger'), route())],
  ['a route that others do not see either', together(orders, ledger, route('exportTo: ["."], '))],
  ['a host that others do not see either', together(ledger, kube('Service shop/orders annotations: {networking.istio.io/exportTo: "."}'), route())],
  ['a gateway', together(orders, ledger, route('gateways: [edge], '))],
]);
