import { ownedByFlaggerCheck } from '../../../../lib/inspect/checks/mesh/owned-by-flagger';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const canary = (provider = ''): string => kube('Canary shop/orders', `{${provider}targetRef: {kind: Deployment, name: orders}, service: {port: 80}}`);
const made = (path: string): string => `error ${path}: Flagger generates this object for Canary shop/orders, and overwrites it`;
const ruled = (path: string, host: string): string => `error ${path}: Flagger manages ${host} for Canary shop/orders, and conflicts with this object`;

ruleCases(ownedByFlaggerCheck, [
  ['the Service of the Canary', together(canary(), service('shop/orders')), [made('metadata.name')]],
  ['the Service of the stable pods', together(canary(), service('shop/orders-primary')), [made('metadata.name')]],
  ['the second Deployment', together(canary(), deployment('shop/orders-primary')), [made('metadata.name')]],
  ['a VirtualService of the name', together(canary('provider: istio, '), kube('VirtualService shop/orders', '{hosts: [orders]}')), [made('metadata.name')]],
  ['a VirtualService of the host', together(canary(), kube('VirtualService shop/other', '{hosts: [web, orders.shop.svc.cluster.local]}')), [
    ruled('spec.hosts[1]', 'orders.shop.svc.cluster.local'),
  ]],
  ['a DestinationRule of the host', together(canary('provider: istio, '), kube('DestinationRule shop/mtls', '{host: orders-canary}')), [ruled('spec.host', 'orders-canary')]],
  ['an HTTPRoute', together(canary('provider: "gatewayapi:v1", '), kube('HTTPRoute shop/orders')), [made('metadata.name')]],
  ['a TrafficSplit', together(canary('provider: linkerd, '), kube('TrafficSplit shop/orders')), [made('metadata.name')]],
], [
  ['the Deployment that is released', together(canary(), deployment('shop/orders'))],
  ['what Flagger does not make for this mesh', together(canary('provider: linkerd, '), kube('VirtualService shop/orders', '{hosts: [orders]}'))],
  ['another namespace', together(canary(), service('lab/orders'))],
  ['what was exported and belongs to the Canary', together(
    canary(), kube('Service shop/orders-primary ownerReferences: [{apiVersion: flagger.app/v1beta1, kind: Canary, name: orders, uid: u}]'),
  )],
]);
