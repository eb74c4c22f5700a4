import { installedGateway } from '../../../lib/inspect/mesh/installed-gateway';
import { objectSet } from '../../support/object-set';

test.each([
  ['as Istio names it', undefined, 'istio-ingressgateway'],
  ['as the mesh config names it', { ingressService: 'edge' }, 'edge'],
  ['not at all, where there is none', { ingressControllerMode: 'OFF' }, undefined],
])('an installation brings a gateway: %s', (_, meshConfig, expected) => {
  expect(installedGateway(objectSet('', { meshConfig }))?.service).toBe(expected);
});
