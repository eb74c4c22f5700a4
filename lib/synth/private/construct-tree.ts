import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** One construct of an app, with what a single walk tells about its place. */
export interface TreeEntry {
  readonly construct: IConstruct;
  /** Position in the walk, parents before children. */
  readonly index: number;
  /** The nearest chart at or above the construct. */
  readonly chart?: Chart;
  /** Position after the last construct below this one: the subtree is `entries.slice(index, end)`. */
  end: number;
}

/** The constructs below a scope in tree order, read once, so that questions about subtrees cost nothing. */
export class ConstructTree {
  public readonly entries: readonly TreeEntry[];
  private readonly places = new Map<IConstruct, TreeEntry>();

  constructor(root: IConstruct) {
    const entries: TreeEntry[] = [];
    // An explicit stack: a deep tree must not exhaust the call stack. `undefined` closes the entry on top of `open`.
    const open: TreeEntry[] = [];
    const todo: (IConstruct | undefined)[] = [root];
    while (todo.length > 0) {
      const construct = todo.pop();
      if (construct === undefined) {
        open.pop()!.end = entries.length;
        continue;
      }
      const chart = Chart.isChart(construct) ? construct : open.at(-1)?.chart;
      const entry: TreeEntry = { construct, index: entries.length, chart, end: 0 };
      entries.push(entry);
      this.places.set(construct, entry);
      open.push(entry);
      todo.push(undefined);
      for (const child of construct.node.children.reverse()) {
        todo.push(child);
      }
    }
    this.entries = entries;
  }

  /** The entry of a construct; undefined when it is not below the root. */
  public find(construct: IConstruct): TreeEntry | undefined {
    return this.places.get(construct);
  }
}
