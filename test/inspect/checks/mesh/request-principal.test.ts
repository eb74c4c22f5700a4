import { requestPrincipalCheck } from '../../../../lib/inspect/checks/mesh/request-principal';
import { documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [requestPrincipalCheck];

const policy = (rule: string, more = ''): string => flowObject('security.istio.io/v1', 'AuthorizationPolicy', ['shop/orders', `rules: [{${rule}}], ${more}`]);
const from = (source: string, more = ''): string => policy(`from: [{source: {${source}}}]`, more);
const accepts = (issuer: string, place = 'shop/jwt', more = ''): string => (
  flowObject('security.istio.io/v1', 'RequestAuthentication', [place, `jwtRules: [{issuer: "${issuer}"}], ${more}`])
);

test('a subject without issuer is found, with what to write instead', () => {
  const yaml = documents(from('requestPrincipals: ["ada@example.com"]'), accepts('https://auth.example.com'));
  expect(judge(yaml, { checks }).findings.map(({ message, path, expected, repair }) => [path, message, expected, repair])).toEqual([[
    'spec.rules[0].from[0].source.requestPrincipals[0]',
    '"ada@example.com" has no issuer, so it matches no token',
    '<issuer>/<subject>',
    'write the issuer and a slash before it: "https://auth.example.com/ada@example.com"',
  ]]);
});

test('an issuer that nobody accepts is a warning, where it is known who is accepted', () => {
  const yaml = documents(from('requestPrincipals: ["https://other.org/ada"]'), accepts('https://auth.example.com'));
  expect(judge(yaml, { checks }).findings.map(({ message, severity }) => [severity, message])).toEqual([[
    'warning',
    'no RequestAuthentication for these workloads accepts the issuer of "https://other.org/ada"; they accept https://auth.example.com',
  ]]);
});

test.each([
  ['that must not be', from('notRequestPrincipals: [ada]')],
  ['of a condition', policy('when: [{key: request.auth.principal, values: [ada]}]')],
  ['of a condition that must not be', policy('when: [{key: request.auth.principal, notValues: [ada]}]')],
  ['that is the beginning of no issuer', documents(from('requestPrincipals: ["ada*"]'), accepts('https://auth.example.com'))],
])('a subject %s is found, too', (_, yaml) => {
  expect(judge(yaml, { checks }).findings.map(({ severity }) => severity)).toEqual(['error']);
});

test.each([
  ['any token', from('requestPrincipals: ["*"]')],
  ['the end of a subject', from('requestPrincipals: ["*@example.com"]')],
  ['an issuer, where it is not known who is accepted', from('requestPrincipals: ["https://auth.example.com/ada"]')],
  ['a subject of an issuer that is accepted', documents(from('requestPrincipals: ["https://auth.example.com/ada"]'), accepts('https://auth.example.com'))],
  ['all subjects of one', documents(from('requestPrincipals: ["https://auth.example.com/*"]'), accepts('https://auth.example.com'))],
  ['the beginning of one', documents(from('requestPrincipals: ["accounts*"]'), accepts('accounts.example.com'))],
  ['an issuer that is accepted in the whole mesh', documents(from('requestPrincipals: ["https://a.org/x"]'), accepts('https://a.org', 'istio-system/jwt'))],
  ['an issuer, where others are accepted elsewhere', documents(from('requestPrincipals: ["https://a.org/x"]'), accepts('https://b.org', 'pay/jwt'))],
  ['an issuer, where others are accepted by other workloads', documents(
    from('requestPrincipals: ["https://a.org/x"]', 'selector: {matchLabels: {app: cart}}'),
    accepts('https://b.org', 'shop/jwt', 'selector: {matchLabels: {app: pay}}'),
  )],
  ['other conditions', policy('when: [{key: "request.auth.claims[iss]", values: [ada]}]')],
  ['nothing readable', from('requestPrincipals: [5, null, ""]')],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a policy of the whole mesh is held against what any workload accepts', () => {
  const policyOfMesh = flowObject('security.istio.io/v1', 'AuthorizationPolicy', [
    'istio-system/all', 'rules: [{from: [{source: {requestPrincipals: ["https://a.org/x"]}}]}]',
  ]);
  expect(found(documents(policyOfMesh, accepts('https://a.org', 'pay/jwt')), { checks })).toEqual([]);
  expect(found(documents(policyOfMesh, accepts('https://b.org', 'pay/jwt')), { checks })).toHaveLength(1);
});

test('a principal of many slashes takes no time', () => {
  const yaml = documents(from(`requestPrincipals: ["a${'/'.repeat(300_000)}"]`), accepts('https://auth.example.com'));
  const start = performance.now();
  expect(judge(yaml, { checks }).findings).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(2000);
});
