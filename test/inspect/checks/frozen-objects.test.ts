import { freezeObject, freezeSet } from '../../../lib/inspect/checks/frozen-objects';
import { meshConfig } from '../../../lib/inspect/mesh/mesh-config';
import { objectSet } from '../../support/object-set';

test('of a set nothing can be changed: objects to their depth, lists of a kind, mesh config and settings', () => {
  const set = objectSet('apiVersion: v1\nkind: Service\nmetadata: {name: orders, labels: {app: orders}}\nspec: {ports: [{port: 80}]}\n');
  const [service] = set.of('Service');

  freezeSet(set);

  const parts = [service, service.reference, service.root, service.spec.at('ports', 0).value, service.labels, set.of('Service'), meshConfig(set).at('defaultConfig').value, set.settings];
  expect(parts.map(part => Object.isFrozen(part))).toEqual(parts.map(() => true));
  expect(service.labels).toEqual({ app: 'orders' });
});

test('a value that stands in several places, or goes very deep, is frozen too', () => {
  const [map] = objectSet('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: orders}\ndata: &data {a: b}\nmore: *data\n').of('ConfigMap');
  const bottom = {};
  (map.root.at('data').value as { a: unknown }).a = Array.from({ length: 100_000 }).reduce(below => [below], bottom);

  freezeObject(map);

  expect([map.root.at('more').value, bottom].map(part => Object.isFrozen(part))).toEqual([true, true]);
});
