import { plaintextPastDenialCheck } from '../../../../lib/inspect/checks/mesh/plaintext-past-denial';
import { kube, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const peers = (mode: string): string => kube('PeerAuthentication shop/default', `{mtls: {mode: ${mode}}}`);
const denying = (source: string, action = 'DENY'): string => policy(`{action: ${action}, rules: [{from: [{source: {${source}}}]}]}`);
const past = (reason: string): string => `warning spec.rules[0].from[0].source: the pods take plain text as well (${reason}), and a caller without mutual TLS is not denied`;

ruleCases(plaintextPastDenialCheck, [
  ['a denial of a namespace', together(peers('PERMISSIVE'), denying('namespaces: [lab]')), [past('PeerAuthentication shop/default')]],
  ['a denial of a principal', together(peers('DISABLE'), denying('principals: [td/ns/a/sa/b]')), [past('PeerAuthentication shop/default')]],
  ['a denial where nothing is said, if the input is everything', denying('namespaces: [lab]'), [past('nothing says STRICT')], { complete: true }],
], [
  ['pods that take mutual TLS alone', together(peers('STRICT'), denying('namespaces: [lab]'))],
  ['a denial of all others, who have no identity', together(peers('PERMISSIVE'), denying('notNamespaces: [shop]'))],
  ['a permission', together(peers('PERMISSIVE'), denying('namespaces: [shop]', 'ALLOW'))],
  ['a denial by address', together(peers('PERMISSIVE'), denying('ipBlocks: [10.0.0.1]'))],
]);

test('does not judge where the input says nothing of mutual TLS', () => {
  expect(undecidedBy(plaintextPastDenialCheck, denying('namespaces: [lab]'))).toEqual(['mutual TLS of namespace shop']);
});
