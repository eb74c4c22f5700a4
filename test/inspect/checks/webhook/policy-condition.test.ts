import { authorizationPolicy } from '../../../../lib/inspect/checks/webhook/authorization-policy';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: authorizationPolicy, apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy' };

describe('a condition of a rule', () => {
  test.each<[string, string, string[]]>([
    ['no key', 'rules: [{when: [{values: [a]}]}]', [
      'policy-condition-without-key | spec.rules[0].when[0].key | the condition has no key',
    ]],
    ['no values', 'rules: [{when: [{key: source.ip, values: []}]}]', [
      'policy-condition-without-values | spec.rules[0].when[0] | the condition on source.ip has no values',
    ]],
    ['empty values', 'rules: [{when: [{key: source.namespace, notValues: [""]}]}]', [
      'policy-value-empty | spec.rules[0].when[0].notValues[0] | an empty string matches nothing',
    ]],
    ['keys of former times', 'rules: [{when: [{key: destination.namespace, values: [a]}, {key: "destination.labels[app]", values: [a]}, {key: destination.user, values: [a]}]}]', [
      'policy-condition-key | spec.rules[0].when[1].key | unknown condition key destination.labels[app]',
      'policy-condition-key | spec.rules[0].when[0].key | unknown condition key destination.namespace',
      'policy-condition-key | spec.rules[0].when[2].key | unknown condition key destination.user',
    ]],
    ['keys that are none', 'rules: [{when: [{key: source.ips, values: [a]}, {key: weather, values: [a]}]}]', [
      'policy-condition-key | spec.rules[0].when[0].key | unknown condition key source.ips',
      'policy-condition-key | spec.rules[0].when[1].key | unknown condition key weather',
    ]],
    ['headers and claims without brackets', 'rules: [{when: [{key: request.headers, values: [a]}, {key: "request.auth.claims[]", values: [a]}, {key: experimental.envoy.filters.a, values: [a]}]}]', [
      'policy-condition-brackets | spec.rules[0].when[2].key | experimental.envoy.filters.a does not name in brackets what is compared',
      'policy-condition-brackets | spec.rules[0].when[1].key | request.auth.claims[] does not name in brackets what is compared',
      'policy-condition-brackets | spec.rules[0].when[0].key | request.headers does not name in brackets what is compared',
    ]],
    ['values that do not fit their key', 'rules: [{when: [{key: remote.ip, values: [a]}, {key: destination.port, values: ["70000"]}, {key: source.serviceAccount, values: ["*"]}, {key: source.trustDomain, notValues: [a/b]}]}]', [
      'policy-service-account | spec.rules[0].when[2].values[0] | "*" is not a service account',
      'policy-port | spec.rules[0].when[1].values[0] | "70000" is not a valid port',
      'ip-range | spec.rules[0].when[0].values[0] | "a" is not an IP address or range',
      'policy-trust-domain | spec.rules[0].when[3].notValues[0] | "a/b" is not a valid trust domain',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['each key', `rules:
- when:
  - {key: "source.ip", values: [10.0.0.1]}
  - {key: "remote.ip", values: [10.0.0.0/8]}
  - {key: "source.namespace", values: [a]}
  - {key: "source.serviceAccount", values: [shop/cart]}
  - {key: "source.principal", values: ["*"]}
  - {key: "source.trustDomain", values: ["*"]}
  - {key: "request.auth.principal", values: [a]}
  - {key: "request.auth.audiences", values: [a]}
  - {key: "request.auth.presenter", values: [a]}
  - {key: "request.auth.claims[a][b]", values: [a]}
  - {key: "request.headers[:authority]", values: [a]}
  - {key: "destination.ip", values: ["::1"]}
  - {key: "destination.port", values: ["80"]}
  - {key: "connection.sni", values: [a]}
  - {key: "experimental.envoy.filters.network.mysql_proxy[db.table]", values: [a]}`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
