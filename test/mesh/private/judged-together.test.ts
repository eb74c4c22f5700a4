import { ApiObject, App, Chart } from 'cdk8s';
import { MeshApp } from '../../../lib';
import { judgeTogether } from '../../../lib/mesh/private/judged-together';
import { whileSettled } from '../../../lib/mesh/private/settled';

const KIND = Symbol('kind');
const namesOf = (all: readonly string[], objects: readonly ApiObject[]): string[] => [`${all.join(', ')}: ${objects.map(({ name }) => name).join(', ')}`];

function map(chart: Chart, name: string): ApiObject {
  return new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
}

test('all of a kind are judged at once, with all objects of the app, and by the app', () => {
  const app = new App();
  const [one, other] = ['one', 'other'].map(id => new Chart(app, id));
  judgeTogether(one, KIND, 'first', namesOf);
  judgeTogether(other, KIND, 'second', namesOf);
  map(one, 'a');
  map(other, 'b');

  expect([app, one, other].map(each => each.node.validate())).toEqual([['first, second: a, b'], [], []]);
});

test('those of each environment are judged apart', () => {
  const app = new MeshApp();
  const [dev, prod] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop'));
  [dev, prod].forEach((chart, index) => judgeTogether(chart, KIND, `said ${index}`, namesOf));
  map(dev, 'a');
  map(prod, 'b');

  expect(app.environments.map(({ node }) => node.validate())).toEqual([['said 0: a'], ['said 1: b']]);
  expect(app.node.validate()).toEqual([]);
});

test('objects that come later are seen the next time, but in a settled tree', () => {
  const app = new App();
  const chart = new Chart(app, 'shop');
  judgeTogether(chart, KIND, 'said', namesOf);
  const problems = (): string[] => app.node.validate();

  whileSettled(app, () => {
    map(chart, 'a');
    expect(problems()).toEqual(['said: a']);
    map(chart, 'b');
    expect(problems()).toEqual(['said: a']);
  });
  expect(problems()).toEqual(['said: a, b']);
});
