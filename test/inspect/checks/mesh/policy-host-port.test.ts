import { policyHostPortCheck } from '../../../../lib/inspect/checks/mesh/policy-host-port';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);
const asking = (action: string, operation: string): string => policy(`{action: ${action}, rules: [{to: [{operation: {${operation}}}]}]}`);
const at = 'spec.rules[0].to[0].operation';

ruleCases(policyHostPortCheck, [
  ['a denial that a port gets past', asking('DENY', 'hosts: [a.example.com]'), [
    `warning ${at}.hosts: a Host header with a port, such as a.example.com:80, does not match a.example.com, so callers can use one to bypass this`,
  ]],
  ['a permission for all other hosts', asking('ALLOW', 'notHosts: [a.example.com]'), [
    `warning ${at}.notHosts: a Host header with a port, such as a.example.com:80, does not match a.example.com, so callers can use one to bypass this`,
  ]],
  ['a denial that names one port', asking('DENY', 'hosts: [a.example.com, "a.example.com:80"]'), [
    `warning ${at}.hosts: a Host header with a port, such as a.example.com:8080, does not match a.example.com, so callers can use one to bypass this`,
  ]],
  ['a denial of an end of hosts', asking('DENY', 'hosts: ["*.example.com"]'), [
    `warning ${at}.hosts: a Host header with a port, such as a.example.com:80, does not match *.example.com, so callers can use one to bypass this`,
  ]],
  ['a policy that asks an authorizer, which a port gets past', asking('CUSTOM', 'hosts: [a.example.com]'), [
    `warning ${at}.hosts: a Host header with a port, such as a.example.com:80, does not match a.example.com, so callers can use one to bypass this`,
  ]],
  ['a policy that asks an authorizer of all other hosts', asking('CUSTOM', 'notHosts: [a.example.com]'), [
    `info ${at}.notHosts: a Host header with a port, such as a.example.com:80, does not match a.example.com, so it is sent to the authorizer, too`,
  ]],
  ['a denial of all other hosts', asking('DENY', 'notHosts: [a.example.com]'), [
    `info ${at}.notHosts: a Host header with a port, such as a.example.com:80, does not match a.example.com, so it is denied`,
  ]],
  ['a permission that does not hold with a port', asking('ALLOW', 'hosts: [a.example.com, b.example.com, "b.example.com:80"]'), [
    `info ${at}.hosts: a Host header with a port, such as a.example.com:80, does not match a.example.com, so it is not allowed`,
  ]],
], [
  ['a host in both forms', asking('DENY', 'hosts: [a.example.com, "a.example.com:*"]')],
  ['a host with all that follows', asking('DENY', 'hosts: ["a.example.com*"]')],
  ['a host with what more of them begin with', asking('DENY', 'hosts: [a.example.com, "a.*"]')],
  ['all hosts', asking('DENY', 'hosts: ["*", a.example.com, "*.example.com"]')],
  ['an end of hosts with a port', asking('DENY', 'hosts: ["*.example.com", "*.example.com:443"]')],
  ['an audit, which lets all past', asking('AUDIT', 'hosts: [a.example.com]')],
  ['an action that is none', asking('constructor', 'hosts: [a.example.com]')],
  ['a permission for an end of hosts', asking('ALLOW', 'hosts: ["*.example.com"]')],
  ['a permission with one port', asking('ALLOW', 'hosts: [a.example.com, "a.example.com:443"]')],
]);
