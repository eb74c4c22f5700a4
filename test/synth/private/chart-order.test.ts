import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { orderCharts } from '../../../lib/synth/private/chart-order';
import { ConstructTree } from '../../../lib/synth/private/construct-tree';
import { dependenciesOf } from '../../../lib/synth/private/dependencies';

function ordered(...charts: Chart[]): string[] {
  return orderCharts(charts, dependenciesOf(new ConstructTree(charts[0].node.root))).map(({ node }) => node.path);
}

test('charts that do not depend on each other keep their order', () => {
  const app = Testing.app();
  expect(ordered(new Chart(app, 'b'), new Chart(app, 'a'))).toEqual(['b', 'a']);
});

test('a chart comes after what it depends on, what it holds, and what its parts depend on', () => {
  const app = Testing.app();
  const [own, ofPart] = [new Chart(app, 'own'), new Chart(app, 'of-part')];
  const first = new Chart(app, 'first');
  const child = new Chart(first, 'child');
  new Construct(first, 'part').node.addDependency(ofPart);
  first.addDependency(own);

  expect(ordered(first, child, own, ofPart)).toEqual(['own', 'first/child', 'of-part', 'first']);
});

test('fails when a chart depends on the chart that holds it, and shows the circle', () => {
  const app = Testing.app();
  const parent = new Chart(app, 'parent');
  const child = new Chart(parent, 'child');
  child.addDependency(parent);
  expect(() => ordered(parent, child)).toThrow('Dependency cycle detected: parent => parent/child => parent. Remove one of these dependencies.');
});
