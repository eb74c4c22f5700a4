import { peerAuthentication } from '../../../../lib/inspect/checks/webhook/peer-authentication';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: peerAuthentication, apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication' };

describe('the selector of a policy', () => {
  test.each<[string, string, string[]]>([
    ['a selector without labels', 'selector: {}', [
      'selector-empty | spec.selector | the selector has no labels, so it selects all pods of the namespace',
    ]],
    ['an asterisk in a key, and in a value', 'selector: {matchLabels: {"a*": b, c: "*"}}', [
      'selector-wildcard | spec.selector.matchLabels["a*"] | "a*: b" contains a *, but labels are compared literally',
      'selector-wildcard | spec.selector.matchLabels.c | "c: *" contains a *, but labels are compared literally',
    ]],
    ['a label without a name', 'selector: {matchLabels: {"": a}}', [
      'selector-empty-key | spec.selector.matchLabels | a label has no name',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['no selector', 'mtls: {mode: STRICT}'],
    ['a label without a value', 'selector: {matchLabels: {app: ""}}'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
