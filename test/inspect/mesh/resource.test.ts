import { Resource } from '../../../lib/inspect/mesh/resource';
import { objectSet } from '../../support/object-set';

const YAML = ['a', 'b'].map(name => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`).join('---\n');

test('each of several answers is worked out once for each object, also one that is nothing', () => {
  const asked: string[] = [];
  const nameOf = Resource.oncePer(({ name }) => {
    asked.push(name);
    return name;
  });
  const nothingOf = Resource.oncePer(({ name }) => {
    asked.push(`nothing of ${name}`);
    return undefined;
  });
  const services = objectSet(YAML).of('Service');

  expect([...services, ...services].map(service => [nameOf(service), nothingOf(service)])).toEqual([
    ['a', undefined], ['b', undefined], ['a', undefined], ['b', undefined],
  ]);
  expect(asked).toEqual(['a', 'nothing of a', 'b', 'nothing of b']);
});

test('an answer is kept of an object that is frozen, too', () => {
  const nameOf = Resource.oncePer(({ name }) => name);
  const [service] = objectSet(YAML).of('Service');
  Object.freeze(service);
  expect(nameOf(service)).toBe('a');
});
