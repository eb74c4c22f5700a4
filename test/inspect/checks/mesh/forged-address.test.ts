import { forgedAddressCheck } from '../../../../lib/inspect/checks/mesh/forged-address';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const source = 'rules: [{from: [{source: {remoteIpBlocks: [10.0.0.0/8]}}]}]';
const believed = 'a sidecar takes this address from the x-forwarded-for header of the caller, and any pod in the mesh can forge that';

ruleCases(forgedAddressCheck, [
  ['the address of a client', together(deployment('shop/orders'), policy(`{${source}}`)), [`warning spec.rules[0].from[0].source.remoteIpBlocks: ${believed}`]],
  ['such a condition', together(deployment('shop/orders'), policy('{rules: [{when: [{key: remote.ip, values: [10.0.0.1]}]}]}')), [
    `warning spec.rules[0].when[0].values[0]: ${believed}`,
  ]],
], [
  ['a gateway', kube('AuthorizationPolicy istio-system/edge', `{selector: {matchLabels: {istio: ingressgateway}}, ${source}}`)],
  ['pods that a Gateway selects', together(deployment('shop/edge'), kube('IstioGateway shop/edge', '{selector: {app: edge}}'), policy(`{selector: {matchLabels: {app: edge}}, ${source}}`))],
  ['pods that are not shown', policy(`{${source}}`)],
  ['the address of a connection', together(deployment('shop/orders'), policy('{rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]}'))],
]);
