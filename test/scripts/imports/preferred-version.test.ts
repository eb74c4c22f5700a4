import { preferredVersion } from '../../../scripts/imports/preferred-version';
import { version, widgetCrd } from '../../support/widget-crd';

const preferredOf = (...names: string[]): string => preferredVersion(widgetCrd({ versions: names.map(name => version(name)) })).name;

// The example in Kubernetes' documentation of CustomResourceDefinition versions, "Version priority", with a v1alpha1 in its place.
const priority = ['v10', 'v2', 'v1', 'v11beta2', 'v10beta3', 'v3beta1', 'v12alpha1', 'v11alpha2', 'v1alpha1', 'foo1', 'foo10'];

test.each(priority.map((name, i) => [name, priority.slice(i)] as const))('%s comes before what follows it in the documentation of Kubernetes', (name, rest) => {
  expect(preferredOf(...rest)).toBe(name);
  expect(preferredOf(...[...rest].reverse())).toBe(name);
});

test('a version that is not served is not preferred, however new it is', () => {
  const versions = [{ ...version('v2'), served: false }, version('v1alpha1'), version('v1beta1')];
  expect(preferredVersion(widgetCrd({ versions })).name).toBe('v1beta1');
});
