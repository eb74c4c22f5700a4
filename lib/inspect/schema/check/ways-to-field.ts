import { METADATA, NodeIndex, SchemaNode } from '../node';
import { own } from '../own';
import { Context } from './context';

/** The nodes that have a field of this name, and those that such a node stands below. A name is looked for once in a table. */
export function waysToField({ nodes, metadata }: Context, key: string): ReadonlySet<NodeIndex> {
  const ofTable = known.get(nodes) ?? new Map<string, ReadonlySet<NodeIndex>>();
  known.set(nodes, ofTable);
  const ways = ofTable.get(key) ?? search(nodes, key, own(metadata.nodes[metadata.root].p, key) !== undefined);
  ofTable.set(key, ways);
  return ways;
}

const known = new WeakMap<readonly SchemaNode[], Map<string, ReadonlySet<NodeIndex>>>();

function search(nodes: readonly SchemaNode[], key: string, isInMetadata: boolean): ReadonlySet<NodeIndex> {
  const found = new Set<NodeIndex>(isInMetadata ? [METADATA] : []);
  // Most nodes stand after those below them, so that a second round finds little more, and a schema that contains itself needs it.
  for (let before = -1; before < found.size;) {
    before = found.size;
    nodes.forEach((node, index) => {
      if (own(node.p, key) !== undefined || childrenOf(node).some(child => found.has(child))) {
        found.add(index);
      }
    });
  }
  return found;
}

function childrenOf({ p, i, a, emb }: SchemaNode): readonly NodeIndex[] {
  return [...Object.values(p ?? {}), i ?? [], a ?? [], emb === 1 ? METADATA : []].flat();
}
