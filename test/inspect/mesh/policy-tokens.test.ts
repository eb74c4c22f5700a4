import { asksForToken, denialsWithoutToken, isInForce } from '../../../lib/inspect/mesh/policy-tokens';
import type { Resource } from '../../../lib/inspect/mesh/resource';
import { objectSet } from '../../support/object-set';

const policy = (spec: string, metadata = ''): Resource => objectSet(
  `{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: a, namespace: shop${metadata}}, spec: {${spec}}}`,
).of('security.istio.io/AuthorizationPolicy')[0];

test.each([
  ['{from: [{source: {requestPrincipals: ["*"]}}]}', true],
  ['{from: [{source: {requestPrincipals: ["*"]}}, {source: {namespaces: [web]}}]}', false],
  ['{when: [{key: "request.auth.claims[group]", values: [a]}]}', true],
  ['{when: [{key: "request.auth.claims[group]", notValues: [a]}]}', false],
  ['{}', false],
])('%s asks for a token: %s', (rule, expected) => {
  expect(asksForToken(policy(`rules: [${rule}]`).spec.at('rules').items()[0])).toBe(expected);
});

test.each([
  ['{from: [{source: {notRequestPrincipals: ["*"]}}]}', 1],
  ['{from: [{source: {notRequestPrincipals: ["*"], namespaces: [web]}}]}', 0],
  ['{when: [{key: request.auth.principal, notValues: ["*"]}]}', 1],
  ['{from: [{source: {notRequestPrincipals: [a/b]}}]}', 0],
])('by %s requests without a token are denied: %s', (rule, expected) => {
  expect(denialsWithoutToken([policy(`action: DENY, rules: [${rule}]`), policy(`rules: [${rule}]`)])).toHaveLength(expected);
});

test.each([
  ['', '', true], ['action: ALLOW', '', true], ['action: DENY', '', false], ['', ', annotations: {istio.io/dry-run: "true"}', false],
])('a policy with {%s}%s admits: %s', (spec, metadata, expected) => {
  expect(isInForce(policy(spec, metadata), 'ALLOW')).toBe(expected);
});
