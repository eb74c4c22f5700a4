import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { namespaceOf } from '../../../mesh/private/platform/namespace-of';
import { liesInNoNamespace } from '../../../mesh/private/platform/no-namespace';

/** What the pods of an account may do in all namespaces. */
export interface ClusterRights {
  readonly account: string;
  readonly rules: readonly k8s.PolicyRule[];
}

/**
 * Lets the pods of an account do something in all namespaces: a ClusterRole, and its binding. Both have the namespace in their names, since a
 * cluster has one of a name.
 */
export function grantInCluster(place: Construct, { account, rules }: ClusterRights): void {
  const namespace = namespaceOf(place);
  const name = `${namespace}-${account}`;
  const role = new k8s.KubeClusterRole(place, 'role', { metadata: { name }, rules: [...rules] });
  const binding = new k8s.KubeClusterRoleBinding(place, 'binding', {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
  });
  [role, binding].forEach(liesInNoNamespace);
}
