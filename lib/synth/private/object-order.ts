import { ApiObject } from 'cdk8s';
import { cycleOf } from './chart-order';
import { TreeEntry } from './construct-tree';
import { Dependency } from './dependencies';
import { CycleError, DependencyGraph } from './dependency-graph';

/**
 * The objects of one chart, each after the objects that it depends on, by its own word or by that of a construct around either.
 *
 * @param own the constructs of the chart in tree order, without those of charts below it
 * @param dependencies those whose two ends are in the chart
 * @param needs dependencies that nobody has said, and that move nothing but what others need
 * @throws when objects depend on each other in a circle.
 */
export function orderObjects(own: readonly TreeEntry[], dependencies: readonly Dependency[], needs: readonly Dependency[] = []): ApiObject[] {
  const all = [...dependencies, ...needs];
  const ordered = all.length === 0 ? own : new ObjectGraph(own, all).order(needs.length === 0 ? undefined : ['rest']);
  return ordered.map(entry => entry.construct).filter(isApiObject);
}

/**
 * The constructs of a chart and what comes before what. A dependency between two constructs is one between all objects below the one and
 * all below the other; a vertex for each "all below" keeps the edges from being multiplied out.
 */
class ObjectGraph {
  private readonly graph: DependencyGraph;
  private readonly numbers: ReadonlyMap<TreeEntry, number>;
  private readonly objects: readonly TreeEntry[];
  private readonly before = new Map<TreeEntry, number>();
  private readonly below = new Map<TreeEntry, number>();

  constructor(private readonly own: readonly TreeEntry[], dependencies: readonly Dependency[]) {
    this.graph = new DependencyGraph(own.length);
    this.numbers = new Map(own.map((entry, number) => [entry, number]));
    this.objects = own.filter(entry => isApiObject(entry.construct));
    dependencies.forEach(({ source, target }) => this.graph.addEdge(this.number(source), this.number(target)));
    dependencies.forEach(dependency => this.dependObjects(dependency));
  }

  public order(passes?: Parameters<DependencyGraph['order']>[0]): TreeEntry[] {
    try {
      return this.graph.order(passes).filter(vertex => vertex < this.own.length).map(vertex => this.own[vertex]);
    } catch (error) {
      throw error instanceof CycleError ? cycleOf(this.pathsOf(error.cycle)) : error;
    }
  }

  private dependObjects({ source, target }: Dependency): void {
    const sources = this.objectsBelow(source);
    const targets = this.objectsBelow(target);
    if (sources.length === 0 || targets.length === 0) {
      return;
    }
    if (contains(source, target) || contains(target, source)) {
      this.dependWithin(sources, targets);
      return;
    }
    this.graph.addEdge(this.vertexBefore(source, sources), this.vertexBelow(target, targets));
  }

  /** One of the two lists holds the other: each object depends on each other one, never on itself. */
  private dependWithin(sources: readonly TreeEntry[], targets: readonly TreeEntry[]): void {
    // Two objects in both lists are the circle that `order` reports; the product of the lists is never needed.
    const shared = sources.length < targets.length ? sources : targets;
    const [some, others] = shared.length > 1 ? [shared.slice(0, 2), shared.slice(0, 2)] : [sources, targets];
    for (const source of some) {
      others.filter(target => target !== source).forEach(target => this.graph.addEdge(this.number(source), this.number(target)));
    }
  }

  /** The vertex on which every object below `source` depends. */
  private vertexBefore(source: TreeEntry, objects: readonly TreeEntry[]): number {
    let vertex = this.before.get(source);
    if (vertex === undefined) {
      vertex = this.graph.addGroup([]);
      for (const object of objects) {
        this.graph.addEdge(this.number(object), vertex);
      }
      this.before.set(source, vertex);
    }
    return vertex;
  }

  /** The vertex that depends on every object below `target`. */
  private vertexBelow(target: TreeEntry, objects: readonly TreeEntry[]): number {
    let vertex = this.below.get(target);
    if (vertex === undefined) {
      vertex = this.graph.addGroup(objects.map(object => this.number(object)));
      this.below.set(target, vertex);
    }
    return vertex;
  }

  private objectsBelow(entry: TreeEntry): readonly TreeEntry[] {
    return this.objects.slice(firstFrom(this.objects, entry.index), firstFrom(this.objects, entry.end));
  }

  private number(entry: TreeEntry): number {
    return this.numbers.get(entry)!;
  }

  private pathsOf(cycle: readonly number[]): string[] {
    const paths = cycle.filter(vertex => vertex < this.own.length).map(vertex => this.own[vertex].construct.node.path);
    // The circle may begin at a vertex that stands for several; it is closed by hand then.
    return paths.at(0) === paths.at(-1) && paths.length > 1 ? paths : [...paths, paths[0]];
  }
}

function isApiObject(construct: unknown): construct is ApiObject {
  return ApiObject.isApiObject(construct);
}

function contains(outer: TreeEntry, inner: TreeEntry): boolean {
  return outer.index <= inner.index && inner.end <= outer.end;
}

/** Where the first entry at or after a position of the tree stands in a list in tree order. */
function firstFrom(entries: readonly TreeEntry[], position: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle].index < position) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
