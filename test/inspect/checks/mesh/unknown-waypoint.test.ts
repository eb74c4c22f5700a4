import { unknownWaypointCheck } from '../../../../lib/inspect/checks/mesh/unknown-waypoint';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const home = (labels: string, name = 'shop'): string => kube(`Namespace ${name} labels: {istio.io/dataplane-mode: ambient, ${labels}}`);
const waypoint = (place: string, labels = '', listener = ''): string => (
  kube(`Gateway ${place} labels: {${labels}}`, `{gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE${listener}}]}`)
);
const labelled = (labels: string, place = 'shop/orders'): string => kube(`Service ${place} labels: {${labels}}`, '{selector: {app: orders}, ports: [{name: http, port: 80}]}');
const policy = (place = 'shop/orders', name = 'orders'): string => kube(`AuthorizationPolicy ${place}`, `{targetRefs: [{group: "", kind: Service, name: ${name}}]}`);
const uses = (name: string): string => `istio.io/use-waypoint: ${name}`;
const takes = (what: string): string => `istio.io/waypoint-for: ${what}`;
const pods = deployment('shop/orders', { labels: uses('main') });
const entry = kube(`ServiceEntry shop/api labels: {${uses('main')}}`, '{hosts: [api.example.com]}');
const [own, ofPods] = ['metadata.labels["istio.io/use-waypoint"]', 'spec.template.metadata.labels["istio.io/use-waypoint"]'];
const [unused, unenforced] = ['so no traffic goes through it', 'so the policies for Service shop/orders are not enforced'];
const missing = 'waypoint shop/mains is not in the input';
const elsewhere = '{from: Selector, selector: {matchLabels: {team: shop}}}';

