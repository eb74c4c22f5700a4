import { impossibleMatchCheck } from '../../../../lib/inspect/checks/mesh/impossible-match';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (match: string, more = ''): string => kube('VirtualService shop/orders', `{hosts: [orders]${more}, http: [{match: [{${match}}]}]}`);
const orders = service('shop/orders', '{name: http, port: 8080, targetPort: 9999}, {name: admin, port: 81}');
const at = 'warning spec.http[0].match[0]';

ruleCases(impossibleMatchCheck, [
  ['a method in lower case', route('method: {exact: get}'), [`${at}.method.exact: no request has the method get: methods are uppercase`]],
  ['methods in one text', route('method: {exact: "GET,POST"}'), [`${at}.method.exact: "GET,POST" is not a method: it is a list in one string`]],
  ['a scheme in upper case', route('scheme: {exact: HTTP}'), [`${at}.scheme.exact: no request has the scheme HTTP: schemes are lowercase`]],
  ['a port of the pods', together(orders, route('port: 9999')), [`${at}.port: no host of the VirtualService has a port 9999; they have 81, 8080`]],
  ['an asterisk for any value', route('headers: {x-tenant: {exact: "*"}}'), [
    `${at}.headers.x-tenant.exact: * is literal here: only x-tenant: * matches, no other value of the header`,
  ]],
  ['a field among the headers', route('headers: {uri: {exact: /x}}'), [
    `${at}.headers.uri: uri is not a request header: under headers it does not match what uri matches on its own`,
  ]],
  ['all of them', together(orders, route('method: {exact: Post}, port: 1, headers: {authority: {}}')), [
    `${at}.headers.authority: authority is not a request header: under headers it does not match what authority matches on its own`,
    `${at}.port: no host of the VirtualService has a port 1; they have 81, 8080`,
    `${at}.method.exact: no request has the method Post: methods are uppercase`,
  ]],
], [
  ['methods and schemes', route('method: {exact: GET}, scheme: {exact: https}')],
  ['a method of an application', route('method: {exact: purge}')],
  ['a regular expression', route('method: {regex: "get|GET"}')],
  ['a port of the Service', together(orders, route('port: 81'))],
  ['a host with a port that cannot be read', together(service('shop/orders', '{port: 80}, {prt: 81}'), route('port: 9999'))],
  ['a host that is not shown', route('port: 9999')],
  ['one host of two that is not shown', together(orders, route('port: 9999').replace('[orders]', '[orders, web]'))],
  ['a host with an asterisk', together(orders, route('port: 9999').replace('[orders]', '["*.shop.svc.cluster.local"]'))],
  ['a gateway, which has ports of its own', together(orders, route('port: 9999', ', gateways: [mesh, edge]'))],
  ['a match at a gateway', together(orders, route('port: 9999, gateways: [edge]'))],
  ['no port', together(orders, route('port: 0'))],
  ['an asterisk that is a value', route('headers: {accept-encoding: {exact: "*"}, If-Match: {exact: "*"}, x-tenant: {regex: "*"}}')],
  ['headers', route('headers: {x-method: {exact: get}, ":path": {prefix: /}}')],
]);
