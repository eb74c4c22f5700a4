import { KindEntry, MetadataTable, SchemaTable } from '../node';
import { NodePool } from './node-pool';
import { Definitions, OpenApiNodes } from './openapi-nodes';

/** The OpenAPI of built-in kinds: the content of kubernetes.json. */
export interface BuiltinKinds {
  /** `apps/v1/Deployment` to the name of its definition */
  readonly kinds: Readonly<Record<string, string>>;
  readonly definitions: Definitions;
}

/** The schemas of all built-in kinds, in one table: a Pod stands in half of them. */
export function nativeTable({ kinds, definitions }: BuiltinKinds): SchemaTable {
  const pool = new NodePool();
  const nodes = new OpenApiNodes(pool, definitions);
  const groups: Record<string, Record<string, KindEntry>> = {};
  for (const name of Object.keys(kinds).sort()) {
    const [kind, version, group = ''] = name.split('/').reverse();
    const ofGroup = groups[group] ??= {};
    ofGroup[kind] = {
      scope: CLUSTER_WIDE.has(kind) ? 'Cluster' : 'Namespaced',
      versions: { ...ALSO_SERVED[`${group}/${kind}`], ...ofGroup[kind]?.versions, [version]: { root: nodes.addDefinition(kinds[name]) } },
    };
  }
  return { native: 1, groups, nodes: pool.nodes };
}

/** The ObjectMeta that every object has, built-in or not. */
export function metadataTable({ definitions }: BuiltinKinds): MetadataTable {
  const pool = new NodePool();
  const root = new OpenApiNodes(pool, definitions).addDefinition('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta');
  return { root, nodes: pool.nodes };
}

/** Versions that an API server 1.32 serves beside those whose OpenAPI we have. */
const ALSO_SERVED: Readonly<Record<string, KindEntry['versions']>> = { 'autoscaling/HorizontalPodAutoscaler': { v1: {} } };

/** The built-in kinds in the tables that have no namespace, which OpenAPI definitions do not tell. */
const CLUSTER_WIDE = new Set([
  'ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition', 'IngressClass', 'MutatingWebhookConfiguration', 'Namespace', 'Node',
  'ValidatingWebhookConfiguration',
]);
