import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { pathBelow } from '../../../lib/mesh/private/path-below';

test('the path is the one that the construct will have, below an app, too', () => {
  const app = new App();
  const chart = new Chart(app, 'shop');
  expect([pathBelow(app, 'web'), pathBelow(chart, 'web')]).toEqual(['web', new Construct(chart, 'web').node.path]);
});
