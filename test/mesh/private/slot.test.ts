import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { isInSlot, Slot } from '../../../lib/mesh/private/slot';

test('an object comes with the first use of its place, and only once', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const slot = new Slot(chart, 'rules', place => new ApiObject(place, 'Default', { apiVersion: 'v1', kind: 'ConfigMap' }));
  expect(chart.toJson()).toEqual([]);
  expect(slot.fill()).toBe(slot.fill());
  expect(chart.toJson()).toHaveLength(1);
});

test('objects stand in the order of their places, whichever comes first', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const [first, second] = ['first', 'second'].map(name => new Slot(chart, name, place => new ApiObject(place, 'Default', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })));
  second.fill();
  first.fill();
  expect((chart.toJson()).map(({ metadata: { name } }) => name)).toEqual(['first', 'second']);
});

test('what stands in a place is told from what users put beside it', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const create = (place: Construct): ApiObject => new ApiObject(place, 'Default', { apiVersion: 'v1', kind: 'ConfigMap' });
  expect([new Slot(chart, 'rules', create).fill(), create(chart)].map(isInSlot)).toEqual([true, false]);
});
