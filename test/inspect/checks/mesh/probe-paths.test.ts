import { probePathsCheck } from '../../../../lib/inspect/checks/mesh/probe-paths';
import { kube, together, withReplicaSet } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const version = (name: string, probe: string, namespace = 'shop'): string => kube(
  `Deployment ${namespace}/orders-${name}`,
  `{template: {metadata: {labels: {app: orders, version: ${name}}}, spec: {containers: [{name: app, ${probe}}]}}}`,
);
const at = (path: string): string => `readinessProbe: {httpGet: {path: ${path}, port: 8080}}`;

ruleCases(probePathsCheck, [
  ['another path than that of the first version', together(version('v2', at('/ready')), version('v1', at('/health'))), [
    'warning spec.template.spec.containers[0].readinessProbe.httpGet.path: the readiness probe uses /ready, but shop/orders-v1 of the same application uses /health',
  ]],
], [
  ['the same path', together(version('v1', at('/ready')), version('v2', at('/ready')))],
  ['a version without such a probe', together(version('v1', at('/ready')), version('v2', 'readinessProbe: {tcpSocket: {port: 1}}'))],
  ['a ReplicaSet of what was before', together(version('v1', at('/ready')), withReplicaSet(version('v1', at('/ready'))).split('\n---\n')[1].replace('/ready', '/health'))],
  ['another namespace', together(version('v1', at('/ready')), version('v2', at('/health'), 'lab'))],
]);
