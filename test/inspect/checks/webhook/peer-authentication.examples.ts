import { istioObject, RuleExamples } from '../rule-examples';

const peerAuthentication = (spec: string): string => istioObject('security.istio.io/v1', 'PeerAuthentication', spec);

/** The rules of the webhook for a PeerAuthentication, and those for the selectors of any policy. */
export const peerAuthenticationExamples: RuleExamples = {
  'port-mtls-without-selector': {
    bad: peerAuthentication('portLevelMtls: {8080: {mode: DISABLE}}'),
    good: peerAuthentication('selector: {matchLabels: {app: cart}}\nportLevelMtls: {8080: {mode: DISABLE}}'),
  },
  'port-mtls-empty': {
    bad: peerAuthentication('selector: {matchLabels: {app: cart}}\nportLevelMtls: {}'),
    good: peerAuthentication('selector: {matchLabels: {app: cart}}'),
  },
  'port-mtls-number': {
    bad: peerAuthentication('selector: {matchLabels: {app: cart}}\nportLevelMtls: {70000: {mode: DISABLE}}'),
    good: peerAuthentication('selector: {matchLabels: {app: cart}}\nportLevelMtls: {65535: {mode: DISABLE}}'),
  },
  'selector-wildcard': {
    bad: peerAuthentication('selector: {matchLabels: {app: "cart*"}}'),
    good: peerAuthentication('selector: {matchLabels: {app: cart}}'),
  },
  'selector-empty-key': {
    bad: peerAuthentication('selector: {matchLabels: {"": cart}}'),
    good: peerAuthentication('selector: {matchLabels: {app: cart}}'),
  },
  'selector-empty': {
    bad: peerAuthentication('selector: {matchLabels: {}}'),
    good: peerAuthentication('mtls: {mode: STRICT}'),
  },
};
