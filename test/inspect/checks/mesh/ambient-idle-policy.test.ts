import { ambientIdlePolicyCheck } from '../../../../lib/inspect/checks/mesh/ambient-idle-policy';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const pods = together(kube('Namespace shop labels: {istio.io/dataplane-mode: ambient}'), deployment('shop/orders'));
const tokens = (selector: string): string => kube('RequestAuthentication shop/jwt', `{${selector}jwtRules: [{issuer: a}]}`);
const orders = 'selector: {matchLabels: {app: orders}}';
const idle = (severity: string, path: string, kind: string): string => `${severity} spec.${path}: the selected pods are in ambient mode, and ztunnel ignores ${kind}`;

ruleCases(ambientIdlePolicyCheck, [
  ['tokens of some pods', together(pods, tokens(`${orders}, `)), [`${idle('error', 'selector.matchLabels', 'RequestAuthentication')}: tokens are not verified`]],
  ['tokens of all pods', together(pods, tokens('')), [`${idle('error', 'jwtRules', 'RequestAuthentication')}: tokens are not verified`]],
  ['logs', together(pods, kube('Telemetry shop/logs', `{${orders}}`)), [idle('warning', 'selector.matchLabels', 'Telemetry')]],
  ['a plugin', together(pods, kube('WasmPlugin shop/auth', `{${orders}}`)), [idle('warning', 'selector.matchLabels', 'WasmPlugin')]],
  ['a filter', together(pods, kube('EnvoyFilter shop/lua', '{workloadSelector: {labels: {app: orders}}}')), [idle('warning', 'workloadSelector.labels', 'EnvoyFilter')]],
], [
  ['a Service with a waypoint', together(pods, tokens('targetRefs: [{group: "", kind: Service, name: orders}], '))],
  ['pods with a sidecar', together(deployment('shop/orders'), tokens(`${orders}, `))],
  ['a pod with a sidecar beside them', together(pods, deployment('shop/web', { labels: 'sidecar.istio.io/inject: "true"' }), tokens(''))],
  ['a gateway beside them', together(pods, kube('Gateway shop/edge', '{gatewayClassName: istio}'), tokens(''))],
  ['all of a namespace, where waypoints may be', together(pods, kube('Telemetry shop/logs', '{accessLogging: [{}]}'))],
  ['no tokens', together(pods, kube('RequestAuthentication shop/none', '{}'))],
]);
