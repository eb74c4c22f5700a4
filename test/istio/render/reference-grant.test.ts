import { ReferenceGrant } from '../../../imports/gateway.networking.k8s.io';
import { referenceGrantSpec } from '../../../lib/istio/render/reference-grant';
import { refusals } from '../../support/valid';

test('[F022] a grant names who may refer to which Services', () => {
  const spec = referenceGrantSpec({ from: 'istio-ingress', services: ['orders', 'web'] }, 'edge/grant');
  expect(spec).toEqual({
    from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'istio-ingress' }],
    to: [{ group: '', kind: 'Service', name: 'orders' }, { group: '', kind: 'Service', name: 'web' }],
  });
  expect(refusals({ 'grant.yaml': JSON.stringify(ReferenceGrant.manifest({ metadata: { name: 'edge' }, spec })) })).toEqual([]);
});

test('fails on more Services than one grant names', () => {
  expect(() => referenceGrantSpec({ from: 'istio-ingress', services: Array.from({ length: 17 }, (_, number) => `s${number}`) }, 'edge/grant')).toThrow(new Error(
    'edge/grant: routes of "istio-ingress" use 17 Services, but a ReferenceGrant allows at most 16. Render the grants yourself and set grantedNamespaces, or expose the services through IngressGateway.fromName in a chart of their namespace.',
  ));
});
