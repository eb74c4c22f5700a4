import { Gateway } from '../../../imports/gateway.networking.k8s.io';
import { attachableGatewaySpec } from '../../../lib/istio/render/attachable-gateway';
import type { SectionIntent } from '../../../lib/mesh/private/gateways/attached-intent';
import type { GatewayTlsIntent } from '../../../lib/mesh/private/gateways/gateway-intent';
import { TlsVersion } from '../../../lib/mesh/tls-version';
import { refusals } from '../../support/valid';

const shop = { name: 'one', port: 8443, hostname: 'shop.example.com', isOpen: false };

/** The listeners as they stand in YAML, which an API server takes. */
function listeners(...sections: SectionIntent[]): any {
  const object = Gateway.manifest({ metadata: { name: 'edge' }, spec: attachableGatewaySpec({ gatewayClass: 'istio', sections }, 'shop/edge') });
  expect(refusals({ 'edge.yaml': JSON.stringify(object) })).toEqual([]);
  expect(object.spec.gatewayClassName).toBe('istio');
  return object.spec.listeners;
}

const withTls = (tls: GatewayTlsIntent): any => listeners({ ...shop, tls })[0];

test('[F035] plain HTTP, for one hostname or for every one', () => {
  const allowedRoutes = (from: string): unknown => ({ namespaces: { from } });
  expect(listeners({ ...shop, port: 80 }, { name: 'http', port: 80, hostname: '*', isOpen: true })).toEqual([
    { name: 'one', port: 80, protocol: 'HTTP', hostname: 'shop.example.com', allowedRoutes: allowedRoutes('Same') },
    { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: allowedRoutes('All') },
  ]);
});

test('[F037] TLS that ends at the gateway names the Secret', () => {
  const ended = { secret: 'shop', minVersion: TlsVersion.V1_2 };
  expect(withTls({ mode: 'simple', ...ended })).toEqual({
    name: 'one', port: 8443, protocol: 'HTTPS', hostname: 'shop.example.com', allowedRoutes: { namespaces: { from: 'Same' } },
    tls: { mode: 'Terminate', certificateRefs: [{ name: 'shop' }] },
  });
  expect(withTls({ mode: 'mutual', ...ended }).tls)
    .toEqual({ mode: 'Terminate', certificateRefs: [{ name: 'shop' }], options: { 'gateway.istio.io/tls-terminate-mode': 'MUTUAL' } });
});

test('TLS that is passed on names none', () => {
  expect(withTls({ mode: 'passthrough' })).toMatchObject({ protocol: 'TLS', tls: { mode: 'Passthrough' } });
  expect(withTls({ mode: 'auto-passthrough' }))
    .toMatchObject({ protocol: 'TLS', tls: { mode: 'Passthrough', options: { 'gateway.istio.io/listener-protocol': 'auto-passthrough' } } });
});

test('[F037] fails on a version of TLS that the API has no word for', () => {
  expect(() => withTls({ mode: 'simple', secret: 'shop', minVersion: TlsVersion.V1_3 })).toThrow(new Error(
    'shop/edge: requires at least TLS 1.3, which a Gateway of the Kubernetes Gateway API cannot express. Leave minVersion out for TLS 1.2, or set api: GatewayApi.ISTIO.',
  ));
});
