import { gateway } from '../../../../lib/inspect/checks/webhook/gateway';
import { Judged, found } from '../../../support/judge';

const only: Judged = { checks: [gateway] };
const object = (servers: string, metadata = 'name: gate'): string => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {${metadata}, namespace: shop}
spec:
  servers: [${servers}]
`;
const http = 'port: {number: 80, name: http, protocol: HTTP}';

describe('a Gateway as the webhook sees it', () => {
  test('[F040] the ports of its servers need names of their own, and it needs a DNS label as its name', () => {
    const twice = object(`{hosts: ["*"], ${http}}, {hosts: ["*"], ${http.replace('80', '8080')}}`, 'name: shop.gate');
    expect(found(twice, only)).toEqual([
      'IST0106 gateway-name | Gateway shop/shop.gate | metadata.name | "shop.gate" is not a DNS label',
      'IST0106 server-port-name-twice | Gateway shop/shop.gate | spec.servers[1].port.name | another server also names its port "http"',
    ]);
  });

  test('a name that is missing is said once, and TLS is judged only behind a port that is well formed', () => {
    expect(found(object('{hosts: ["*"], port: {number: 443, protocol: HTTPS}}'), only)).toEqual([
      'IST0106 server-port-without-name | Gateway shop/gate | spec.servers[0].port.name | the port has no name',
    ]);
  });

  test('what no mode means is said, since the word stands nowhere', () => {
    expect(found(object('{hosts: ["*"], port: {number: 443, name: https, protocol: HTTPS}, tls: {credentialName: shop}}'), only)).toEqual([[
      'IST0133 passthrough-with-files', 'Gateway shop/gate', 'spec.servers[0].tls.credentialName',
      'tls has no mode, which means PASSTHROUGH: it does not terminate TLS, and does not use credentialName',
    ].join(' | ')]);
  });

  test.each([
    ['TLS for HTTPS', 'port: {number: 443, name: https, protocol: HTTPS}',
      'tls-port-without-tls | Gateway shop/gate | spec.servers[0] | HTTPS needs tls, but it is missing'],
    ['no TLS for TCP', 'port: {number: 9, name: tcp, protocol: TCP}, tls: {}',
      'plain-port-with-tls | Gateway shop/gate | spec.servers[0].tls | TCP is not encrypted, so tls does not apply'],
    ['no mode but passthrough for HTTP', `${http}, tls: {httpsRedirect: true, mode: SIMPLE, credentialName: shop}`,
      'plain-port-with-tls | Gateway shop/gate | spec.servers[0].tls | HTTP is not encrypted, so tls does not apply'],
    ['a certificate for SIMPLE', 'port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE}',
      'server-tls-missing-file | Gateway shop/gate | spec.servers[0].tls.serverCertificate | the server has neither serverCertificate nor privateKey'],
    ['a known protocol', 'port: {number: 80, name: http}',
      'server-protocol | Gateway shop/gate | spec.servers[0].port.protocol | the port has no protocol'],
  ])('it needs %s', (_, fields, finding) => {
    expect(found(object(`{hosts: ["*"], ${fields}}`), only)).toEqual([`IST0106 ${finding}`]);
  });

  test.each([
    ['a protocol that is no text', '{hosts: ["*"], port: {number: 443, name: https, protocol: [HTTPS]}, tls: {mode: SIMPLE, credentialName: shop, httpsRedirect: true}}'],
    ['a mode that is no text', '{hosts: ["*"], port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: 12, credentialName: shop}}'],
    ['a mode that is misspelled', '{hosts: ["*"], port: {number: 443, name: https, protocol: HTTPS}, tls: {moed: SIMPLE, credentialName: shop}}'],
  ])('of %s the schema speaks', (_, servers) => {
    expect(found(object(servers), only)).toEqual([]);
  });

  test.each([
    ['a redirect on plain HTTP', `{hosts: ["*"], ${http}, tls: {httpsRedirect: true}}`],
    ['an IP address as host', `{hosts: [10.0.0.1], ${http}}`],
    ['hosts for some namespaces', `{hosts: ["*/a.example.com", "./b.example.com", "web/*"], ${http}}`],
    ['a socket', '{hosts: ["*"], bind: "unix:///run/gate", port: {number: 0, name: http, protocol: HTTP}}'],
    ['a protocol in small letters', '{hosts: ["*"], port: {number: 80, name: grpc, protocol: grpc-web}}'],
  ])('%s is fine', (_, servers) => {
    expect(found(object(servers), only)).toEqual([]);
  });

  test('an object that was made from one of the Gateway API may have any name, and hosts of no namespace', () => {
    const converted = object(`{hosts: ["~/a.example.com"], ${http}}`, 'name: a.b, annotations: {internal.istio.io/gateway-semantics: gateway}');
    expect(found(converted, only)).toEqual([]);
    expect(found(converted.replace('~/', '~web/'), only)).toEqual([
      'IST0106 scoped-host-namespace | Gateway shop/a.b | spec.servers[0].hosts[0] | "~web" is neither a namespace nor a wildcard',
    ]);
  });
});
