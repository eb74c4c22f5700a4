import { authorizationPolicy } from '../../../../lib/inspect/checks/webhook/authorization-policy';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: authorizationPolicy, apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy' };

describe('the source of a rule', () => {
  test.each<[string, string, string[]]>([
    ['no source', 'rules: [{from: [{}]}]', [
      'policy-source-empty | spec.rules[0].from[0].source | the source is empty',
    ]],
    ['a source with empty lists', 'rules: [{from: [{source: {principals: [], ipBlocks: []}}]}]', [
      'policy-source-empty | spec.rules[0].from[0].source | the source is empty',
    ]],
    ['service accounts beside what says the same', 'rules: [{from: [{source: {notServiceAccounts: [cart], principals: [a], notNamespaces: [b]}}]}]', [
      'policy-source-mixed | spec.rules[0].from[0].source.notServiceAccounts | notServiceAccounts cannot be combined with principals and notNamespaces',
    ]],
    ['empty texts', 'rules: [{from: [{source: {notRequestPrincipals: ["", a], ipBlocks: [""], serviceAccounts: [""]}}]}]', [
      'policy-value-empty | spec.rules[0].from[0].source.notRequestPrincipals[0] | an empty string matches nothing',
      'policy-value-empty | spec.rules[0].from[0].source.ipBlocks[0] | an empty string matches nothing',
      'policy-value-empty | spec.rules[0].from[0].source.serviceAccounts[0] | an empty string matches nothing',
    ]],
    ['addresses that are none', 'rules: [{from: [{source: {ipBlocks: [10.0.0.256, 010.0.0.1], notRemoteIpBlocks: [10.0.0.0/33, "::1/129", fe80::1%a/64]}}]}]', [
      'ip-range | spec.rules[0].from[0].source.ipBlocks[1] | "010.0.0.1" is not an IP address or range',
      'ip-range | spec.rules[0].from[0].source.notRemoteIpBlocks[0] | "10.0.0.0/33" is not an IP address or range',
      'ip-range | spec.rules[0].from[0].source.ipBlocks[0] | "10.0.0.256" is not an IP address or range',
      'ip-range | spec.rules[0].from[0].source.notRemoteIpBlocks[1] | "::1/129" is not an IP address or range',
      'ip-range | spec.rules[0].from[0].source.notRemoteIpBlocks[2] | "fe80::1%a/64" is not an IP address or range',
    ]],
    ['service accounts that are none', 'rules: [{from: [{source: {serviceAccounts: [a/b/c, /b, a/, "*/b"]}}]}]', [
      'policy-service-account | spec.rules[0].from[0].source.serviceAccounts[3] | "*/b" is not a service account',
      'policy-service-account | spec.rules[0].from[0].source.serviceAccounts[1] | "/b" is not a service account',
      'policy-service-account | spec.rules[0].from[0].source.serviceAccounts[2] | "a/" is not a service account',
      'policy-service-account | spec.rules[0].from[0].source.serviceAccounts[0] | "a/b/c" is not a service account',
    ]],
    ['trust domains that are none', 'rules: [{from: [{source: {notTrustDomains: [a/b, "*a*", a*b]}}]}]', [
      'policy-trust-domain | spec.rules[0].from[0].source.notTrustDomains[1] | "*a*" is not a valid trust domain',
      'policy-trust-domain | spec.rules[0].from[0].source.notTrustDomains[2] | "a*b" is not a valid trust domain',
      'policy-trust-domain | spec.rules[0].from[0].source.notTrustDomains[0] | "a/b" is not a valid trust domain',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['one list of each kind', 'rules: [{from: [{source: {notTrustDomains: [a]}}, {source: {remoteIpBlocks: [a::1/64]}}, {source: {serviceAccounts: [cart, shop/cart]}}]}]'],
    ['trust domains with an asterisk', 'rules: [{from: [{source: {trustDomains: ["*", "*.local", "cluster.*", cluster.local]}}]}]'],
    ['addresses of both families', 'rules: [{from: [{source: {ipBlocks: [10.0.0.1, 10.0.0.0/8, "::1", "::/0", fe80::1%eth0]}}]}]'],
    ['service accounts beside callers of another kind', 'rules: [{from: [{source: {serviceAccounts: [cart], requestPrincipals: [a], ipBlocks: [10.0.0.1]}}]}]'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
