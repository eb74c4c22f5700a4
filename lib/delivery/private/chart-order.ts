import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { boundaryOf } from '../../mesh/private/boundary';
import type { DeliveredChart } from './delivered-charts';
import { objectsOf } from './objects-of';

type Edges = ReadonlyMap<DeliveredChart, readonly DeliveredChart[]>;

/**
 * The charts that each waits for: those that it was told to depend on, and those that create namespaces of its objects. Charts that would wait
 * for each other over namespaces do not: neither would ever come.
 */
export function chartOrder(charts: readonly DeliveredChart[]): Edges {
  const said = edges(charts, one => chartsSaid(one.chart));
  const needed = edges(charts, one => chartsWithNamespacesOf(one, charts));
  const all = edges(charts, one => new Set([...said.get(one)!, ...needed.get(one)!].map(({ chart }) => chart)));
  const isApart = (one: DeliveredChart, other: DeliveredChart): boolean => said.get(one)!.includes(other) || !reaches(other, one, all);
  return new Map([...all].map(([one, before]) => [one, before.filter(other => isApart(one, other))]));
}

function edges(charts: readonly DeliveredChart[], beforeOf: (one: DeliveredChart) => ReadonlySet<IConstruct>): Edges {
  return new Map(charts.map(one => {
    const before = beforeOf(one);
    return [one, charts.filter(other => other !== one && before.has(other.chart))];
  }));
}

function reaches(one: DeliveredChart, goal: DeliveredChart, all: Edges): boolean {
  const seen = new Set([one]);
  for (const each of seen) {
    all.get(each)!.forEach(next => seen.add(next));
  }
  return seen.has(goal);
}

function chartsSaid(chart: Chart): ReadonlySet<IConstruct> {
  const targets = chart.node.findAll().flatMap(({ node }) => node.dependencies);
  return new Set(targets.map(({ node }) => [...node.scopes].reverse().find(scope => Chart.isChart(scope))).filter(found => found !== undefined));
}

function chartsWithNamespacesOf({ chart }: DeliveredChart, charts: readonly DeliveredChart[]): ReadonlySet<IConstruct> {
  const own = namespacesIn(chart);
  const used = new Set(objectsOf(chart).map(({ metadata }) => metadata.namespace).filter(name => name !== undefined && !own.has(name)));
  const peers = charts.map(other => other.chart).filter(other => boundaryOf(other) === boundaryOf(chart));
  return new Set(used.size === 0 ? [] : peers.filter(other => [...namespacesIn(other)].some(name => used.has(name))));
}

function namespacesIn(chart: Chart): ReadonlySet<string> {
  return new Set(objectsOf(chart, '/Namespace').map(({ name }) => name));
}
