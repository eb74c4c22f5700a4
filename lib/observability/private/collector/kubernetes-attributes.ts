import { k8s } from 'cdk8s-plus-28';
import type { ConfigMap } from './component-intent';
import { literal, said } from './config-values';

/** What is added of each pod. That of the node asks for no right to read nodes. */
const ADDED = ['k8s.namespace.name', 'k8s.pod.name', 'k8s.pod.uid', 'k8s.pod.start_time', 'k8s.deployment.name', 'k8s.node.name'];

/** Behind a proxy the address of the connection is that of the proxy, so it is asked last. */
const FOUND_BY: readonly (readonly (readonly [from: string, name?: string])[])[] = [
  [['resource_attribute', 'k8s.pod.uid']],
  [['resource_attribute', 'k8s.pod.name'], ['resource_attribute', 'k8s.namespace.name']],
  [['resource_attribute', 'k8s.pod.ip']],
  [['connection']],
];

/** @param node a variable with the name of the node whose pods are known; undefined: those of all */
export function kubernetesConfig(labels: Readonly<Record<string, string>>, node: string | undefined): ConfigMap {
  const taken = Object.entries(labels).map(([attribute, label]) => ({ tag_name: literal(attribute), key: literal(label), from: 'pod' }));
  return said({
    auth_type: 'serviceAccount',
    filter: node === undefined ? undefined : { node_from_env_var: node },
    extract: { metadata: ADDED, labels: taken.length === 0 ? undefined : taken },
    pod_association: FOUND_BY.map(sources => ({ sources: sources.map(([from, name]) => said({ from, name })) })),
  });
}

/** The name of a Deployment is that of the ReplicaSet's owner. */
export const kubernetesRights: readonly k8s.PolicyRule[] = [
  { apiGroups: [''], resources: ['namespaces', 'pods'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get', 'list', 'watch'] },
];
