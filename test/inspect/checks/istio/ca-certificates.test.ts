import { caCertificatesCheck } from '../../../../lib/inspect/checks/istio/ca-certificates';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [caCertificatesCheck];
const rule = (policy: string, more = ''): string => yamlObject(TYPES.destinationRule, 'shop/api', `spec: {host: api, trafficPolicy: {${policy}}${more}}`);
const port = (tls: string): string => `portLevelSettings: [{port: {number: 443}, tls: {${tls}}}]`;
const whole = 'IST0128 tls-without-ca | DestinationRule shop/api | spec.trafficPolicy.tls | TLS to api has no caCertificates, so it is verified with the CAs of the proxy image';
const ofPort = 'IST0129 port-tls-without-ca | DestinationRule shop/api | spec.trafficPolicy.portLevelSettings[0].tls | TLS to port 443 of api has no caCertificates, so it is verified with the CAs of the proxy image';
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

test.each([
  ['1.20', 'mode: SIMPLE', 'TLS to api trusts any certificate'],
  ['1.21', 'mode: SIMPLE', 'TLS to api has no caCertificates, so it is verified with the CAs of the proxy image'],
  ['1.30', 'mode: SIMPLE, insecureSkipVerify: true', 'TLS to api trusts any certificate, as insecureSkipVerify says'],
])('in Istio %s, of {%s}: %s', (istioRelease, tls, message) => {
  expect(judge(rule(`tls: {${tls}}`), { checks, istioRelease }).findings.map(finding => finding.message)).toEqual([message]);
});
