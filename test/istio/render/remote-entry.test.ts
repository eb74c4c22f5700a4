import { ServiceEntry } from '../../../imports/networking.istio.io';
import { remoteEntrySpec } from '../../../lib/istio/render/remote-entry';
import { AppProtocol } from '../../../lib/mesh/app-protocol';
import type { RemoteHostIntent } from '../../../lib/mesh/private/hosts/remote-host-intent';
import { refusals } from '../../support/valid';

/** The spec as it stands in YAML, which an API server takes. */
function rendered(intent: Partial<RemoteHostIntent>): any {
  const ports = [{ port: 80, name: 'http', protocol: AppProtocol.HTTP, targetPort: 8080 }, { port: 5432, name: 'tcp', protocol: AppProtocol.TCP, targetPort: 5432 }];
  const usual = { host: 'orders.cluster-2.global', ports, addresses: [], gateways: [{ address: '203.0.113.7', port: 15443 }], isLookedUp: false };
  const object = ServiceEntry.manifest({ metadata: { name: 'orders' }, spec: remoteEntrySpec({ ...usual, ...intent }) });
  expect(refusals({ 'entry.yaml': JSON.stringify(object) })).toEqual([]);
  return object.spec;
}

test('[F122] every port of the service leads to the one of the gateway', () => {
  expect(rendered({})).toEqual({
    hosts: ['orders.cluster-2.global'],
    location: 'MESH_INTERNAL',
    ports: [{ number: 80, name: 'http', protocol: 'HTTP' }, { number: 5432, name: 'tcp', protocol: 'TCP' }],
    resolution: 'STATIC',
    endpoints: [{ address: '203.0.113.7', ports: { http: 15443, tcp: 15443 } }],
  });
});

test('[F122] a gateway with a name is looked up', () => {
  const gateway = { address: 'eastwest.example.com', port: 15443, locality: 'us-west' };
  expect(rendered({ isLookedUp: true, gateways: [gateway], addresses: ['240.0.0.2'], identity: 'spiffe://cluster.local/ns/sales/sa/orders' })).toMatchObject({
    addresses: ['240.0.0.2'],
    resolution: 'DNS',
    endpoints: [{ address: 'eastwest.example.com', locality: 'us-west' }],
    subjectAltNames: ['spiffe://cluster.local/ns/sales/sa/orders'],
  });
});
