import { Istio, IstioRelease } from '../../lib';

test('says its release', () => {
  expect([Istio.mesh(), Istio.mesh({ release: IstioRelease.V1_26 })].map(({ description }) => description)).toEqual(['Istio 1.30', 'Istio 1.26']);
});
