import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ConstructTree } from '../../../lib/synth/private/construct-tree';

function sample() {
  const app = Testing.app();
  const group = new Construct(app, 'group');
  const outer = new Chart(group, 'outer');
  const object = new ApiObject(outer, 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  const inner = new Chart(outer, 'inner');
  const deep = new Construct(inner, 'deep');
  const last = new Chart(app, 'last');
  return { app, group, outer, object, inner, deep, last, tree: new ConstructTree(app) };
}

test('constructs stand in the order of findAll', () => {
  const { app, tree } = sample();
  expect(tree.entries.map(({ construct }) => construct)).toEqual(app.node.findAll());
  expect(tree.entries.map(({ index }) => index)).toEqual(tree.entries.map((_, position) => position));
});

test('an entry knows the nearest chart', () => {
  const { tree, group, outer, object, inner, deep } = sample();
  expect([group, outer, object, inner, deep].map(construct => tree.find(construct)?.chart)).toEqual([undefined, outer, outer, inner, inner]);
});

test('a subtree is a slice', () => {
  const { tree, group, outer, object, inner, deep } = sample();
  const { index, end } = tree.find(group)!;
  expect(tree.entries.slice(index, end).map(({ construct }) => construct)).toEqual([group, outer, object, inner, deep]);
});

test('a construct of another tree is not found', () => {
  expect(sample().tree.find(sample().outer)).toBeUndefined();
});

test('a tree 20,000 deep needs no call stack', () => {
  const app = Testing.app();
  let scope: Construct = app;
  for (let depth = 0; depth < 20_000; depth += 1) {
    // The path of a construct is computed from all its scopes, so ids are kept out of the way: only the walk is looked at.
    scope = { node: { children: [scope] } } as unknown as Construct;
  }
  expect(new ConstructTree(scope).entries).toHaveLength(20_001);
});
