import { operationsOf, servedPorts, workloadsOfPolicy } from '../../../lib/inspect/mesh/policy-workloads';
import { deployment, kube, service, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const objects = (policy: string): string => together(
  deployment('shop/orders'), deployment('shop/web'), deployment('lab/web'), service('shop/orders', '{port: 80, targetPort: 8080}'), kube('Service shop/all', '{ports: [{port: 1}]}'),
  kube('AuthorizationPolicy shop/a', policy),
);

test.each([
  ['{}', ['shop/orders', 'shop/web']],
  ['{selector: {matchLabels: {app: web}}}', ['shop/web']],
  ['{targetRefs: [{kind: Service, name: web}]}', []],
])('the workloads of the policy %s', (policy, names) => {
  const set = objectSet(objects(policy));
  expect(workloadsOfPolicy(set, set.of('security.istio.io/AuthorizationPolicy')[0]).map(({ resource }) => resource.fullName)).toEqual(names);
});

test('a workload is offered at the ports of the Services that select it', () => {
  const set = objectSet(objects('{rules: [{to: [{operation: {ports: ["1"]}}]}, {}, {to: [{operation: {paths: [/]}}]}]}'));
  const policy = set.of('security.istio.io/AuthorizationPolicy')[0];
  expect(workloadsOfPolicy(set, policy).map(workload => servedPorts(set, workload).map(({ port, target }) => [port.at('port').number, target]))).toEqual([[[80, 8080]], []]);
  expect(operationsOf(policy.spec.at('rules').items()).map(({ path }) => path.join('.'))).toEqual(['spec.rules.0.to.0.operation', 'spec.rules.2.to.0.operation']);
});
