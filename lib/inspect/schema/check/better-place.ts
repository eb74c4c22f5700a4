import { METADATA, NodeIndex } from '../node';
import { own } from '../own';
import { ObjectPath } from '../violation';
import { childOf, Context } from './context';

/**
 * The nearest place where the schema has a field of this name: `spec.http[].timeout` for a `timeout` that was written into spec. What lies
 * below the place where it was written is nearer than what lies below its parent, and so on to the root; of several the topmost is taken.
 */
export function betterPlace(context: Context, path: ObjectPath, key: string): string | undefined {
  const pattern = path.map(step => (typeof step === 'number' ? '[]' : step));
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = nodeAt(context, path.slice(0, depth));
    const found = node === undefined ? undefined : topmost(context, node, key);
    if (found !== undefined) {
      return [...pattern.slice(0, depth), ...found].join('.').replaceAll('.[]', '[]');
    }
  }
  return undefined;
}

function nodeAt(context: Context, path: ObjectPath): NodeIndex | undefined {
  return path.reduce<NodeIndex | undefined>((index, step) => {
    const node = index === undefined ? undefined : context.nodes[index];
    return node === undefined ? undefined : typeof step === 'number' ? node.i : childOf(node, step);
  }, context.root);
}

/** The steps from a node to the topmost field of this name below it, breadth first; a schema may contain itself. */
function topmost(context: Context, start: NodeIndex, key: string): readonly string[] | undefined {
  const seen = new Set([start]);
  let level: readonly Place[] = [{ index: start, steps: [] }];
  while (level.length > 0) {
    const found = level.find(({ index }) => own(fieldsOf(context, index), key) !== undefined);
    if (found !== undefined) {
      return [...found.steps, key];
    }
    level = level.flatMap(place => below(context, place)).filter(({ index }) => isNew(index, seen));
  }
  return undefined;
}

function isNew(index: NodeIndex, seen: Set<NodeIndex>): boolean {
  return seen.size < seen.add(index).size;
}

interface Place {
  readonly index: NodeIndex;
  readonly steps: readonly string[];
}

function fieldsOf(context: Context, index: NodeIndex): Readonly<Record<string, NodeIndex>> | undefined {
  const { nodes, root } = context.metadata;
  return index === METADATA ? nodes[root].p : context.nodes[index].p;
}

function below(context: Context, { index, steps }: Place): readonly Place[] {
  if (index === METADATA) {
    return [];
  }
  const node = context.nodes[index];
  const metadata = childOf(node, 'metadata');
  return [
    ...(node.emb === 1 && metadata !== undefined ? [{ index: metadata, steps: [...steps, 'metadata'] }] : []),
    ...Object.entries(node.p ?? {})
      // Nobody writes a status.
      .filter(([name]) => steps.length > 0 || name !== 'status')
      .map(([name, child]) => ({ index: child, steps: [...steps, name] })),
    ...(node.i === undefined ? [] : [{ index: node.i, steps: [...steps, '[]'] }]),
    ...(node.a === undefined ? [] : [{ index: node.a, steps: [...steps, '*'] }]),
  ];
}
