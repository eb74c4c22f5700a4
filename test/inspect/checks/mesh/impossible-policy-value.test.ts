import { impossiblePolicyValueCheck } from '../../../../lib/inspect/checks/mesh/impossible-policy-value';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (rule: string, action = 'ALLOW'): string => kube('AuthorizationPolicy shop/orders', `{action: ${action}, rules: [${rule}]}`);
const asked = (operation: string, action?: string): string => policy(`{to: [{operation: {${operation}}}]}`, action);
const called = (source: string, action?: string): string => policy(`{from: [{source: {${source}}}]}`, action);
const operation = 'spec.rules[0].to[0].operation';
const source = 'spec.rules[0].from[0].source';
const nobody = 'it allows nobody';
const form = 'the format is <trust domain>/ns/<namespace>/sa/<account>';

ruleCases(impossiblePolicyValueCheck, [
  ['a method in lower case', asked('methods: [get]'), [`warning ${operation}.methods[0]: no request has the method get: methods are uppercase, so ${nobody}`]],
  ['each such method', asked('methods: [GET, Post, delete]'), [
    `warning ${operation}.methods[1]: no request has the method Post: methods are uppercase, so ${nobody}`,
    `warning ${operation}.methods[2]: no request has the method delete: methods are uppercase, so ${nobody}`,
  ]],
  ['a method with a space', asked('methods: ["POST "]'), [`warning ${operation}.methods[0]: "POST " is not a method: a method has no spaces, so ${nobody}`]],
  ['methods in one text', asked('methods: ["get,post"]', 'DENY'), [
    `error ${operation}.methods[0]: "get,post" is not a method: it is a list in one string, so it denies nobody`,
  ]],
  ['a path with a space', asked('paths: ["/a "]'), [`warning ${operation}.paths[0]: "/a " is not a path: a path has no spaces, so ${nobody}`]],
  ['hosts in one text', asked('hosts: ["a.com, b.com"]'), [`warning ${operation}.hosts[0]: "a.com, b.com" is not a host: it is a list in one string, so ${nobody}`]],
  ['a principal with a space', called('principals: ["cluster.local/ns/shop/sa/orders "]'), [
    `warning ${source}.principals[0]: "cluster.local/ns/shop/sa/orders " is not a principal: a principal has no spaces, so ${nobody}`,
  ]],
  ['a path without a slash', asked('paths: ["api/v1/*"]'), [`warning ${operation}.paths[0]: no request has the path api/v1/*: paths start with a slash, so ${nobody}`]],
  ['a host with an asterisk within', asked('hosts: ["a.*.example.com"]'), [
    `warning ${operation}.hosts[0]: no request has the host a.*.example.com: * is a wildcard only at the start or the end, so ${nobody}`,
  ]],
  ['a host with a scheme', asked('hosts: ["https://a.example.com"]'), [
    `warning ${operation}.hosts[0]: no request has the host https://a.example.com: a host has neither a scheme nor a path, so ${nobody}`,
  ]],
  ['an exception for a host with a path', asked('notHosts: ["a.example.com/admin"]'), [
    `error ${operation}.notHosts[0]: no request has the host a.example.com/admin: a host has neither a scheme nor a path, so it excludes nothing`,
  ]],
  ['a principal with an asterisk within', called('principals: ["cluster.local/ns/*/sa/orders"]'), [
    `warning ${source}.principals[0]: no caller has the principal cluster.local/ns/*/sa/orders: * is a wildcard only at the start or the end, so ${nobody}`,
  ]],
  ['a principal with asterisks at both ends', called('principals: ["*/ns/shop/*"]'), [
    `warning ${source}.principals[0]: no caller has the principal */ns/shop/*: * is a wildcard only at the start or the end, so ${nobody}`,
  ]],
  ['a principal of another form', called('principals: [shop/orders]'), [`warning ${source}.principals[0]: no caller has the principal shop/orders: ${form}, so ${nobody}`]],
  ['the name that Kubernetes has for an account', called('principals: ["system:serviceaccount:web:web"]'), [
    `warning ${source}.principals[0]: no caller has the principal system:serviceaccount:web:web: ${form}, so ${nobody}`,
  ]],
  ['a principal without namespace', called('principals: [cluster.local/sa/orders]'), [
    `warning ${source}.principals[0]: no caller has the principal cluster.local/sa/orders: ${form}, so ${nobody}`,
  ]],
  ['a principal of a condition', policy('{when: [{key: source.principal, values: [shop/orders]}]}'), [
    `warning spec.rules[0].when[0].values[0]: no caller has the principal shop/orders: ${form}, so ${nobody}`,
  ]],
  ['a denial, which is a hole', asked('methods: [get]', 'DENY'), [
    `error ${operation}.methods[0]: no request has the method get: methods are uppercase, so it denies nobody`,
  ]],
  ['a question that is never asked', asked('paths: [admin]', 'CUSTOM'), [
    `error ${operation}.paths[0]: no request has the path admin: paths start with a slash, so it is never sent to the authorizer`,
  ]],
  ['a report that is never made', asked('paths: [admin]', 'AUDIT'), [
    `warning ${operation}.paths[0]: no request has the path admin: paths start with a slash, so it matches nobody`,
  ]],
  ['an exception from what is allowed, which is a hole', asked('notPaths: [admin]'), [
    `error ${operation}.notPaths[0]: no request has the path admin: paths start with a slash, so it excludes nothing`,
  ]],
  ['an exception from what is denied', called('notPrincipals: [shop/orders]', 'DENY'), [
    `warning ${source}.notPrincipals[0]: no caller has the principal shop/orders: ${form}, so it excludes nothing`,
  ]],
], [
  ['a path with a comma', asked('paths: ["/a,b"]')],
  ['methods in upper case, and those of applications', asked('methods: [GET, "*", purge]')],
  ['paths', asked('paths: [/api, "*", "*/x", "/{*}"]')],
  ['what looks like a regular expression, of which MESH064 speaks', asked('paths: ["^/api", ".*"]').replace('".*"', '"/.*"')],
  ['hosts', asked('hosts: [a.example.com, "*.example.com", "a.*"]')],
  ['principals', called('principals: [cluster.local/ns/shop/sa/orders, "*", "cluster.local/ns/shop/*", "*/sa/orders"]')],
  ['a scheme, of which MESH065 speaks', called('principals: ["spiffe://cluster.local/ns/shop/sa/orders"]')],
  ['identities of other issuers', called('principals: [partner.example/billing]')],
  ['namespaces, where each asterisk counts', called('namespaces: ["team-*-prod"]')],
  ['conditions on something else', policy('{when: [{key: source.namespace, values: [a/b]}]}')],
]);

test.each([
  [asked('methods: [get]'), 'write GET'],
  [asked('paths: [api]'), 'write /api if that is what you meant'],
  [called('principals: ["cluster.local/ns/*/sa/orders"]'), 'write */sa/orders, or name the namespaces'],
  [called('principals: ["*/ns/shop/*"]'), 'keep one *, at the start or the end'],
  [called('principals: [shop/orders]'), 'write cluster.local/ns/shop/sa/orders'],
  [called('principals: ["system:serviceaccount:web:orders"]'), 'write cluster.local/ns/web/sa/orders'],
  [called('principals: [cluster.local/sa/orders]'), 'write cluster.local/ns/<namespace>/sa/<account>'],
])('%s is mended: %s', (yaml, repair) => {
  expect(judge(yaml, { checks: [impossiblePolicyValueCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});
