import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import fc from 'fast-check';
import { ConstructTree } from '../../../lib/synth/private/construct-tree';
import { chartsInOrder, renderCharts } from '../../../lib/synth/private/rendered-chart';

/** A construct of a random app: what it is, where it hangs, and on which earlier constructs it and they depend. */
interface Plan {
  readonly kind: 'chart' | 'group' | 'object';
  readonly parent: number;
}

const plans = fc.record({
  constructs: fc.array(fc.record({ kind: fc.constantFrom('chart', 'group', 'object', 'object'), parent: fc.nat() }), { minLength: 1, maxLength: 14 }),
  dependencies: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
}) as fc.Arbitrary<{ constructs: Plan[]; dependencies: [number, number][] }>;

/** Builds the same app for whoever renders it. */
function build(plan: { constructs: Plan[]; dependencies: [number, number][] }): App {
  const app = new App();
  const first = new Chart(app, 'c0');
  const all: IConstruct[] = [first];
  const scopes: Construct[] = [first];
  plan.constructs.forEach(({ kind, parent }, index) => {
    const id = `x${index}`;
    const scope = kind === 'chart' ? [app, ...scopes.filter(Chart.isChart)][parent % 3] ?? app : scopes[parent % scopes.length];
    const construct = kind === 'chart' ? new Chart(scope, id)
      : kind === 'group' ? new Construct(scope, id)
        : new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
    all.push(construct);
    if (kind !== 'object') {
      scopes.push(construct);
    }
  });
  plan.dependencies.forEach(([from, to]) => {
    const [source, target] = [all[from % all.length], all[to % all.length]];
    if (source !== target) {
      source.node.addDependency(target);
    }
  });
  return app;
}

interface Outcome {
  readonly charts?: Record<string, string[]>;
  readonly error?: string;
}

function outcome(render: () => [IConstruct, { metadata?: { name?: string } }[]][]): Outcome {
  try {
    return { charts: Object.fromEntries(render().map(([chart, objects]) => [chart.node.path, objects.map(({ metadata }) => metadata?.name ?? '')])) };
  } catch (error) {
    return { error: (error as Error).message.split(':')[0] };
  }
}

test('charts hold the same objects in the same order as those of a stock App, and fail on the same cycles', () => {
  let cycles = 0;
  fc.assert(fc.property(plans, plan => {
    const stockApp = build(plan);
    const stock = outcome(() => {
      // Only rendering a whole stock app finds a cycle between its charts.
      stockApp.synthYaml();
      return stockApp.charts.map(chart => [chart, chart.toJson()]);
    });
    const tree = new ConstructTree(build(plan));
    const ours = outcome(() => renderCharts(tree, () => true).map(({ chart, objects }) => [chart, objects.map(({ manifest }) => manifest)]));
    cycles += stock.error === undefined ? 0 : 1;
    expect(ours).toEqual(stock);
  }), { numRuns: 2000, seed: 20 });
  expect(cycles).toBeGreaterThan(50);
});

test('charts come after the charts that they depend on, by their own word, as parents, and through what is in them', () => {
  fc.assert(fc.property(plans, plan => {
    const app = build(plan);
    const ours = outcome(() => chartsInOrder(new ConstructTree(app)).map(chart => [chart, []]));
    if (ours.error !== undefined) {
      return;
    }
    const position = new Map(Object.keys(ours.charts!).map((path, index) => [path, index]));
    for (const construct of app.node.findAll()) {
      for (const dependency of construct.node.dependencies) {
        expect(position.get(Chart.of(dependency).node.path)).toBeLessThanOrEqual(position.get(Chart.of(construct).node.path)!);
      }
    }
    app.node.findAll().filter(Chart.isChart).forEach(parent => (parent).node.children.filter(Chart.isChart).forEach(child => {
      expect(position.get((child).node.path)).toBeLessThan(position.get((parent).node.path)!);
    }));
  }), { numRuns: 500, seed: 21 });
});

test('a chart that overrides toJson renders what it says', () => {
  class Plain extends Chart {
    public toJson(): any[] {
      return [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'by-hand' } }, undefined];
    }
  }
  const app = Testing.app();
  const chart = new Plain(app, 'plain');
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Secret' });

  const [rendered] = renderCharts(new ConstructTree(app), () => true);

  expect(rendered.objects).toEqual([{ manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'by-hand' } }, origin: 'plain' }]);
});

test('only wanted charts are rendered', () => {
  const app = Testing.app();
  const wanted = new Chart(app, 'wanted');
  new ApiObject(new Chart(app, 'other'), 'object', { apiVersion: 'v1', kind: 'ConfigMap' });

  expect(renderCharts(new ConstructTree(app), chart => chart === wanted).map(({ chart }) => chart.node.id)).toEqual(['wanted']);
});

test('fails on a cycle of charts and of objects, naming the path', () => {
  const app = Testing.app();
  const [a, b] = [new Chart(app, 'a'), new Chart(app, 'b')];
  const [x, y] = ['x', 'y'].map(id => new ApiObject(a, id, { apiVersion: 'v1', kind: 'ConfigMap' }));
  x.addDependency(y);
  y.addDependency(x);
  expect(() => renderCharts(new ConstructTree(app), () => true)).toThrow('Dependency cycle detected: a/x => a/y => a/x. Remove one of these dependencies.');

  a.addDependency(b);
  b.addDependency(x);
  expect(() => renderCharts(new ConstructTree(app), () => true)).toThrow('Dependency cycle detected: a => b => a.');
});

test('fails on a dependency of a construct that is in no chart', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'a');
  new Construct(app, 'loose').node.addDependency(chart);
  expect(() => renderCharts(new ConstructTree(app), () => true)).toThrow('loose: is part of a dependency, but not in a chart.');
});
