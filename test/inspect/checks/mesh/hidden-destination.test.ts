import { hiddenDestinationCheck } from '../../../../lib/inspect/checks/mesh/hidden-destination';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const ledger = kube('Service shop/ledger annotations: {networking.istio.io/exportTo: "."}', '{ports: [{port: 80}]}');
const orders = service('shop/orders');
const route = (more = ''): string => kube('VirtualService shop/orders', `{hosts: [orders], ${more}http: [{route: [{destination: {host: ledger}}]}]}`);

ruleCases(hiddenDestinationCheck, [
  ['a destination that others do not see', together(orders, ledger, route()), [
    'warning spec.http[0].route[0].destination.host: ledger is exported only to shop, so clients elsewhere that take this route get 503',
  ]],
  ['an entry that others do not see', together(orders, kube('ServiceEntry shop/ledger', '{hosts: [ledger.shop.svc.cluster.local], exportTo: ["."]}'), route()), [
    'warning spec.http[0].route[0].destination.host: ledger is exported only to shop, so clients elsewhere that take this route get 503',
  ]],
  ['a route for a namespace that does not see the destination', together(orders, ledger, route('exportTo: [".", lab], ')), [
    'warning spec.http[0].route[0].destination.host: ledger is exported only to shop, so clients of lab that take this route get 503',
  ]],
  ['a host that more see than the destination', together(kube('Service shop/orders annotations: {networking.istio.io/exportTo: "., lab"}', '{ports: [{port: 80}]}'), ledger, route()), [
    'warning spec.http[0].route[0].destination.host: ledger is exported only to shop, so clients of lab that take this route get 503',
  ]],
], [
  ['a route for a namespace that has an entry of its own', together(orders, ledger, route('exportTo: [".", lab], '),
    kube('ServiceEntry lab/ledger', '{hosts: [ledger.shop.svc.cluster.local], exportTo: ["."]}'))],
  ['a route for a namespace that does not see its host', together(
    kube('Service shop/orders annotations: {networking.istio.io/exportTo: "."}'), ledger, route('exportTo: [".", lab], '),
  )],
  ['a route for a namespace that sees the destination', together(
    orders, kube('Service shop/ledger annotations: {networking.istio.io/exportTo: "., lab"}'), route('exportTo: [".", lab], '),
  )],
  ['a host that nobody sees', together(ledger, kube('Service shop/orders annotations: {networking.istio.io/exportTo: "~"}'), route())],
  ['a destination that all see', together(orders, service('shop/ledger'), route())],
  ['a route that others do not see either', together(orders, ledger, route('exportTo: ["."], '))],
  ['a host that others do not see either', together(ledger, kube('Service shop/orders annotations: {networking.istio.io/exportTo: "."}'), route())],
  ['a gateway', together(orders, ledger, route('gateways: [edge], '))],
]);
