import { caCertificatesCheck } from '../../../../lib/inspect/checks/istio/ca-certificates';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [caCertificatesCheck];
const rule = (policy: string, more = ''): string => yamlObject(TYPES.destinationRule, 'shop/api', `spec: {host: api, trafficPolicy: {${policy}}${more}}`);
const port = (tls: string): string => `portLevelSettings: [{port: {number: 443}, tls: {${tls}}}]`;
const whole = 'IST0128 tls-without-ca | DestinationRule shop/api | spec.trafficPolicy.tls | TLS to api trusts any certificate';
const ofPort = 'IST0129 port-tls-without-ca | DestinationRule shop/api | spec.trafficPolicy.portLevelSettings[0].tls | TLS to port 443 of api trusts any certificate';
const selecting = ', workloadSelector: {matchLabels: {app: cart}}';

test.each([
  ['of a host', rule('tls: {mode: SIMPLE}'), [whole]],
  ['of a host, with a certificate of its own', rule('tls: {mode: MUTUAL, clientCertificate: /c, privateKey: /k}'), [whole]],
  ['of a port', rule(port('mode: SIMPLE')), [ofPort]],
  ['of both', rule(`tls: {mode: SIMPLE}, ${port('mode: MUTUAL')}`), [whole, ofPort]],
  ['of a host, with a Secret that no workload reads', rule('tls: {mode: SIMPLE, credentialName: ca}'), [whole]],
  ['of a host with an authority', rule('tls: {mode: SIMPLE, caCertificates: system}'), []],
  ['of a host, with a Secret that workloads read', rule(`tls: {mode: SIMPLE, credentialName: ca}, ${port('mode: SIMPLE, credentialName: ca')}`, selecting), []],
  ['of the mesh', rule(`tls: {mode: ISTIO_MUTUAL}, ${port('mode: DISABLE')}`), []],
  ['of a subset, which istioctl leaves out', rule('', ', subsets: [{name: v1, trafficPolicy: {tls: {mode: SIMPLE}}}]'), []],
])('[F139] TLS is that %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});
