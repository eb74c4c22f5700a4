import { MetadataTable, METADATA, NodeIndex, SchemaNode } from '../node';
import { own } from '../own';
import { Findings } from './findings';

/** What every part of the check of one object needs. */
export interface Context {
  readonly findings: Findings;
  /** the whole object, as it is written */
  readonly object: unknown;
  /** the nodes of the object's table, and where the schema of the object begins in it */
  readonly nodes: readonly SchemaNode[];
  readonly root: NodeIndex;
  readonly metadata: MetadataTable;
  readonly kind: string;
  /** the Istio release that the object is meant for; undefined to take whatever any release knows */
  readonly release?: string;
  /** Whether a value may stand at a node, complete or not. Finds nothing, so that whoever guesses may ask. */
  readonly fits: (value: unknown, index: NodeIndex, nodes: readonly SchemaNode[]) => boolean;
}

/** The fields that every Kubernetes object has, whatever its schema says. */
export const OBJECT_FIELDS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** The node of a property, or of whatever a map holds; undefined for an unknown field. */
export function childOf(node: SchemaNode, key: string): NodeIndex | undefined {
  return own(node.p, key) ?? (node.emb === 1 && key === 'metadata' ? METADATA : node.a);
}
