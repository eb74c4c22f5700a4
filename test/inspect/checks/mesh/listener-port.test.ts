import { listenerPortCheck } from '../../../../lib/inspect/checks/mesh/listener-port';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);

const called = service('shop/orders', '{name: http, port: 80}, {name: http-admin, port: 8081}, {name: tcp-raw, port: 9000}');
const other = service('shop/orders-v2');
const to = (destination: string, match = ''): string => route(`{${match}route: [{destination: {${destination}}}]}`);
const entry = (protocol: string): string => (
  kube('ServiceEntry shop/partner', `{hosts: [partner.example.com], ports: [{number: 80, protocol: HTTP}, {number: 8081, protocol: ${protocol}}]}`)
);
const outside = kube('VirtualService shop/partner', '{hosts: [partner.example.com], http: [{route: [{destination: {host: orders-v2}}]}]}');
const lost = 'warning spec.http[0].route[0].destination.host: requests to port 8081 go to the same port of orders-v2, which has only 80, and fail with 503';

ruleCases(listenerPortCheck, [
  ['a port that the destination does not have', together(called, other, to('host: orders-v2')), [lost]],
  ['a port that a match asks for', together(called, other, to('host: orders-v2', 'match: [{port: 8081}], ')), [lost]],
  ['a port of a ServiceEntry', together(entry('HTTP'), other, outside), [lost]],
], [
  ['a port of a ServiceEntry that does not speak HTTP', together(entry('TCP'), other, outside)],
  ['a destination with its port', together(called, other, to('host: orders-v2, port: {number: 80}'))],
  ['a match of the port that both have', together(called, other, to('host: orders-v2', 'match: [{port: 80}], '))],
  ['the Service itself', together(called, to('host: orders'))],
  ['a Service with the same ports', together(service('shop/orders'), other, to('host: orders-v2'))],
  ['a gateway, which takes the only port', together(called, other, kube('VirtualService shop/orders', '{hosts: [orders], gateways: [edge], http: [{route: [{destination: {host: orders-v2}}]}]}'))],
  ['a destination whose port cannot be read', together(called, service('shop/orders-v2', '{name: http, prt: 80}'), to('host: orders-v2'))],
  ['a destination that is not shown', together(called, to('host: pay'))],
]);