ruleCases(unknownWaypointCheck, [
  ['a namespace', together(home(uses('mains')), waypoint('shop/main')), [`warning ${own}: ${missing}, ${unused}`]],
  ['a namespace with a policy for a Service that is not there', together(home(uses('mains')), waypoint('shop/main'), policy()), [`warning ${own}: ${missing}, ${unused}`]],
  ['a namespace with a policy for a Service that is said to be there', together(home(uses('mains')), waypoint('shop/main'), policy()), [
    `error ${own}: ${missing}, ${unenforced}`,
  ], { assumed: ['Service shop/orders'] }],
  ['a namespace with a policy for a Service', together(home(uses('mains')), waypoint('shop/main'), service('shop/orders'), policy()), [`error ${own}: ${missing}, ${unenforced}`]],
  ['a Service', together(labelled(uses('mains')), waypoint('shop/main')), [`warning ${own}: ${missing}, ${unused}`]],
  ['a Service with a policy', together(labelled(uses('mains')), policy(), waypoint('shop/main')), [`error ${own}: ${missing}, ${unenforced}`]],
  ['pods', together(deployment('shop/orders', { labels: uses('mains') }), waypoint('shop/main')), [`warning ${ofPods}: ${missing}, ${unused}`]],
  ['pods beside what makes them, once', together(deployment('shop/orders', { labels: uses('mains') }), kube(`Pod shop/a labels: {app: orders, ${uses('mains')}}`), waypoint('shop/main')), [
    `warning ${own}: ${missing}, ${unused}`,
  ]],
  ['what is not in the mesh', together(entry, waypoint('shop/other')), [`warning ${own}: waypoint shop/main is not in the input, ${unused}`]],
  ['an entry of a workload', together(kube(`WorkloadEntry shop/vm labels: {${uses('mains')}}`).replace('v1,', 'networking.istio.io/v1,'), waypoint('shop/main')), [
    `warning ${own}: ${missing}, ${unused}`,
  ]],
  ['a waypoint that is in another namespace', together(labelled(uses('main')), waypoint('infra/main')), [`warning ${own}: waypoint shop/main is not in the input, ${unused}`]],
  ['a namespace that is said', together(labelled(`${uses('mains')}, istio.io/use-waypoint-namespace: infra`), waypoint('infra/main'), waypoint('shop/mains')), [
    `warning ${own}: waypoint infra/mains is not in the input, ${unused}`,
  ]],
  ['an input that is everything', home(uses('main')), [`warning ${own}: waypoint shop/main is not in the input, ${unused}`], { complete: true }],
  ['a waypoint of another namespace that serves its own alone', together(labelled(`${uses('main')}, istio.io/use-waypoint-namespace: infra`), waypoint('infra/main')), [
    `warning ${own}: the waypoint infra/main does not serve namespace shop, ${unused}`,
  ]],
  ['a waypoint that serves namespaces with other labels', together(
    home(`${uses('main')}, istio.io/use-waypoint-namespace: infra`), waypoint('infra/main', '', `, allowedRoutes: {namespaces: ${elsewhere}}`),
  ), [`warning ${own}: the waypoint infra/main does not serve namespace shop, ${unused}`]],
  ['a waypoint whose selector leaves out its own namespace', together(
    home('', 'infra'), labelled(uses('main'), 'infra/orders'), waypoint('infra/main', '', `, allowedRoutes: {namespaces: ${elsewhere}}`),
  ), [`warning ${own}: the waypoint infra/main does not serve namespace infra, ${unused}`]],
  ['an empty name at a Service', together(home(uses('main')), labelled(uses('""')), waypoint('shop/main')), [
    `warning ${own}: the label is empty, so no waypoint is used, not even that of the namespace`,
  ]],
  ['an empty name at a namespace', home(uses('""')), [`warning ${own}: the label is empty, so no waypoint is used`]],
  ['a waypoint without a listener for the mesh', together(
    home(`${uses('main')}, istio.io/use-waypoint-namespace: infra`), kube('Gateway infra/main', '{gatewayClassName: istio-waypoint, listeners: []}'),
  ), [`warning ${own}: the waypoint infra/main does not serve namespace shop, ${unused}`]],
  ['a Service with a waypoint for pods', together(labelled(uses('main')), waypoint('shop/main', takes('workload'))), [
    `warning ${own}: the waypoint shop/main is for what is sent to pods, not for what is sent to Services, ${unused}`,
  ]],
  ['a Service with a waypoint for nothing', together(labelled(uses('main')), policy(), waypoint('shop/main', takes('none'))), [
    `error ${own}: the waypoint shop/main is for nothing, not for what is sent to Services, ${unenforced}`,
  ]],
  ['a namespace with a waypoint for pods and a policy for a Service', together(home(uses('main')), service('shop/orders'), policy(), waypoint('shop/main', takes('workload'))), [
    `error ${own}: the waypoint shop/main is for what is sent to pods, not for what is sent to Services, ${unenforced}`,
  ]],
  ['pods with a waypoint for Services', together(pods, waypoint('shop/main')), [
    `warning ${ofPods}: the waypoint shop/main is for what is sent to Services, not for what is sent to pods, ${unused}`,
  ]],
  ['a class for Services', together(pods, waypoint('shop/main'), kube(`GatewayClass istio-waypoint labels: {${takes('none')}}`).replace('v1,', 'gateway.networking.k8s.io/v1,')), [
    `warning ${ofPods}: the waypoint shop/main is for nothing, not for what is sent to pods, ${unused}`,
  ]],
  ['a word for what it takes that there is not', together(home(uses('main')), service('shop/orders'), policy(), waypoint('shop/main', takes('services'))), [
    'error metadata.labels["istio.io/waypoint-for"]: invalid value istio.io/waypoint-for=services: istiod sends no traffic through the waypoint',
  ]],
  ['an empty word', waypoint('shop/main', takes('""')), ['error metadata.labels["istio.io/waypoint-for"]: invalid value istio.io/waypoint-for=: istiod sends no traffic through the waypoint']],
], [
  ['a waypoint that is there', together(home(uses('main')), labelled(uses('main')), entry, pods, policy(), waypoint('shop/main'))],
  ['one for everything', together(home(uses('main')), labelled(uses('main')), pods, policy(), waypoint('shop/main', takes('all')))],
  ['one of another class', together(home(uses('main')), pods, kube('Gateway shop/main', '{gatewayClassName: sandwich}')), { complete: true }],
  ['one that is said to be there', home(uses('main')), { complete: true, assumed: ['Gateway shop/main'] }],
  ['none', together(home(uses('none')), labelled(uses('none')), waypoint('shop/main')), { complete: true }],
  ['a waypoint for pods alone', together(home(uses('main')), service('shop/orders'), pods, waypoint('shop/main', takes('workload')))],
  ['a policy for a Service with a waypoint of its own', together(
    home(uses('main')), waypoint('shop/main', takes('workload')), labelled(uses('other')), policy(), waypoint('shop/other'),
  )],
  ['labels of a Service on its pods', together(labelled(uses('main')), pods, waypoint('shop/main'))],
  ['a waypoint of another namespace that serves all', together(
    labelled(`${uses('main')}, istio.io/use-waypoint-namespace: infra`), waypoint('infra/main', '', ', allowedRoutes: {namespaces: {from: All}}'),
  )],
  ['one that serves namespaces whose labels are not shown', together(
    labelled(`${uses('main')}, istio.io/use-waypoint-namespace: infra`), waypoint('infra/main', '', `, allowedRoutes: {namespaces: ${elsewhere}}`),
  )],
  ['one whose class may say which listener counts', together(
    labelled(`${uses('main')}, istio.io/use-waypoint-namespace: infra`), kube(`Gateway infra/main labels: {${takes('all')}}`, '{gatewayClassName: sandwich}'),
  )],
  ['what istiod makes for a waypoint', together(labelled(`${uses('mains')}, gateway.istio.io/managed: istio.io-mesh-controller`), waypoint('shop/main'))],
]);

test('does not judge a name where the input shows no waypoint: istioctl makes them too', () => {
  const edge = kube('Gateway shop/edge', '{gatewayClassName: istio}');
  expect(undecidedBy(unknownWaypointCheck, together(home(uses('main')), service('shop/orders'), edge))).toEqual(['Gateway shop/main']);
});
