import { IstioRelease } from '../../../lib';
import { hasReached } from '../../../lib/istio/private/has-reached';

test.each<[IstioRelease, IstioRelease, boolean]>([
  [IstioRelease.V1_24, IstioRelease.V1_25, false],
  [IstioRelease.V1_25, IstioRelease.V1_25, true],
  [IstioRelease.V1_31, IstioRelease.V1_25, true],
])('%s is %s or later: %s', (release, other, expected) => {
  expect(hasReached(release, other)).toBe(expected);
});
