import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ConstructTree } from '../../../lib/synth/private/construct-tree';
import { dependenciesOf } from '../../../lib/synth/private/dependencies';
import { orderObjects } from '../../../lib/synth/private/object-order';

function chart(): Chart {
  return new Chart(Testing.app(), 'chart');
}

function object(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap' });
}

function ordered(root: Chart): string[] {
  const tree = new ConstructTree(root);
  return orderObjects(tree.entries, dependenciesOf(tree)).map(({ node }) => node.path.slice('chart/'.length));
}

test('objects keep the order of their creation', () => {
  const root = chart();
  ['b', 'a'].forEach(id => object(root, id));
  expect(ordered(root)).toEqual(['b', 'a']);
});

test('a dependency between two constructs orders all objects below them', () => {
  const root = chart();
  const [consumer, provider] = [new Construct(root, 'consumer'), new Construct(root, 'provider')];
  ['1', '2'].forEach(id => object(consumer, id));
  ['1', '2'].forEach(id => object(provider, id));
  consumer.node.addDependency(provider);
  expect(ordered(root)).toEqual(['provider/1', 'provider/2', 'consumer/1', 'consumer/2']);
});

test('an object may depend on all others around it', () => {
  const root = chart();
  const first = object(root, 'first');
  object(root, 'other');
  first.addDependency(root);
  expect(ordered(root)).toEqual(['other', 'first']);
});

test('the others around an object may depend on it', () => {
  const root = chart();
  object(root, 'other');
  root.addDependency(object(root, 'last'));
  expect(ordered(root)).toEqual(['last', 'other']);
});

test('fails when two objects depend on all that is around both', () => {
  const root = chart();
  const pair = new Construct(root, 'pair');
  ['1', '2'].forEach(id => object(pair, id));
  object(root, 'third');
  pair.node.addDependency(root);
  expect(() => ordered(root)).toThrow('Dependency cycle detected: chart/pair/1 => chart/pair/2 => chart/pair/1. Remove one of these dependencies.');
});

test('a cycle through groups is shown by its objects', () => {
  const root = chart();
  const [a, b] = [new Construct(root, 'a'), new Construct(root, 'b')];
  [a, b].forEach(scope => object(scope, 'object'));
  object(a, 'object2').addDependency(b);
  b.node.addDependency(a);
  expect(() => ordered(root)).toThrow('Dependency cycle detected: chart/a/object2 => chart/b/object => chart/a/object2. Remove one of these dependencies.');
});

test('500 dependencies between 2,000 objects each stay far from their product', () => {
  const root = chart();
  const [consumer, provider] = [new Construct(root, 'consumer'), new Construct(root, 'provider')];
  for (let index = 0; index < 2_000; index += 1) {
    object(provider, `p${index}`);
    object(consumer, `c${index}`);
  }
  for (let index = 0; index < 500; index += 1) {
    new Construct(consumer, `g${index}`).node.addDependency(provider);
  }
  consumer.node.addDependency(provider);
  expect(ordered(root).indexOf('consumer/c0')).toBe(2_000);
});
