import { kindProblem } from '../../../lib/inspect/model/missing-kind';

const MESSAGE = 'an object without kind cannot be applied';

test.each([
  [{ apiVersion: 'networking.istio.io/v1', kidn: 'VirtualService' }, ['kidn'], '"kidn": did you mean "kind"?'],
  [{ apiVersion: 'v1', Kind: 'Service' }, ['Kind'], '"Kind": did you mean "kind"?'],
  [{ apiVersion: 'v1', metadata: { name: 'a' } }, [], 'write its kind'],
  [{ apiVersion: 'v1', kind: null }, ['kind'], 'write its kind'],
  [{ apiVersion: 'v1', name: 'a', metadata: {} }, [], 'write its kind'],
  [{ apiVersion: 'gateway.networking.k8s.io/v1beta1', name: 'a' }, [], 'write its kind'],
  [{ apiVersion: 'v1', king: { name: 'a' } }, [], 'write its kind'],
])('%j is meant to be an object', (value, path, repair) => {
  expect(kindProblem(value, [])).toEqual({ kind: 'not-an-object', path, message: MESSAGE, repair });
});

test.each([
  [{ apiVersion: 'v1' }, ['items', 0], 'write its kind'],
  [{ metadata: { name: 'a' } }, ['items', 0], 'write its apiVersion and kind'],
  [{ knid: 'Service' }, ['items', 0, 'knid'], '"knid": did you mean "kind"?'],
])('so is the item %j of a List', (value, path, repair) => {
  expect(kindProblem(value, ['items', 0])).toEqual({ kind: 'not-an-object', path, message: MESSAGE, repair });
});

test.each([
  ['values of Helm', { replicas: 3, kidn: 'a' }],
  ['a chart of Helm', { apiVersion: 'v2', name: 'shop', version: '1.0.0' }],
  ['data sources of Grafana', { apiVersion: 1, datasources: [] }],
  ['something of Azure', { apiVersion: '2019-12-01', location: 'west' }],
])('%s are not', (_, value) => {
  expect(kindProblem(value, [])).toBeUndefined();
});
