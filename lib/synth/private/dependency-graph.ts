/** A graph over the numbers 0 to `size - 1`; an edge leads from a vertex to what has to come before it. */
export class DependencyGraph {
  private readonly outbound = new Map<number, number[]>();
  private readonly dependedUpon = new Set<number>();
  private size: number;

  constructor(size: number) {
    this.size = size;
  }

  /** Adds a vertex that stands for several, and returns it: depend on it instead of on each of its members. */
  public addGroup(members: readonly number[]): number {
    const group = this.size;
    this.size += 1;
    for (const member of members) {
      this.addEdge(group, member);
    }
    return group;
  }

  public addEdge(from: number, to: number): void {
    const targets = this.outbound.get(from);
    if (targets === undefined) {
      this.outbound.set(from, [to]);
    } else {
      targets.push(to);
    }
    this.dependedUpon.add(to);
  }

  /**
   * All vertices, each after what it depends on. Vertices nobody depends on are visited in numeric order and pull in what they
   * need, as cdk8s does. Linear in vertices and edges; every vertex is visited once, whatever the shape of the graph.
   *
   * @param passes `rest` alone: all vertices are visited in numeric order, so that nothing moves but what others need
   * @throws CycleError when there is none.
   */
  public order(passes: ReadonlyArray<'roots' | 'rest'> = ['roots', 'rest']): number[] {
    const result: number[] = [];
    const state = new Uint8Array(this.size);
    for (const pass of passes) {
      for (let vertex = 0; vertex < this.size; vertex += 1) {
        if (state[vertex] === UNSEEN && (pass === 'rest' || !this.dependedUpon.has(vertex))) {
          this.visit(vertex, state, result);
        }
      }
    }
    return result;
  }

  private visit(root: number, state: Uint8Array, result: number[]): void {
    // An explicit stack, since a chain of dependencies may be longer than the call stack is deep.
    const path = [root];
    const next = [0];
    state[root] = OPEN;
    while (path.length > 0) {
      const vertex = path.at(-1)!;
      const target = this.outbound.get(vertex)?.[next[next.length - 1]++];
      if (target === undefined) {
        state[vertex] = DONE;
        result.push(vertex);
        path.pop();
        next.pop();
      } else if (state[target] === OPEN) {
        throw new CycleError([...path.slice(path.indexOf(target)), target]);
      } else if (state[target] === UNSEEN) {
        state[target] = OPEN;
        path.push(target);
        next.push(0);
      }
    }
  }
}

/** Says that the graph has a cycle, and which. */
export class CycleError extends Error {
  /** The vertices of the cycle in order; the first stands at the end again. */
  public readonly cycle: readonly number[];

  constructor(cycle: readonly number[]) {
    super(`dependency cycle over vertices ${cycle.join(', ')}`);
    this.cycle = cycle;
  }
}

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;
