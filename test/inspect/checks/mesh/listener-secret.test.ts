import { listenerSecretCheck } from '../../../../lib/inspect/checks/mesh/listener-secret';
import { kube, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const gateway = (reference: string, place = 'shop/edge'): string => (
  kube(`Gateway ${place}`, `{gatewayClassName: istio, listeners: [{name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [${reference}]}}]}`)
);
const secret = (place: string): string => kube(`Secret ${place}`);
const told = (name: string): string[] => [`error spec.listeners[0].tls.certificateRefs[0].name: Secret ${name} is not in the input; without it, the listener serves nothing`];

ruleCases(listenerSecretCheck, [
  ['a Secret that is not there', together(gateway('{name: cert}'), secret('shop/other')), told('shop/cert')],
  ['a Secret of another namespace', together(gateway('{name: cert}'), secret('shop/other'), secret('lab/cert')), told('shop/cert')],
  ['a namespace that is said', together(gateway('{name: cert, namespace: certs, kind: Secret, group: ""}'), secret('shop/cert'), secret('certs/other')), told('certs/cert')],
  ['an input that is everything', gateway('{name: cert}'), told('shop/cert'), { complete: true }],
], [
  ['a Secret that is there', together(gateway('{name: cert}'), secret('shop/cert'))],
  ['a Secret that cert-manager makes', together(gateway('{name: cert}'), kube('Certificate shop/a', '{secretName: cert}')), { complete: true }],
  ['a Gateway that asks cert-manager', gateway('{name: cert}', 'shop/edge annotations: {cert-manager.io/cluster-issuer: letsencrypt}'), { complete: true }],
  ['what is no Secret', gateway('{name: cert, kind: ClusterTrustBundle, group: certificates.k8s.io}'), { complete: true }],
  ['a reference without a name', gateway('{}'), { complete: true }],
  ['a Secret that is elsewhere', gateway('{name: cert}'), { complete: true, assumed: ['Secret shop/cert'] }],
]);

test('of a namespace whose Secrets are not shown nothing is known', () => {
  expect(undecidedBy(listenerSecretCheck, gateway('{name: cert}'))).toEqual(['Secret shop/cert']);
});
