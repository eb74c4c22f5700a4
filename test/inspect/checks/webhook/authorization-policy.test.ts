import { authorizationPolicy } from '../../../../lib/inspect/checks/webhook/authorization-policy';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: authorizationPolicy, apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy' };

describe('an AuthorizationPolicy', () => {
  test.each<[string, string, string[]]>([
    ['a policy that denies without rules', 'action: DENY', [
      'policy-without-rules | spec.rules | a policy with action DENY and without rules never matches',
    ]],
    ['a policy that has a provider decide, without rules', `action: CUSTOM
provider: {name: authz}`, [
      'policy-without-rules | spec.rules | a policy with action CUSTOM and without rules never matches',
    ]],
    ['empty rules, which are none', `action: DENY
rules: []`, [
      'policy-without-rules | spec.rules | a policy with action DENY and without rules never matches',
    ]],
    ['a provider without a name', `action: CUSTOM
provider: {}
rules: [{}]`, [
      'policy-provider-missing | spec.provider.name | action CUSTOM needs a provider',
    ]],
    ['a provider that is not asked', `action: AUDIT
provider: {name: authz}
rules: [{}]`, [
      'policy-provider-idle | spec.provider | with action AUDIT, the provider is not used',
    ]],
    ['what is not known when a provider is asked', `action: CUSTOM
provider: {name: authz}
rules:
- from: [{source: {notPrincipals: [a], ipBlocks: [10.0.0.1]}}]
  when: [{key: "request.auth.claims[sub]", values: [a]}, {key: source.trustDomain, values: [a]}]`, [
      'policy-custom-unsupported | spec.rules[0].from[0].source.notPrincipals | with action CUSTOM, notPrincipals cannot be matched',
      'policy-custom-unsupported | spec.rules[0].when[0].key | with action CUSTOM, request.auth.claims[sub] cannot be matched',
      'policy-custom-unsupported | spec.rules[0].when[1].key | with action CUSTOM, source.trustDomain cannot be matched',
    ]],
    ['a rule that denies by the path alone', `action: DENY
rules:
- from: [{source: {principals: [a]}}]
  to: [{operation: {paths: [/a]}}]`, [
      'policy-denies-tcp | spec.rules[0] | on TCP ports, which have none of the HTTP-only fields, the rule denies without them',
    ]],
    ['a rule that denies by the token alone', `action: DENY
rules:
- from: [{source: {requestPrincipals: ["*"]}}]`, [
      'policy-denies-tcp | spec.rules[0] | on TCP ports, which have none of the HTTP-only fields, the rule denies without them',
    ]],
    ['a rule that denies callers of whom it says nothing, which is refused', `action: DENY
rules:
- from: [{source: {}}]`, [
      'policy-source-empty | spec.rules[0].from[0].source | the source is empty',
    ]],
    ['a rule that denies requests of which it says nothing', `action: DENY
rules:
- from: [{source: {requestPrincipals: ["*"]}}]
  to: [{operation: {}}]`, [
      'policy-operation-empty | spec.rules[0].to[0].operation | the operation is empty',
    ]],
    ['a rule that denies by the token alone beside an empty source', `action: DENY
rules:
- from: [{source: {}}, {source: {requestPrincipals: ["*"]}}]`, [
      'policy-source-empty | spec.rules[0].from[0].source | the source is empty',
      'policy-denies-tcp | spec.rules[0] | on TCP ports, which have none of the HTTP-only fields, the rule denies without them',
    ]],
    ['targets and a selector at once', `selector: {matchLabels: {app: "a*"}}
targetRef: {kind: Service, name: cart}
rules: [{}]`, [
      'selector-wildcard | spec.selector.matchLabels.app | "app: a*" contains a *, but labels are compared literally',
      'several-targets | spec.targetRef | selector and targetRef are mutually exclusive',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['a policy that allows nothing', '{}'],
    ['a policy with all there is', `action: DENY
selector: {matchLabels: {app: cart}}
rules:
- from: [{source: {principals: [a]}}]
  to: [{operation: {methods: [GET], ports: ["80"]}}]
  when: [{key: source.ip, values: [10.0.0.1]}]`],
    ['a rule that denies by the caller alone', `action: DENY
rules:
- from: [{source: {notServiceAccounts: [cart]}}]`],
    ['a rule that denies by one source of HTTP and one of TCP', `action: DENY
rules:
- from: [{source: {requestPrincipals: [a]}}, {source: {namespaces: [a]}}]`],
    ['a rule that denies by a condition alone', `action: DENY
rules:
- when: [{key: connection.sni, values: [a]}]`],
    ['a rule that allows by the path alone', `rules:
- to: [{operation: {paths: [/a]}}]`],
    ['a provider that decides by what it can know', `action: CUSTOM
provider: {name: authz}
rules:
- from: [{source: {remoteIpBlocks: [10.0.0.1]}}]
  when: [{key: "request.headers[a]", values: [a]}]`],
    ['null where a rule is expected, which the schema refuses', 'rules: [null, {from: [null], to: [null], when: [null]}]'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
