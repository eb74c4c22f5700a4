import { ApiObject, Chart } from 'cdk8s';
import { orderCharts } from './chart-order';
import { ConstructTree, TreeEntry } from './construct-tree';
import { dependenciesOf, Dependency, inChart } from './dependencies';
import { Manifest } from './manifest';
import { neededByEarly, NeededFirst, neededFirst } from './needed-first';
import { orderObjects } from './object-order';

/** A Kubernetes object as it goes into a file. */
export interface RenderedObject {
  readonly manifest: Manifest;
  /** Path of the construct that rendered it, or of the chart where a chart renders itself. */
  readonly origin: string;
  /** The construct; absent where a chart renders itself. */
  readonly construct?: ApiObject;
}

/** A chart and its objects in the order of their dependencies. */
export interface RenderedChart {
  readonly chart: Chart;
  readonly objects: readonly RenderedObject[];
}

/** The charts of a tree in the order of their dependencies. */
export function chartsInOrder(tree: ConstructTree): Chart[] {
  return orderCharts(chartsOf(tree), dependenciesOf(tree));
}

/**
 * Renders the charts that are wanted, in the order of their dependencies. Linear in constructs and dependencies.
 *
 * @throws on a dependency cycle, and what an object's own rendering throws.
 */
export function renderCharts(tree: ConstructTree, wanted: (chart: Chart) => boolean): RenderedChart[] {
  const dependencies = dependenciesOf(tree);
  const own = groupBy(tree.entries, entry => entry.chart);
  const within = groupBy(dependencies.filter(({ source, target }) => source.chart === target.chart), ({ source }) => source.chart);
  return orderCharts(chartsOf(tree), dependencies)
    .filter(wanted)
    .map(chart => ({ chart, objects: renderChart(chart, own.get(chart) ?? [], within.get(chart) ?? []) }));
}

function renderChart(chart: Chart, own: readonly TreeEntry[], dependencies: readonly Dependency[]): readonly RenderedObject[] {
  // A chart class may render itself (cdk8s does not forbid to override `toJson`); its word counts then.
  if (chart.toJson !== Chart.prototype.toJson) {
    return (chart.toJson() as (Manifest | undefined)[]).filter(isPresent).map(manifest => ({ manifest, origin: chart.node.path }));
  }
  const rendered = orderObjects(own, dependencies).map(construct => (
    { manifest: construct.toJson() as Manifest, origin: construct.node.path, construct }
  ));
  const early = neededByEarly(rendered.map(({ manifest }) => manifest));
  if (early.length === 0) {
    return rendered;
  }
  // What somebody has said moves others, too, so that each has to be asked.
  return mended(own, dependencies, rendered, dependencies.length === 0 ? early : neededFirst(rendered.map(({ manifest }) => [manifest])));
}

/** Moves what others need before them, unless somebody has said another order. */
function mended(
  own: readonly TreeEntry[], dependencies: readonly Dependency[], rendered: readonly DeclaredObject[], needs: readonly NeededFirst[],
): readonly DeclaredObject[] {
  const entries = new Map<unknown, Dependency['source']>(own.map(entry => [entry.construct, inChart(entry)]));
  const entryAt = (position: number): Dependency['source'] => entries.get(rendered[position].construct)!;
  const known = new Map<unknown, DeclaredObject>(rendered.map(object => [object.construct, object]));
  try {
    const more = needs.map(({ needs: position, first }) => ({ source: entryAt(position), target: entryAt(first) }));
    return orderObjects(own, dependencies, more).map(construct => known.get(construct)!);
  } catch {
    // They need each other, or somebody has said another order.
    return rendered;
  }
}

type DeclaredObject = RenderedObject & { readonly construct: ApiObject };

function chartsOf(tree: ConstructTree): Chart[] {
  return tree.entries.filter(({ construct, chart }) => construct === chart).map(({ construct }) => construct as Chart);
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K | undefined): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== undefined) {
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [value]);
      } else {
        group.push(value);
      }
    }
  }
  return groups;
}
