import { IstioRelease } from '../../../lib/istio/istio-release';
import { knowsSeccomp } from '../../../lib/istio/private/seccomp-release';

test('proxies can be told to name a seccomp profile from Istio 1.28 on', () => {
  expect(Object.values(IstioRelease).filter(knowsSeccomp)).toEqual(['1.28', '1.29', '1.30', '1.31']);
});
