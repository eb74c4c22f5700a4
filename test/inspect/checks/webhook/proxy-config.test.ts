import { proxyConfig } from '../../../../lib/inspect/checks/webhook/proxy-config';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: proxyConfig, apiVersion: 'networking.istio.io/v1beta1', kind: 'ProxyConfig' };

describe('a ProxyConfig', () => {
  test.each<[string, string, string[]]>([
    ['fewer than no threads', 'concurrency: -1', [
      'proxy-concurrency | spec.concurrency | a proxy cannot have -1 threads',
    ]],
    ['a selector with an asterisk', 'selector: {matchLabels: {app: "*"}}', [
      'selector-wildcard | spec.selector.matchLabels.app | "app: *" contains a *, but labels are compared literally',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['one thread for each core', 'concurrency: 0'],
    ['nothing', '{}'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
