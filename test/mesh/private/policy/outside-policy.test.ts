import { outsidePolicyProblem } from '../../../../lib/mesh/private/policy/outside-policy';

test('[F002] only certificates of the mesh are out of the question where no pod has a proxy', () => {
  expect([outsidePolicyProblem([{}, { tls: { mode: 'simple' } }, { tls: { mode: 'disabled' } }]), outsidePolicyProblem([{}, { tls: { mode: 'mesh' } }])]).toEqual([
    undefined,
    'its pods are outside the mesh, so they have no certificate for mutual TLS. Leave clientTls out, or inMesh: false.',
  ]);
});
