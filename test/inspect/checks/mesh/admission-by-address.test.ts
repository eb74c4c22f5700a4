import { admissionByAddressCheck } from '../../../../lib/inspect/checks/mesh/admission-by-address';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const byAddress = (more = '', source = 'ipBlocks: [10.0.0.0/8]'): string => `rules: [{from: [{source: {${source}}}]${more}}]`;
const at = 'info spec.rules[0].from[0].source: any caller with an address in 10.0.0.0/8 may send any request';

ruleCases(admissionByAddressCheck, [
  ['an address alone', policy(`{${byAddress()}}`), [at]],
  ['the address of a client', policy(`{action: ALLOW, ${byAddress('', 'remoteIpBlocks: [10.0.0.0/8]')}}`), [at]],
  ['methods, which open every path', policy(`{${byAddress(', to: [{operation: {methods: ["*"]}}]')}}`), [at]],
], [
  ['an address with paths', policy(`{${byAddress(', to: [{operation: {paths: [/healthz]}}]')}}`)],
  ['an address with ports', policy(`{${byAddress(', to: [{operation: {ports: ["8080"]}}]')}}`)],
  ['an address with a condition', policy(`{${byAddress(', when: [{key: "request.headers[x-key]", values: [a]}]')}}`)],
  ['an address with an identity', policy(`{${byAddress('', 'ipBlocks: [10.0.0.0/8], principals: ["*"]')}}`)],
  ['a denial', policy(`{action: DENY, ${byAddress()}}`)],
  ['a policy for a Gateway', policy(`{targetRefs: [{kind: Gateway, name: edge}], ${byAddress()}}`)],
  ['a policy for the pods of a gateway', kube('AuthorizationPolicy istio-system/edge', `{selector: {matchLabels: {istio: ingressgateway}}, ${byAddress()}}`)],
]);
