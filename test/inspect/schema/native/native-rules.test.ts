import { judgeAll, judgeFields } from '../../../support/judge-native';

test('a kind without such rules breaks none', () => {
  expect(judgeFields('v1', 'ServiceAccount', {})).toEqual([]);
  expect(judgeFields('v1', 'Namespace', {})).toEqual([]);
});

test('an object of most kinds with a spec has one', () => {
  expect(judgeFields('apps/v1', 'Deployment', {})).toEqual(['spec: required: spec is missing (an object)']);
  expect(judgeFields('v1', 'Service', { spec: null })).toEqual(['spec: required: spec is missing (an object)']);
  expect(judgeFields('v1', 'Service', { Spec: {} })).toEqual(['Spec: unknown-field: unknown field "Spec" in Service; did you mean "spec"?']);
  expect(judgeFields('networking.k8s.io/v1', 'NetworkPolicy', {})).toEqual([]);
});

test('of what cannot be decoded nothing else is said', () => {
  const ports = [{ port: 0 }];
  expect(judgeAll('v1', 'Service', { ports })).toEqual(['spec.ports[0].port: bounds: port is 0 (1 to 65535)']);
  expect(judgeAll('v1', 'Service', { ports, selecter: {} })).toEqual(['spec.selecter: unknown-field: unknown field "selecter" in spec; did you mean "selector"?']);
  expect(judgeAll('v1', 'Service', { ports, type: 1 })).toEqual(['spec.type: type: type must be a string, not 1 (a string); quote it: without quotes, YAML reads it as 1']);
});
