import { ambientHttpPolicyCheck } from '../../../../lib/inspect/checks/mesh/ambient-http-policy';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const ambient = kube('Namespace shop labels: {istio.io/dataplane-mode: ambient}');
const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);
const pods = together(ambient, deployment('shop/orders'));
const asking = (rule: string, action = 'ALLOW'): string => policy(`{action: ${action}, rules: [{${rule}}]}`);
const get = 'to: [{operation: {methods: [GET]}}]';
const at = 'error spec.rules[0]: the selected pods are in ambient mode, and ztunnel does not support';

ruleCases(ambientHttpPolicyCheck, [
  ['a permission for methods', together(pods, asking(get)), [`${at} methods: the rule allows nobody`]],
  ['a permission without action', together(pods, policy(`{selector: {matchLabels: {app: orders}}, rules: [{${get}}]}`)), [`${at} methods: the rule allows nobody`]],
  ['a denial of tokens', together(pods, asking('from: [{source: {notRequestPrincipals: ["*"]}}]', 'DENY')), [`${at} notRequestPrincipals: the rule denies without that condition`]],
  ['a condition on headers', together(pods, asking('when: [{key: "request.headers[x-team]", values: [a]}]')), [`${at} request.headers[x-team]: the rule allows nobody`]],
  ['pods that are ambient by themselves', together(deployment('shop/orders', { labels: 'istio.io/dataplane-mode: ambient' }), asking(get)), [`${at} methods: the rule allows nobody`]],
], [
  ['what connections have', together(pods, asking('from: [{source: {principals: ["*"]}}], to: [{operation: {ports: ["80"]}}], when: [{key: source.ip, values: [10.0.0.1]}]'))],
  ['a policy for a Service', together(pods, policy(`{targetRefs: [{group: "", kind: Service, name: orders}], rules: [{${get}}]}`))],
  ['pods without ambient mode', together(deployment('shop/orders'), asking(get))],
  ['a pod with a sidecar beside them', together(pods, deployment('shop/web', { labels: 'sidecar.istio.io/inject: "true"' }), asking(get))],
  ['a gateway beside them', together(pods, kube('Gateway shop/edge', '{gatewayClassName: istio}'), asking(get))],
  ['pods that are not shown', together(ambient, asking(get))],
  ['an action of which ztunnel knows nothing', together(pods, asking(get, 'AUDIT'))],
  ['a policy of the root namespace', together(kube('Namespace istio-system labels: {istio.io/dataplane-mode: ambient}'), deployment('istio-system/web'), kube('AuthorizationPolicy istio-system/all', `{rules: [{${get}}]}`))],
]);
