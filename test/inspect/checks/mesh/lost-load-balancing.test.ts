import { lostLoadBalancingCheck } from '../../../../lib/inspect/checks/mesh/lost-load-balancing';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const rule = (spec: string): string => kube('DestinationRule shop/orders', spec);

const subset = (name: string, balancer: string): string => `{name: ${name}, labels: {version: ${name}}, trafficPolicy: {loadBalancer: ${balancer}}}`;
const hash = '{consistentHash: {httpHeaderName: x-user}}';
const plain = '{simple: RANDOM}';
const hidden = rule(`{host: orders, trafficPolicy: {loadBalancer: ${hash}}, subsets: [${subset('v1', plain)}, ${subset('v2', plain)}]}`);
const hashed = rule(`{host: orders, trafficPolicy: {loadBalancer: ${hash}}, subsets: [{name: v1}, {name: v2}]}`);
const split = (one: string, other: string): string => kube(
  'VirtualService shop/web',
  `{hosts: [orders], http: [{route: [{destination: {host: orders, subset: v1}, ${one}}, {destination: {host: orders.shop.svc.cluster.local, subset: v2}, ${other}}]}]}`,
);

ruleCases(lostLoadBalancingCheck, [
  ['a load balancer that every subset replaces', hidden, [
    'warning spec.trafficPolicy.loadBalancer: every subset has its own load balancer, so no request to a subset uses this one',
  ]],
  ['a hash of the host across a split', together(hashed, split('weight: 90', 'weight: 10')), [
    'info spec.trafficPolicy.loadBalancer.consistentHash: VirtualService shop/web picks a subset at random for each request (v1 90, v2 10), so the hash does not keep a client on one endpoint',
  ]],
  ['a hash of one subset of a split', together(rule(`{host: orders, subsets: [${subset('v1', plain)}, ${subset('v2', hash)}]}`), split('weight: 90', 'weight: 10')), [
    'info spec.subsets[1].trafficPolicy.loadBalancer.consistentHash: VirtualService shop/web picks a subset at random for each request (v1 90, v2 10), so the hash does not keep a client on one endpoint',
  ]],
], [
  ['a load balancer that a route without subset uses', together(hidden, kube('VirtualService shop/all', '{hosts: [orders], http: [{route: [{destination: {host: orders}}]}]}'))],
  ['a load balancer that one subset leaves', rule(`{host: orders, trafficPolicy: {loadBalancer: ${hash}}, subsets: [${subset('v1', plain)}, {name: v2}]}`)],
  ['a host without subsets', rule(`{host: orders, trafficPolicy: {loadBalancer: ${hash}}}`)],
  ['a split that gives all to one subset', together(hashed, split('weight: 100', 'weight: 0'))],
  ['a split in which a weight is left out, which is none', together(hashed, split('weight: 100', 'headers: {}'))],
  ['a split without a hash', together(rule('{host: orders, subsets: [{name: v1}, {name: v2}]}'), split('weight: 90', 'weight: 10'))],
  ['a split of another host', together(rule(`{host: pay, trafficPolicy: {loadBalancer: ${hash}}, subsets: [{name: v1}, {name: v2}]}`), split('weight: 90', 'weight: 10'))],
]);
