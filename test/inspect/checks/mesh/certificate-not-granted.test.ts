import { certificateNotGrantedCheck } from '../../../../lib/inspect/checks/mesh/certificate-not-granted';
import { judge } from '../../../support/judge';
import { kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const gateway = (reference = '{name: cert, namespace: certs}'): string => (
  kube('Gateway shop/edge', `{gatewayClassName: istio, listeners: [{name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [${reference}]}}]}`)
);
const secret = kube('Secret certs/cert');
const grant = (to = '{group: "", kind: Secret}', from = 'kind: Gateway, namespace: shop', group = 'gateway.networking.k8s.io'): string => (
  kube('ReferenceGrant certs/gateways', `{from: [{group: ${group}, ${from}}], to: [${to}]}`)
);
const told = [
  'error spec.listeners[0].tls.certificateRefs[0].namespace: no ReferenceGrant in certs allows Gateways in shop to use the Secret cert, so the listener serves nothing',
];

ruleCases(certificateNotGrantedCheck, [
  ['a Secret that nobody lets be used', together(gateway(), secret), told],
  ['a Secret that is to be there', together(gateway(), kube('Certificate certs/a', '{secretName: cert}')), told],
  ['a namespace of which something else is shown', together(gateway(), service('certs/web')), told],
  ['a Secret that is said to be there', gateway(), told, { assumed: ['Secret certs/cert'] }],
  ['a grant for another Secret', together(gateway(), secret, grant('{group: "", kind: Secret, name: other}')), told],
  ['a grant for Services', together(gateway(), secret, grant('{group: "", kind: Service}')), told],
  ['a grant for Gateways of another namespace', together(gateway(), secret, grant(undefined, 'kind: Gateway, namespace: lab')), told],
  ['a grant for Secrets of a group that there is not', together(gateway(), secret, grant('{group: core, kind: Secret}')), told],
  ['a grant for Gateways of Istio', together(gateway(), secret, grant(undefined, undefined, 'networking.istio.io')), told],
  ['a grant for routes', together(gateway(), secret, grant(undefined, 'kind: HTTPRoute, namespace: shop')), told],
], [
  ['a grant for all', together(gateway(), secret, grant())],
  ['a grant for this one', together(gateway(), secret, grant('{group: "", kind: Secret, name: cert}'))],
  ['a grant that is said to be elsewhere', together(gateway(), secret), { complete: true, assumed: ['ReferenceGrant certs/gateways'] }],
  ['a Secret beside the Gateway', together(gateway('{name: cert}'), gateway('{name: cert, namespace: shop}')), { complete: true }],
  ['a Secret that is missing, of which MESH105 speaks', gateway(), { complete: true }],
]);

test.each([
  ['to be made', secret, 'add a ReferenceGrant to certs, from the Gateways of shop to the Secret'],
  ['to be corrected', together(secret, grant('{group: core, kind: Secret}')), 'in ReferenceGrant certs/gateways write spec.to[0].group: ""'],
])('the grant is %s', (_, objects, repair) => {
  expect(judge(together(gateway(), objects), { checks: [certificateNotGrantedCheck] }).findings.map(finding => finding.repair)).toEqual([repair]);
});

test('of a namespace that is not shown nothing is known', () => {
  expect(undecidedBy(certificateNotGrantedCheck, gateway())).toEqual(['namespace certs']);
});
