import { plaintextPastDenialCheck } from '../../../../lib/inspect/checks/mesh/plaintext-past-denial';
import { kube, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const peers = (mode: string): string => kube('PeerAuthentication shop/default', `{mtls: {mode: ${mode}}}`);
const denying = (source: string, action = 'DENY'): string => policy(`{action: ${action}, rules: [{from: [{source: {${source}}}]}]}`);
const selected = 'selector: {matchLabels: {app: orders}}, ';
const atPort = policy(`{${selected}action: DENY, rules: [{from: [{source: {namespaces: [lab]}}], to: [{operation: {ports: ["8080"]}}]}]}`);
const ported = (mode: string, port: string): string => kube('PeerAuthentication shop/orders', `{${selected}mtls: {mode: ${mode}}, portLevelMtls: {"8080": {mode: ${port}}}}`);
const others = (more = '', reach = ''): string => kube('AuthorizationPolicy shop/others', `{${reach}action: DENY, rules: [{from: [{source: {notPrincipals: ["*"]}}], ${more}}]}`);
const past = (reason: string): string => `warning spec.rules[0].from[0].source: the pods also accept plaintext (${reason}), so a caller without mutual TLS is not denied`;

ruleCases(plaintextPastDenialCheck, [
  ['a denial of a namespace', together(peers('PERMISSIVE'), denying('namespaces: [lab]')), [past('PeerAuthentication shop/default')]],
  ['a denial of a principal', together(peers('DISABLE'), denying('principals: [td/ns/a/sa/b]')), [past('PeerAuthentication shop/default')]],
  ['a denial by a condition', together(peers('PERMISSIVE'), policy('{action: DENY, rules: [{when: [{key: source.namespace, values: [lab]}]}]}')), [
    past('PeerAuthentication shop/default').replace('from[0].source', 'when[0]'),
  ]],
  ['a denial beside one of all others elsewhere', together(peers('PERMISSIVE'), denying('namespaces: [lab]'), others('', 'selector: {matchLabels: {app: a}}, ')), [
    past('PeerAuthentication shop/default'),
  ]],
  ['a denial beside one of all others at some paths', together(peers('PERMISSIVE'), denying('namespaces: [lab]'), others('to: [{operation: {paths: [/a]}}]')), [
    past('PeerAuthentication shop/default'),
  ]],
  ['a denial beside one of all others by address', together(peers('PERMISSIVE'), denying('namespaces: [lab]'), others('when: [{key: source.ip, values: [10.0.0.1]}]')), [
    past('PeerAuthentication shop/default'),
  ]],
  ['a denial at a port that takes plain text', together(ported('STRICT', 'PERMISSIVE'), atPort), [past('PeerAuthentication shop/orders')]],
  ['a denial where nothing is said, if the input is everything', denying('namespaces: [lab]'), [past('nothing sets STRICT')], { complete: true }],
], [
  ['pods that take mutual TLS alone', together(peers('STRICT'), denying('namespaces: [lab]'))],
  ['a denial at a port that takes mutual TLS alone', together(ported('PERMISSIVE', 'STRICT'), atPort)],
  ['a denial beside one of all others', together(peers('PERMISSIVE'), denying('namespaces: [lab]'), others())],
  ['a denial with one of all others', together(peers('PERMISSIVE'), policy(
    '{action: DENY, rules: [{from: [{source: {namespaces: [lab]}}]}, {from: [{source: {notPrincipals: ["*"]}}]}]}',
  ))],
  ['a denial with one of all others at the same port', together(peers('PERMISSIVE'), atPort, others('to: [{operation: {ports: ["8080"]}}]', selected))],
  ['a denial of any identity', together(peers('PERMISSIVE'), denying('principals: ["*"]'))],
  ['a denial by a condition of all others', together(peers('PERMISSIVE'), policy('{action: DENY, rules: [{when: [{key: source.principal, notValues: [a]}]}]}'))],
  ['a denial of all others, who have no identity', together(peers('PERMISSIVE'), denying('notNamespaces: [shop]'))],
  ['a permission', together(peers('PERMISSIVE'), denying('namespaces: [shop]', 'ALLOW'))],
  ['a denial by address', together(peers('PERMISSIVE'), denying('ipBlocks: [10.0.0.1]'))],
]);

test('does not judge where the input says nothing of mutual TLS', () => {
  expect(undecidedBy(plaintextPastDenialCheck, denying('namespaces: [lab]'))).toEqual(['mutual TLS of namespace shop']);
});
