import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ConstructTree } from '../../../lib/synth/private/construct-tree';
import { dependenciesOf } from '../../../lib/synth/private/dependencies';

test('dependencies are listed in tree order of their sources, with the charts of both ends', () => {
  const app = Testing.app();
  const [a, b] = [new Chart(app, 'a'), new Chart(app, 'b')];
  const part = new Construct(a, 'part');
  b.addDependency(part);
  part.node.addDependency(b);

  expect(dependenciesOf(new ConstructTree(app)).map(({ source, target }) => [source.construct, source.chart, target.construct, target.chart]))
    .toEqual([[part, a, b, b], [b, b, part, a]]);
});

test('a dependency on a construct of another app orders nothing', () => {
  const app = Testing.app();
  new Chart(app, 'a').addDependency(new Chart(Testing.app(), 'elsewhere'));
  expect(dependenciesOf(new ConstructTree(app))).toEqual([]);
});

test.each(['source', 'target'])('fails when the %s is in no chart', end => {
  const app = Testing.app();
  const chart = new Chart(app, 'a');
  const loose = new Construct(app, 'loose');
  const [source, target] = end === 'source' ? [loose, chart] : [chart, loose];
  source.node.addDependency(target);
  expect(() => dependenciesOf(new ConstructTree(app)))
    .toThrow('loose: is part of a dependency, but not in a chart. Create it inside a chart, or depend on the charts below it.');
});
