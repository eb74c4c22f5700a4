import { Chart } from 'cdk8s';
import { ConstructTree, TreeEntry } from './construct-tree';

/** `source` has been told to come after `target`; both may stand for everything below them. */
export interface Dependency {
  readonly source: TreeEntry & { readonly chart: Chart };
  readonly target: TreeEntry & { readonly chart: Chart };
}

/**
 * The dependencies between constructs of a tree, in tree order of their sources. One on a construct outside the tree orders nothing
 * and is left out, as in cdk8s.
 *
 * @throws when a source or target is in no chart.
 */
export function dependenciesOf(tree: ConstructTree): Dependency[] {
  const result: Dependency[] = [];
  for (const source of tree.entries) {
    for (const dependency of source.construct.node.dependencies) {
      const target = tree.find(dependency);
      if (target !== undefined) {
        result.push({ source: inChart(source), target: inChart(target) });
      }
    }
  }
  return result;
}

/** @throws when it is in none */
export function inChart(entry: TreeEntry): TreeEntry & { readonly chart: Chart } {
  const { chart } = entry;
  if (chart === undefined) {
    throw new Error(`${entry.construct.node.path}: is part of a dependency, but not in a chart. Create it inside a chart, or depend on the charts below it.`);
  }
  return Object.assign(entry, { chart });
}
