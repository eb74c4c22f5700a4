import { authorizationPolicy } from '../../../../lib/inspect/checks/webhook/authorization-policy';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: authorizationPolicy, apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy' };

describe('the operation of a rule', () => {
  test.each<[string, string, string[]]>([
    ['no operation', 'rules: [{to: [{}]}]', [
      'policy-operation-empty | spec.rules[0].to[0].operation | the operation is empty',
    ]],
    ['an operation with empty lists', 'rules: [{to: [{operation: {methods: []}}]}]', [
      'policy-operation-empty | spec.rules[0].to[0].operation | the operation is empty',
    ]],
    ['empty texts', 'rules: [{to: [{operation: {notHosts: [""], notMethods: [""], paths: [""], ports: [""]}}]}]', [
      'policy-value-empty | spec.rules[0].to[0].operation.notHosts[0] | an empty string matches nothing',
      'policy-value-empty | spec.rules[0].to[0].operation.notMethods[0] | an empty string matches nothing',
      'policy-value-empty | spec.rules[0].to[0].operation.paths[0] | an empty string matches nothing',
      'policy-value-empty | spec.rules[0].to[0].operation.ports[0] | an empty string matches nothing',
    ]],
    ['ports that are none', 'rules: [{to: [{operation: {ports: ["65536", http], notPorts: ["-1"]}}]}]', [
      'policy-port | spec.rules[0].to[0].operation.notPorts[0] | "-1" is not a valid port',
      'policy-port | spec.rules[0].to[0].operation.ports[0] | "65536" is not a valid port',
      'policy-port | spec.rules[0].to[0].operation.ports[1] | "http" is not a valid port',
    ]],
    ['paths with a template that is none', 'rules: [{to: [{operation: {paths: ["/a/{id}"], notPaths: ["/{**}/{*}", "/a b/{*}"]}}]}]', [
      'policy-path-template | spec.rules[0].to[0].operation.notPaths[1] | "a b" cannot be combined with {*} or {**}',
      'policy-path-template | spec.rules[0].to[0].operation.paths[0] | "{id}" is neither {*} nor {**}, and braces have no other meaning',
      'policy-path-template | spec.rules[0].to[0].operation.notPaths[0] | {*} comes after {**}, which matches the rest of the path',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['one list', 'rules: [{to: [{operation: {notHosts: [a]}}]}]'],
    ['the first and the last port', 'rules: [{to: [{operation: {ports: ["0", "65535"]}}]}]'],
    ['paths with asterisks, and with a template', 'rules: [{to: [{operation: {paths: [/a/*, "*/b", "/{*}/b/{**}", "/{**}/b/", /]}}]}]'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
