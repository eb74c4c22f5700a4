import { App, Chart } from 'cdk8s';
import { claim, ownerOf } from '../../../lib/mesh/private/claim';
import { MeshApp } from '../../../lib/synth/mesh-app';

test('the first construct of an app that claims a thing stays its owner', () => {
  const app = new App();
  const [first, second] = ['first', 'second'].map(id => new Chart(app, id));
  expect([claim('a', first), claim('a', second), claim('a', first), claim('b', second)]).toEqual([first, first, first, second]);
});

test('environments have owners of their own', () => {
  const app = new MeshApp();
  const [dev, prod] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop'));
  expect([claim('a', dev), claim('a', prod)]).toEqual([dev, prod]);
  expect(claim('a', new Chart(app.environment('dev'), 'other'))).toBe(dev);
});

test('the owner of a thing can be asked for from its environment, and nowhere else', () => {
  const app = new MeshApp();
  const [dev, prod] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop'));
  claim('a', dev);
  expect([ownerOf('a', new Chart(app.environment('dev'), 'other')), ownerOf('b', dev), ownerOf('a', prod)]).toEqual([dev, undefined, undefined]);
});
