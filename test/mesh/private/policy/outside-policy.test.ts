import { outsidePolicyProblem } from '../../../../lib/mesh/private/policy/outside-policy';

test('[F002] only certificates of the mesh are out of the question where no pod has a proxy', () => {
  expect([outsidePolicyProblem([{}, { tls: { mode: 'simple' } }, { tls: { mode: 'disabled' } }]), outsidePolicyProblem([{}, { tls: { mode: 'mesh' } }])]).toEqual([
    undefined,
    'its pods are outside of the mesh, so nobody answers mutual TLS with certificates of the mesh. Leave clientTls out, or inMesh: false.',
  ]);
});
