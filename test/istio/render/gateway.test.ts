import { Gateway } from '../../../imports/networking.istio.io';
import { gatewaySpec } from '../../../lib/istio/render/gateway';
import type { GatewayIntent, GatewayTlsIntent } from '../../../lib/mesh/private/gateways/gateway-intent';
import { TlsVersion } from '../../../lib/mesh/tls-version';
import { refusals } from '../../support/valid';

/** The spec as it stands in YAML, which an API server takes. */
function rendered(intent: GatewayIntent): any {
  const object = Gateway.manifest({ metadata: { name: 'edge' }, spec: gatewaySpec(intent) });
  expect(refusals({ 'edge.yaml': JSON.stringify(object) })).toEqual([]);
  return object.spec;
}

function serverWith(tls?: GatewayTlsIntent): any {
  const listener = { name: 'one', port: 8443, hostnames: ['shop.example.com'], tls, redirects: false };
  return rendered({ podLabels: { istio: 'ingressgateway' }, listeners: [listener] }).servers[0];
}

test('[F035] plain HTTP names the pods, the port, its protocol and the hosts', () => {
  const listener = { name: 'http', port: 80, hostnames: ['shop.example.com', '*.example.org'], redirects: false };
  expect(rendered({ podLabels: { istio: 'ingressgateway' }, listeners: [listener] })).toEqual({
    selector: { istio: 'ingressgateway' },
    servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['shop.example.com', '*.example.org'] }],
  });
});

test('[F036] a redirect names no mode of TLS', () => {
  const listener = { name: 'http', port: 80, hostnames: ['shop.example.com'], redirects: true };
  expect(rendered({ podLabels: { istio: 'ingressgateway' }, listeners: [listener] }).servers)
    .toEqual([{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['shop.example.com'], tls: { httpsRedirect: true } }]);
});

test('[F037] TLS that ends at the gateway names the Secret and the oldest version', () => {
  expect(serverWith({ mode: 'simple', secret: 'shop', minVersion: TlsVersion.V1_2 })).toEqual({
    port: { number: 8443, name: 'one', protocol: 'HTTPS' },
    hosts: ['shop.example.com'],
    tls: { mode: 'SIMPLE', credentialName: 'shop', minProtocolVersion: 'TLSV1_2' },
  });
  expect(serverWith({ mode: 'mutual', secret: 'shop', minVersion: TlsVersion.V1_3 }).tls)
    .toEqual({ mode: 'MUTUAL', credentialName: 'shop', minProtocolVersion: 'TLSV1_3' });
});

test('TLS that is passed on names neither', () => {
  const passed = (mode: string): unknown => ({ port: { number: 8443, name: 'one', protocol: 'TLS' }, hosts: ['shop.example.com'], tls: { mode } });
  expect(serverWith({ mode: 'passthrough' })).toEqual(passed('PASSTHROUGH'));
  expect(serverWith({ mode: 'auto-passthrough' })).toEqual(passed('AUTO_PASSTHROUGH'));
});
