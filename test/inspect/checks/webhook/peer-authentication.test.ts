import { peerAuthentication } from '../../../../lib/inspect/checks/webhook/peer-authentication';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: peerAuthentication, apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication' };

describe('a PeerAuthentication', () => {
  test.each<[string, string, string[]]>([
    ['ports without pods', 'portLevelMtls: {8080: {mode: STRICT}}', [
      'port-mtls-without-selector | spec.portLevelMtls | port-level mutual TLS needs a selector with labels, since it refers to ports of pods',
    ]],
    ['ports of a selector without labels', `selector: {}
portLevelMtls: {8080: {mode: STRICT}}`, [
      'selector-empty | spec.selector | the selector has no labels, so it selects all pods of the namespace',
      'port-mtls-without-selector | spec.portLevelMtls | port-level mutual TLS needs a selector with labels, since it refers to ports of pods',
    ]],
    ['no ports', `selector: {matchLabels: {app: a}}
portLevelMtls: {}`, [
      'port-mtls-empty | spec.portLevelMtls | portLevelMtls names no port',
    ]],
    ['ports that are none', `selector: {matchLabels: {app: a}}
portLevelMtls: {0: {}, 65536: {}, http: {}}`, [
      'port-mtls-number | spec.portLevelMtls["0"] | 0 is not a valid port',
      'port-mtls-number | spec.portLevelMtls["65536"] | 65536 is not a valid port',
      'port-mtls-number | spec.portLevelMtls.http | http is not a valid port',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['nothing', '{}'],
    ['the first and the last port', `selector: {matchLabels: {app: a}}
portLevelMtls: {1: {}, 65535: {mode: DISABLE}}`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
