import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshApp } from '../../lib';
import { Environment } from '../../lib/synth/environment';

test('an environment is a scope with its name', () => {
  const app = new MeshApp();
  const dev = app.environment('dev');
  expect([dev.name, dev.node.path, new Chart(dev, 'shop').node.path]).toEqual(['dev', 'dev', 'dev/shop']);
});

test('the environment of a construct is found from below, and is undefined outside of any', () => {
  const app = new MeshApp();
  const dev = app.environment('dev');
  expect(Environment.of(new Construct(new Chart(dev, 'shop'), 'part'))).toBe(dev);
  expect(Environment.of(new Chart(app, 'common'))).toBeUndefined();
});

test('the app lists its environments in the order of their creation', () => {
  const app = new MeshApp();
  app.environment('prod');
  new Chart(app, 'common');
  app.environment('dev');
  expect(app.environments.map(({ name }) => name)).toEqual(['prod', 'dev']);
});

test('anything may be asked whether it is an environment', () => {
  expect([null, undefined, 'dev', {}, Testing.app(), new MeshApp().environment('dev')].map(Environment.isEnvironment))
    .toEqual([false, false, false, false, false, true]);
});

test.each([
  ['Dev', 'dev'], ['../etc', 'etc'], ['a/b', 'a-b'], ['', 'dev'], ['.', 'dev'], ['-x-', 'x'], ['a'.repeat(64), 'a'.repeat(63)], ['größe', 'gr-e'], ['a\0b', 'a-b'],
])('fails on the name %j and suggests %j', (name, suggestion) => {
  expect(() => new MeshApp().environment(name)).toThrow(`environment "${name}": the name becomes a folder below the output folder, so it must consist of lowercase letters, digits and inner hyphens, at most 63 characters. Use a name such as "${suggestion}".`);
});

test('asking for an environment again gives the same one', () => {
  const app = new MeshApp();
  expect(app.environment('dev')).toBe(app.environment('dev'));
  expect(app.environments.map(({ name }) => name)).toEqual(['dev']);
});

test('fails when an environment is constructed twice', () => {
  const app = new MeshApp();
  app.environment('dev');
  expect(() => new Environment(app, 'dev')).toThrow('environment "dev": already exists. Get it with app.environment("dev").');
});
