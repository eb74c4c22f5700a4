import { installedGateway } from '../../../lib/inspect/mesh/installed-gateway';
import { objectSet } from '../../support/object-set';

test.each([
  ['as Istio names it', undefined, 'istio-ingressgateway'],
  ['as the mesh config names it', { ingressService: 'edge' }, 'edge'],
  ['not at all, where there is none', { ingressControllerMode: 'OFF' }, undefined],
])('an installation brings a gateway: %s', (_, meshConfig, expected) => {
  expect(installedGateway(objectSet('', { meshConfig }))?.service).toBe(expected);
});

test.each([
  ['an IstioOperator', '{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, metadata: {name: mesh, namespace: istio-system}, spec: {components: {ingressGateways: [{name: istio-ingressgateway, namespace: edge}]}}}', []],
  ['whoever vouches for its Deployment', '', ['Deployment edge/istio-ingressgateway']],
])('its pods are where %s has them', (_, yaml, assumed) => {
  expect(installedGateway(objectSet(yaml, { assumed }))?.namespace).toBe('edge');
});
