import { NodeIndex, SchemaNode } from '../node';

/** Collects nodes so that equal ones stand once. A node refers to its children by index, so children are added first. */
export class NodePool {
  private readonly list: SchemaNode[] = [];
  private readonly places = new Map<string, NodeIndex>();

  /** The nodes so far, in the order of their indices. */
  public get nodes(): readonly SchemaNode[] {
    return [...this.list];
  }

  /** The index of this node, or of the equal one that is here already. */
  public add(node: SchemaNode): NodeIndex {
    const key = JSON.stringify(node);
    const known = this.places.get(key);
    if (known !== undefined) {
      return known;
    }
    this.places.set(key, this.list.length);
    return this.list.push(node) - 1;
  }

  /** Keeps a place for a node that refers to itself; `fill` supplies it. */
  public reserve(): NodeIndex {
    return this.list.push({}) - 1;
  }

  public fill(place: NodeIndex, node: SchemaNode): void {
    this.list[place] = node;
  }
}
