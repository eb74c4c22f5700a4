import { examplesOf, istioObject, RuleExamples } from '../rule-examples';

const gateway = (servers: string): string => istioObject('networking.istio.io/v1', 'Gateway', `servers: [${servers}]`);
const server = (fields: string): string => gateway(`{hosts: [shop.example.com], ${fields}}`);
const secure = (tls: string): string => server(`port: {number: 443, name: https, protocol: HTTPS}, tls: {${tls}}`);
const hosts = (list: string): string => gateway(`{hosts: [${list}], port: {number: 80, name: http, protocol: HTTP}}`);
const http = 'port: {number: 80, name: http, protocol: HTTP}';
const fine = 'port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: shop}';

/** The rules of the webhook for a Gateway, and those for the TLS of any server. */
export const gatewayExamples: RuleExamples = {
  ...examplesOf(name => server(http).replace('sample', name), { 'gateway-name': ['shop.gateway', 'gateway'] }),
  ...examplesOf(gateway, {
    'gateway-without-servers': ['', `{hosts: ["*"], ${http}}`],
    'server-without-hosts': [`{${http}}`, `{hosts: ["*"], ${http}}`],
    'server-port-name-twice': [
      `{hosts: ["*"], ${http}}, {hosts: ["*"], port: {number: 8080, name: http, protocol: HTTP}}`,
      `{hosts: ["*"], ${http}}, {hosts: ["*"], port: {number: 8080, name: http-2, protocol: HTTP}}`,
    ],
    'null-item': ['null', `{hosts: ["*"], ${http}}`],
  }),
  ...examplesOf(server, {
    'server-without-port': ['tls: {mode: SIMPLE, credentialName: shop}', fine],
    'server-protocol': ['port: {number: 80, name: http, protocol: WEB}', http],
    'server-port-without-name': ['port: {number: 80, protocol: HTTP}', http],
    'port-number': ['port: {number: 80000, name: http, protocol: HTTP}', http],
    'target-port-unused': ['port: {number: 80, name: http, protocol: HTTP, targetPort: 8080}', http],
    'socket-with-port-number': [`bind: "unix:///run/gate", ${http}`, 'bind: "unix:///run/gate", port: {number: 0, name: http, protocol: HTTP}'],
    'socket-path': ['bind: "unix://run/gate", port: {name: http, protocol: HTTP}', 'bind: "unix://@gate", port: {name: http, protocol: HTTP}'],
    'ip-address': [`bind: localhost, ${http}`, `bind: 127.0.0.1, ${http}`],
    'tls-port-without-tls': ['port: {number: 443, name: https, protocol: HTTPS}', fine],
    'plain-port-with-tls': [`${http}, tls: {mode: SIMPLE, credentialName: shop}`, `${http}, tls: {httpsRedirect: true}`],
    'redirect-without-http': [fine.replace('}', '}').replace('mode:', 'httpsRedirect: true, mode:'), `${http}, tls: {httpsRedirect: true}`],
  }),
  ...examplesOf(hosts, {
    'scoped-host-namespace': ['a_b/shop.example.com', '"*/shop.example.com"'],
    'scoped-host-short': ['shop', 'shop.example.com'],
    'partial-wildcard': ['"*shop.example.com"', '"*.example.com"'],
    'wildcard-host-name': ['shop.*.com', '"*.example.com"'],
  }),
  ...examplesOf(secure, {
    'istio-mutual-with-files': ['mode: ISTIO_MUTUAL, credentialName: shop', 'mode: ISTIO_MUTUAL'],
    'passthrough-with-files': ['mode: PASSTHROUGH, credentialName: shop', 'mode: PASSTHROUGH'],
    'server-tls-two-sources': ['mode: SIMPLE, credentialName: shop, credentialNames: [shop]', 'mode: SIMPLE, credentialName: shop'],
    'server-tls-without-trust': [
      'mode: MUTUAL, serverCertificate: /tls.crt, privateKey: /tls.key',
      'mode: MUTUAL, serverCertificate: /tls.crt, privateKey: /tls.key, caCertificates: /ca.crt',
    ],
    'server-tls-missing-file': ['mode: SIMPLE, serverCertificate: /tls.crt', 'mode: SIMPLE, serverCertificate: /tls.crt, privateKey: /tls.key'],
    'server-tls-many-certificates': [
      `mode: SIMPLE, tlsCertificates: [${Array(3).fill('{serverCertificate: /tls.crt, privateKey: /tls.key}').join(', ')}]`,
      'mode: SIMPLE, tlsCertificates: [{serverCertificate: /tls.crt, privateKey: /tls.key}]',
    ],
    'revocation-list-unused': [
      'mode: SIMPLE, serverCertificate: /tls.crt, privateKey: /tls.key, caCrl: /crl',
      'mode: MUTUAL, serverCertificate: /tls.crt, privateKey: /tls.key, caCertificates: /ca.crt, caCrl: /crl',
    ],
    'old-tls-without-ciphers': [
      'mode: SIMPLE, credentialName: shop, minProtocolVersion: TLSV1_1',
      'mode: SIMPLE, credentialName: shop, minProtocolVersion: TLSV1_1, cipherSuites: [AES128-SHA]',
    ],
    'cipher-unknown': ['mode: SIMPLE, credentialName: shop, cipherSuites: [RC4]', 'mode: SIMPLE, credentialName: shop, cipherSuites: [AES256-SHA]'],
    'cipher-duplicate': [
      'mode: SIMPLE, credentialName: shop, cipherSuites: [AES256-SHA, AES256-SHA]',
      'mode: SIMPLE, credentialName: shop, cipherSuites: [AES256-SHA, AES128-SHA]',
    ],
  }),
};
