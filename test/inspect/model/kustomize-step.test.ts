import { affixed, AS_CALLED, isPatch, Naming, namingOf, Patch, renamed } from '../../../lib/inspect/model/kustomize-step';

const patch: Patch = { matches: () => true, places: [] };
const dev: Naming = { namespace: 'dev', prefix: 'dev-', suffix: '' };
const prod: Naming = { namespace: undefined, prefix: 'prod-', suffix: '-x' };

test('the last namespace counts, and names grow outwards', () => {
  expect(namingOf([dev, patch, prod])).toEqual({ namespace: 'dev', prefix: 'prod-dev-', suffix: '-x' });
  expect(namingOf([prod, { ...dev, suffix: '-y' }])).toEqual({ namespace: 'dev', prefix: 'dev-prod-', suffix: '-x-y' });
  expect(namingOf([patch])).toEqual(AS_CALLED);
});

test('what an object is called is what it was called before with all this', () => {
  expect(renamed(renamed({ name: 'web', namespace: undefined }, dev), prod)).toEqual({ name: 'prod-dev-web-x', namespace: 'dev' });
  expect(renamed({ name: undefined, namespace: 'shop' }, prod)).toEqual({ name: undefined, namespace: 'shop' });
  expect(affixed('web', prod)).toBe('prod-web-x');
});

test('a patch is no naming', () => {
  expect([patch, dev].map(isPatch)).toEqual([true, false]);
});
