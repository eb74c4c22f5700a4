import { Chart } from 'cdk8s';
import { Dependency } from './dependencies';
import { CycleError, DependencyGraph } from './dependency-graph';

/**
 * The charts, each after the charts that it depends on: by its own word, because it holds them as direct children, or because something in
 * it depends on something in them.
 *
 * @throws when charts depend on each other in a circle.
 */
export function orderCharts(charts: readonly Chart[], dependencies: readonly Dependency[]): Chart[] {
  const numbers = new Map(charts.map((chart, number) => [chart, number]));
  const graph = new DependencyGraph(charts.length);
  const depend = (source: Chart, target: Chart): void => {
    if (source !== target) {
      graph.addEdge(numbers.get(source)!, numbers.get(target)!);
    }
  };
  const [ofCharts, ofParts] = partition(dependencies, ({ source }) => source.construct === source.chart);
  ofCharts.forEach(({ source, target }) => depend(source.chart, target.chart));
  charts.forEach(parent => parent.node.children.filter(Chart.isChart).forEach(child => depend(parent, child)));
  ofParts.forEach(({ source, target }) => depend(source.chart, target.chart));
  try {
    return graph.order().map(number => charts[number]);
  } catch (error) {
    throw error instanceof CycleError ? cycleOf(error.cycle.map(number => charts[number].node.path)) : error;
  }
}

/** The error of a dependency circle, in the words of cdk8s. */
export function cycleOf(paths: readonly string[]): Error {
  return new Error(`Dependency cycle detected: ${paths.join(' => ')}. Remove one of these dependencies.`);
}

function partition<T>(values: readonly T[], test: (value: T) => boolean): [T[], T[]] {
  return [values.filter(test), values.filter(value => !test(value))];
}
