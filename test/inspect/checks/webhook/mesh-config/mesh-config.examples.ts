import type { RuleExamples } from '../../rule-examples';

const mesh = (config: string): string => `meshConfig: {${config}}`;
const proxies = (config: string): string => mesh(`defaultConfig: {${config}}`);
const tls = (settings: string): string => proxies(`tracing: {tlsSettings: {${settings}}}`);

/** The rules of istiod for a mesh config. */
export const meshConfigExamples: RuleExamples = {
  'mesh-value': { bad: proxies('proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}'), good: proxies('proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}') },
  'mesh-connect-timeout': { bad: mesh('connectTimeout: 61m'), good: mesh('connectTimeout: 1h') },
  'mesh-protocol-detection-timeout': { bad: mesh('protocolDetectionTimeout: 100us'), good: mesh('protocolDetectionTimeout: 0s') },
  'mesh-trust-domain': { bad: mesh('trustDomain: my_mesh'), good: mesh('trustDomain: mesh.example.com') },
  'mesh-mtls-curves': { bad: mesh('meshMTLS: {ecdhCurves: [P-256]}'), good: mesh('tlsDefaults: {ecdhCurves: [P-256]}') },
  'mesh-curve-unknown': { bad: mesh('tlsDefaults: {ecdhCurves: [P256]}'), good: mesh('tlsDefaults: {ecdhCurves: [P-256]}') },
  'mesh-curve-twice': { bad: mesh('tlsDefaults: {ecdhCurves: [P-256, P-256]}'), good: mesh('tlsDefaults: {ecdhCurves: [P-256, X25519]}') },
  'wildcard-host-name': { bad: mesh('serviceSettings: [{hosts: ["*a*.shop"]}]'), good: mesh('serviceSettings: [{hosts: ["*.shop"]}]') },
  'mesh-proxy-setting-empty': { bad: proxies('binaryPath: ""'), good: proxies('binaryPath: /usr/local/bin/envoy') },
  'mesh-drain-duration': { bad: proxies('drainDuration: 1500ms'), good: proxies('drainDuration: 2s') },
  'mesh-address': { bad: proxies('discoveryAddress: istiod.istio-system'), good: proxies('discoveryAddress: "istiod.istio-system:15012"') },
  'mesh-lightstep-token': {
    bad: proxies('tracing: {lightstep: {address: "lightstep:8080"}}'),
    good: proxies('tracing: {lightstep: {address: "lightstep:8080", accessToken: token}}'),
  },
  'mesh-trace-tag-null': { bad: proxies('tracing: {customTags: {zone: null}}'), good: proxies('tracing: {customTags: {zone: {literal: {value: eu}}}}') },
  'mesh-control-plane-auth': { bad: proxies('controlPlaneAuthPolicy: INHERIT'), good: proxies('controlPlaneAuthPolicy: MUTUAL_TLS') },
  'mesh-key-provider': { bad: proxies('privateKeyProvider: {qat: {pollDelay: 0s}}'), good: proxies('privateKeyProvider: {qat: {pollDelay: 10ms}}') },
  'mesh-dns-auto-allocate': {
    bad: proxies('proxyMetadata: {ISTIO_META_DNS_AUTO_ALLOCATE: "true"}'),
    good: proxies('proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}'),
  },
  'credential-config-map': { bad: tls('mode: SIMPLE, credentialName: configmap://shop/ca'), good: tls('mode: SIMPLE, credentialName: ca') },
  'unverified-with-trust': {
    bad: tls('mode: SIMPLE, insecureSkipVerify: true, caCertificates: /ca.pem'),
    good: tls('mode: SIMPLE, caCertificates: /ca.pem'),
  },
  'client-tls-two-sources': { bad: tls('mode: SIMPLE, credentialName: ca, caCertificates: /ca.pem'), good: tls('mode: SIMPLE, credentialName: ca') },
  'client-tls-missing-file': {
    bad: tls('mode: MUTUAL, privateKey: /key.pem'),
    good: tls('mode: MUTUAL, privateKey: /key.pem, clientCertificate: /cert.pem'),
  },
};
