import { namespaceMarks } from '../../../lib/istio/render/namespace-marks';

test.each([
  [true, undefined, { 'istio-injection': 'enabled' }],
  [true, '1-30', { 'istio.io/rev': '1-30' }],
  [false, undefined, { 'istio-injection': 'disabled' }],
  [false, '1-30', { 'istio-injection': 'disabled' }],
])('[F001] whether in the mesh: %p, of revision %j: %j', (inMesh, revision, labels) => {
  expect(namespaceMarks({ inMesh }, revision)).toStrictEqual({ annotations: {}, labels });
});
