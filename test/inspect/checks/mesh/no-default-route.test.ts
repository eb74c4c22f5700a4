import { noDefaultRouteCheck } from '../../../../lib/inspect/checks/mesh/no-default-route';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const routes = (...entries: readonly string[]): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${entries.map(entry => `{${entry}, route: [{destination: {host: orders}}]}`).join(', ')}]}`);
const orders = service('shop/orders');
const header = 'match: [{headers: {x-canary: {exact: "on"}}}]';
const says = 'spec.http: requests to orders that match no route get 404: they do not fall through to the Service';

ruleCases(noDefaultRouteCheck, [
  ['a match of a header alone', together(orders, routes(header)), [`warning ${says}`]],
  ['a match of some clients', together(orders, routes('match: [{sourceLabels: {app: web}}]', 'match: [{uri: {prefix: /a}}]')), [`warning ${says}`]],
  ['a list of paths', together(orders, routes('match: [{uri: {prefix: /a}}]', 'match: [{uri: {exact: /b}}]')), [`info ${says}`]],
], [
  ['a route without match', together(orders, routes(header, 'timeout: 2s'))],
  ['a route for all paths', together(orders, routes(header, 'match: [{uri: {prefix: /}}]'))],
  ['a regular expression for all paths', together(orders, routes('match: [{uri: {regex: "/.*"}}]'))],
  ['a route for a port', together(orders, routes('match: [{port: 80}]'))],
  ['a fault', together(orders, routes(`${header}, fault: {abort: {httpStatus: 500}}`))],
  ['a Service that is not shown', routes(header)],
  ['a host of others', together(orders, kube('VirtualService shop/orders', `{hosts: [api.example.com], http: [{${header}}]}`))],
  ['routes of gateways', together(orders, kube('VirtualService shop/orders', `{hosts: [orders], gateways: [edge], http: [{${header}}]}`))],
  ['routes of connections', together(orders, kube('VirtualService shop/orders', '{hosts: [orders], tcp: [{route: [{destination: {host: orders}}]}]}'))],
]);
