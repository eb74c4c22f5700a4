import { meshConfigCheck } from '../../../../../lib/inspect/checks/webhook/mesh-config/mesh-config';
import { Subject, webhookWords } from '../../../../support/webhook-words';

const subject: Subject = { check: meshConfigCheck, apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator' };

describe('a mesh config', () => {
  test.each<[string, string, string[]]>([
    ['ports that are none', 'meshConfig: {proxyListenPort: 0}', [
      'port-number | spec.meshConfig.proxyListenPort | 0 is not a valid port',
    ]],
    ['times that are too long, and too fine', 'meshConfig: {connectTimeout: 61m, protocolDetectionTimeout: 100us}', [
      'mesh-protocol-detection-timeout | spec.meshConfig.protocolDetectionTimeout | 100us is not a whole number of milliseconds',
      'mesh-connect-timeout | spec.meshConfig.connectTimeout | 61m is longer than an hour',
    ]],
    ['a time that is too short', 'meshConfig: {connectTimeout: 0s}', [
      'duration | spec.meshConfig.connectTimeout | 0s is not 1 ms or more in whole milliseconds',
    ]],
    ['hosts that are none', 'meshConfig: {serviceSettings: [{hosts: [a_b, "*.shop"]}]}', [
      'wildcard-host-name | spec.meshConfig.serviceSettings[0].hosts[0] | "a_b" is not a DNS name',
    ]],
    ['trust domains that are none', 'meshConfig: {trustDomain: "", trustDomainAliases: [a_b, a..b, a.b]}', [
      'mesh-trust-domain | spec.meshConfig.trustDomain | "" is not a valid trust domain',
      'mesh-trust-domain | spec.meshConfig.trustDomainAliases[1] | "a..b" is not a valid trust domain',
      'mesh-trust-domain | spec.meshConfig.trustDomainAliases[0] | "a_b" is not a valid trust domain',
    ]],
    ['curves within the mesh', 'meshConfig: {meshMTLS: {ecdhCurves: [P-256]}}', [
      'mesh-mtls-curves | spec.meshConfig.meshMTLS.ecdhCurves | the curves in the mesh are fixed',
    ]],
    ['curves that are none, and that are there twice', 'meshConfig: {tlsDefaults: {ecdhCurves: [P-256, P-1, P-256]}}', [
      'mesh-curve-twice | spec.meshConfig.tlsDefaults.ecdhCurves[2] | the curve P-256 is already named',
      'mesh-curve-unknown | spec.meshConfig.tlsDefaults.ecdhCurves[1] | unknown curve "P-1"',
    ]],
    ['localities that overlap', 'meshConfig: {localityLbSetting: {distribute: [{from: eu, to: {eu: 80, eu/a: 20}}]}}', [
      'locality-overlap | spec.meshConfig.localityLbSetting.distribute[0].to["eu/a"] | "eu/a" overlaps an earlier locality',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['nothing', 'meshConfig: {}'],
    ['what is not known there, since istiod passes over it', 'meshConfig: {colour: red}'],
    ['all there is', 'meshConfig: {proxyListenPort: 15001, connectTimeout: 10s, protocolDetectionTimeout: 0s, trustDomain: cluster.local., trustDomainAliases: [a.b], tlsDefaults: {ecdhCurves: ["", P-256, X25519]}, meshMTLS: {minProtocolVersion: TLSV1_3}, serviceSettings: [{hosts: ["*"]}]}'],
    ['values of other types', 'meshConfig: {proxyListenPort: a, connectTimeout: [], defaultConfig: 7, trustDomain: {}, serviceSettings: {}, tlsDefaults: null}'],
    ['failover without outlier detection, which the destinations say', 'meshConfig: {localityLbSetting: {failover: [{from: eu, to: us}]}}'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
