import { CycleError, DependencyGraph } from '../../../lib/synth/private/dependency-graph';

function graphOf(size: number, edges: readonly (readonly [number, number])[]): DependencyGraph {
  const graph = new DependencyGraph(size);
  edges.forEach(([from, to]) => graph.addEdge(from, to));
  return graph;
}

test('vertices without edges keep their order', () => {
  expect(graphOf(3, []).order()).toEqual([0, 1, 2]);
});

test('a vertex comes after all that it depends on, in the order of its edges', () => {
  expect(graphOf(4, [[0, 3], [0, 1]]).order()).toEqual([3, 1, 0, 2]);
});

test('what others depend on waits until the first of them needs it', () => {
  expect(graphOf(3, [[2, 0]]).order()).toEqual([1, 0, 2]);
});

test('a group stands for its members', () => {
  const graph = new DependencyGraph(4);
  const group = graph.addGroup([2, 3]);
  graph.addEdge(0, group);
  expect(graph.order().filter(vertex => vertex < 4)).toEqual([2, 3, 0, 1]);
});

test('a chain of 100,000 dependencies needs no call stack', () => {
  const size = 100_000;
  const graph = graphOf(size, Array.from({ length: size - 1 }, (_, index) => [index, index + 1] as const));
  expect(graph.order().slice(0, 3)).toEqual([size - 1, size - 2, size - 3]);
});

test('a ladder of diamonds takes time in its edges, not in its paths', () => {
  const steps = 60;
  const graph = graphOf(3 * steps + 1, Array.from({ length: steps }, (_, step) => step * 3).flatMap(top =>
    [[top, top + 1], [top, top + 2], [top + 1, top + 3], [top + 2, top + 3]] as const));
  expect(graph.order()).toHaveLength(3 * steps + 1);
});

test.each([
  ['of two', 2, [[0, 1], [1, 0]], [0, 1, 0]],
  ['on itself', 1, [[0, 0]], [0, 0]],
  ['that a vertex outside of it leads into', 3, [[0, 1], [1, 2], [2, 1]], [1, 2, 1]],
] as const)('fails on a cycle %s and names its vertices', (_, size, edges, cycle) => {
  let error: unknown;
  try {
    graphOf(size, edges).order();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(CycleError);
  expect((error as CycleError).cycle).toEqual(cycle);
});
