import { idleWorkloadSelectorCheck } from '../../../../lib/inspect/checks/mesh/idle-workload-selector';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const rule = (labels: string, place = 'shop/orders'): string => kube(`DestinationRule ${place}`, `{host: orders, workloadSelector: {matchLabels: {${labels}}}}`);
const filter = (labels: string, place = 'shop/orders'): string => (
  `{apiVersion: networking.istio.io/v1alpha3, kind: EnvoyFilter, metadata: {namespace: ${place.split('/')[0]}, name: a}, spec: {workloadSelector: {labels: {${labels}}}}}`
);
const strict = kube('PeerAuthentication istio-system/a', '{selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}}');
const web = deployment('shop/web');
const nobody = 'no pod of namespace shop has the labels app=webb, so this has no effect';

ruleCases(idleWorkloadSelectorCheck, [
  ['a DestinationRule for no pods', together(web, rule('app: webb')), [`warning spec.workloadSelector.matchLabels: ${nobody}`]],
  ['an EnvoyFilter for no pods', together(web, filter('app: webb')), [`warning spec.workloadSelector.labels: ${nobody}`]],
  ...[
    ['PeerAuthentication', '{selector: {matchLabels: {app: webb}}, mtls: {mode: STRICT}}', 'selector.matchLabels'],
    ['RequestAuthentication', '{selector: {matchLabels: {app: webb}}, jwtRules: [{issuer: a, jwksUri: "https://a/keys"}]}', 'selector.matchLabels'],
    ['WasmPlugin', '{selector: {matchLabels: {app: webb}}, url: "oci://a/b:1"}', 'selector.matchLabels'],
    ['ProxyConfig', '{selector: {matchLabels: {app: webb}}, concurrency: 1}', 'selector.matchLabels'],
    ['ServiceEntry', '{hosts: [a.com], resolution: STATIC, location: MESH_INTERNAL, workloadSelector: {labels: {app: webb}}}', 'workloadSelector.labels'],
  ].map(([kind, spec, place]): [string, string, string[]] => (
    [`a ${kind} for no pods`, together(web, kube(`${kind} shop/a`, spec)), [`warning spec.${place}: ${nobody}`]]
  )),
  ['a label that is written', together(web, rule('app.kubernetes.io/name: web')), [
    'warning spec.workloadSelector.matchLabels: no pod of namespace shop has the labels app.kubernetes.io/name=web, so this has no effect',
  ]],
  ['pods of another namespace', together(web, deployment('lab/webb'), rule('app: webb')), [`warning spec.workloadSelector.matchLabels: ${nobody}`]],
  ['a PeerAuthentication of the root namespace, even for pods that are there', together(deployment('istio-system/web'), strict), [
    'warning spec.selector.matchLabels: istio-system is the root namespace, where istiod ignores a PeerAuthentication with a selector: its STRICT has no effect',
  ]],
  ['one that says nothing of the mode', together(web, kube('PeerAuthentication istio-system/a', '{selector: {matchLabels: {app: web}}, portLevelMtls: {80: {mode: STRICT}}}')), [
    'warning spec.selector.matchLabels: istio-system is the root namespace, where istiod ignores a PeerAuthentication with a selector: it has no effect',
  ]],
  ['no pods at all, where the input is everything', rule('app: webb'), [`warning spec.workloadSelector.matchLabels: ${nobody}`], { complete: true }],
], [
  ['pods that are there', together(web, rule('app: web'), filter('app: web'))],
  ...['topology.istio.io/network', 'service.istio.io/canonical-name', 'kubernetes.io/hostname', 'statefulset.kubernetes.io/pod-name', 'pod-template-hash'].map(
    (label): [string, string] => [`pods with ${label}, which is not written`, together(web, filter(`app: web, ${label}: a`))],
  ),
  ['no selector', together(web, kube('DestinationRule shop/orders', '{host: orders}'))],
  ['a selector for all', together(web, filter(''))],
  ['a namespace whose pods are not shown', rule('app: webb')],
  ['an EnvoyFilter of the root namespace', together(deployment('istio-system/istiod'), filter('app: webb', 'istio-system/a'))],
  ['a PeerAuthentication for the whole mesh', kube('PeerAuthentication istio-system/a', '{mtls: {mode: STRICT}}')],
  ['one with a selector where another namespace is the root', together(deployment('istio-system/web'), kube('IstioOperator istio-system/a', '{meshConfig: {rootNamespace: mesh}}'), strict)],
  ['pods of a Gateway', together(web, kube('Gateway shop/edge'), filter('gateway.networking.k8s.io/gateway-name: edge'))],
  ['pods that Flagger makes', together(web, kube('Canary shop/web'), rule('app: web-primary'))],
  ['machines', together(web, '{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: shop}, spec: {labels: {app: vm}}}', rule('app: vm'))],
  ['pods that are elsewhere', together(web, rule('app: webb')), { assumed: ['Deployment shop/webb'] }],
]);

test('of a namespace whose pods are not shown nothing is known', () => {
  expect(undecidedBy(idleWorkloadSelectorCheck, rule('app: webb'))).toEqual(['pods of namespace shop']);
});
