import { byAge, olderOf } from '../../../lib/inspect/mesh/age';
import { Resource } from '../../../lib/inspect/mesh/resource';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const object = (place: string, created: string): Resource => objectSet(kube(`Service ${place}`)
  .replace('metadata: {', `metadata: {creationTimestamp: ${created}, `)).all[0];

const [old, young, undated] = [object('shop/z', '2020-01-01T00:00:00Z'), object('shop/a', '2024-01-01T00:00:00Z'), object('shop/a', 'null')];

test.each<[string, Resource, Resource, number]>([
  ['the older one', old, young, -1],
  ['the younger one', young, old, 1],
  ['one with a date, since the other is not there yet,', old, undated, -1],
  ['of one age, the first by name', object('shop/a', 'null'), object('lab/b', 'null'), -1],
  ['of one age and name, the first by namespace', object('shop/a', 'null'), object('lab/a', 'null'), 1],
  ['a date that is none is as good as no date:', object('shop/a', 'yesterday'), object('shop/b', 'null'), -1],
  ['neither of the same', old, old, 0],
])('%s comes first', (_, one, other, order) => {
  expect(byAge(one, other)).toBe(order);
});

test('the older one is known where both have a date', () => {
  expect([olderOf(young, old), olderOf(old, young), olderOf(old, undated), olderOf(undated, old)]).toEqual([old, old, undefined, undefined]);
});
