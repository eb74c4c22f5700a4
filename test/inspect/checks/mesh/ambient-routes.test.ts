import { ambientRoutesCheck } from '../../../../lib/inspect/checks/mesh/ambient-routes';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const ambient = (more = ''): string => kube(`Namespace shop labels: {istio.io/dataplane-mode: ambient${more}}`);
const pods = deployment('shop/orders');
const route = kube('VirtualService shop/orders', '{hosts: [orders], http: [{timeout: 2s, route: [{destination: {host: orders}}]}]}');
const both = together(service('shop/orders'), pods);
const says = 'the pods of Service shop/orders are in ambient mode, and neither it nor its namespace uses a waypoint: these routes have no effect on mesh traffic';

ruleCases(ambientRoutesCheck, [
  ['a VirtualService', together(ambient(), both, route), [`warning spec.hosts[0]: ${says}`]],
  ['a VirtualService where a gateway is shown', together(ambient(), both, deployment('ingress/edge', { labels: 'istio: ingressgateway, sidecar.istio.io/inject: "true"' }), route), [`warning spec.hosts[0]: ${says}`]],
  ['an HTTPRoute', together(ambient(), both, kube('HTTPRoute shop/orders', '{parentRefs: [{kind: Service, group: "", name: orders}]}')), [`warning spec.parentRefs[0].name: ${says}`]],
  ['a Service that wants no waypoint', together(ambient(', istio.io/use-waypoint: waypoint'), pods, service('shop/orders').replace('name: orders,', 'name: orders, labels: {istio.io/use-waypoint: none},'), route), [
    `warning spec.hosts[0]: ${says}`,
  ]],
], [
  ['a waypoint of the namespace', together(ambient(', istio.io/use-waypoint: waypoint'), both, route)],
  ['a client with a sidecar', together(ambient(), both, deployment('web/web', { labels: 'sidecar.istio.io/inject: "true"' }), route)],
  ['a client of which nothing is known', together(ambient(), both, deployment('web/web'), route)],
  ['a VirtualService of gateways', together(ambient(), both, kube('VirtualService shop/orders', '{hosts: [orders], gateways: [edge], http: [{route: [{destination: {host: orders}}]}]}'))],
  ['routes of connections', together(ambient(), both, kube('VirtualService shop/orders', '{hosts: [orders], tcp: [{route: [{destination: {host: orders}}]}]}'))],
  ['pods with a waypoint of their own', together(ambient(), service('shop/orders'), deployment('shop/orders', { labels: 'istio.io/use-waypoint: waypoint' }), route)],
  ['pods that are not shown', together(ambient(), service('shop/orders'), route)],
  ['a host of others', together(ambient(), both, kube('VirtualService shop/orders', '{hosts: [api.example.com], http: [{route: [{destination: {host: orders}}]}]}'))],
  ['an HTTPRoute of a Gateway', together(ambient(), both, kube('HTTPRoute shop/orders', '{parentRefs: [{name: edge}]}'))],
]);
