import { apiVersionOf, isVersion, likeliest, versionsOf } from '../../../../lib/inspect/schema/check/api-versions';

const kind = (...names: readonly string[]) => ({ scope: 'Cluster', versions: Object.fromEntries(names.map(name => [name, {}])) }) as const;

test('the core group has no name', () => {
  expect([apiVersionOf('', 'v1'), apiVersionOf('apps', 'v1')]).toEqual(['v1', 'apps/v1']);
});

test('a version has a number, and may have a stage', () => {
  expect(['v1', 'V1', 'v2beta3', 'v1alpha1'].filter(text => !isVersion(text))).toEqual([]);
  expect(['', 'v', 'apps', 'v1beta', 'v1gamma1', 'example.com'].filter(isVersion)).toEqual([]);
});

test('versions come in the order in which Kubernetes prefers them', () => {
  expect(versionsOf(kind('foo10', 'v1', 'v11alpha2', 'v2', 'v3beta1', 'v10', 'v12alpha1', 'v11beta2', 'foo1', 'v10beta3')))
    .toEqual(['v10', 'v2', 'v1', 'v11beta2', 'v10beta3', 'v3beta1', 'v12alpha1', 'v11alpha2', 'foo1', 'foo10']);
});

test('those that a release of Istio does not serve are left out', () => {
  const versions = { v1: { since: '1.22' }, v1beta1: {}, v1alpha1: { last: '1.21' } };
  const of = (release?: string): readonly string[] => versionsOf({ scope: 'Cluster', versions }, release);
  expect([of(), of('1.21'), of('1.22')]).toEqual([['v1', 'v1beta1', 'v1alpha1'], ['v1beta1', 'v1alpha1'], ['v1', 'v1beta1']]);
});

test('the likeliest version is the same in another letter case, or else the best', () => {
  expect([likeliest(['v1', 'v1beta1'], 'V1Beta1'), likeliest(['v1', 'v1beta1'], 'v2'), likeliest([], 'v1')]).toEqual(['v1beta1', 'v1', undefined]);
});
