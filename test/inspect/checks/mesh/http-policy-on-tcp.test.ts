import { httpPolicyOnTcpCheck } from '../../../../lib/inspect/checks/mesh/http-policy-on-tcp';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const database = (ports = '{name: tcp-db, port: 5432}'): string => together(service('shop/orders', ports), deployment('shop/orders'));
const asking = (rule: string, action = 'ALLOW'): string => policy(`{action: ${action}, rules: [{${rule}}]}`);

ruleCases(httpPolicyOnTcpCheck, [
  ['a permission for methods', together(database(), asking('to: [{operation: {methods: [GET]}}]')), [
    'warning spec.rules[0]: port 5432 speaks tcp, which has no methods: the rule allows nobody',
  ]],
  ['a denial of tokens', together(database(), asking('from: [{source: {notRequestPrincipals: ["*"]}}]', 'DENY')), [
    'warning spec.rules[0]: port 5432 speaks tcp, which has no notRequestPrincipals: the rule denies without that condition',
  ]],
  ['a port of several that speaks TLS', together(database('{name: http, port: 80}, {name: tls, port: 8443}'), asking('to: [{operation: {ports: ["8443"], paths: [/a]}}]')), [
    'warning spec.rules[0]: port 8443 speaks tls, which has no paths: the rule allows nobody',
  ]],
  ['a permission for a header', together(database(), asking('when: [{key: "request.headers[x]", values: [a]}]')), [
    'warning spec.rules[0]: port 5432 speaks tcp, which has no request.headers[x]: the rule allows nobody',
  ]],
  ['a permission for a claim', together(database(), asking('when: [{key: "request.auth.claims[iss]", notValues: [a]}]')), [
    'warning spec.rules[0]: port 5432 speaks tcp, which has no request.auth.claims[iss]: the rule allows nobody',
  ]],
], [
  ['a condition on the connection', together(database(), asking('when: [{key: connection.sni, values: [a]}, {key: source.principal, values: [a]}]'))],
  ['the address of the client, which connections have too', together(database(), asking('from: [{source: {remoteIpBlocks: [10.0.0.1]}}]'))],
  ['ports and identities', together(database(), asking('from: [{source: {principals: ["*"]}}], to: [{operation: {ports: ["5432"]}}]'))],
  ['a port that speaks HTTP', together(database('{name: http, port: 80}'), asking('to: [{operation: {methods: [GET]}}]'))],
  ['a port of which the mesh finds out', together(database('{name: web, port: 80}'), asking('to: [{operation: {methods: [GET]}}]'))],
  ['ports of both kinds', together(database('{name: http, port: 80}, {name: tcp-db, port: 5432}'), asking('to: [{operation: {methods: [GET]}}]'))],
  ['pods that are not shown', asking('to: [{operation: {methods: [GET]}}]')],
]);
