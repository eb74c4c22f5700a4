import { ServiceEntry } from '../../../imports/networking.istio.io';
import { serviceEntrySpec } from '../../../lib/istio/render/service-entry';
import { AppProtocol } from '../../../lib/mesh/app-protocol';
import { HostLookup } from '../../../lib/mesh/host-lookup';
import type { ExternalHostIntent } from '../../../lib/mesh/private/hosts/external-host-intent';
import { refusals } from '../../support/valid';

const HTTPS = { port: 443, name: 'https', protocol: AppProtocol.HTTPS, targetPort: 443 };
const TCP = { port: 5432, name: 'tcp', protocol: AppProtocol.TCP, targetPort: 5432 };

/** The spec as it stands in YAML, which an API server takes. */
function rendered(intent: Partial<ExternalHostIntent>): any {
  const usual = { host: 'api.example.com', ports: [HTTPS], lookup: HostLookup.DNS, addresses: [], endpoints: [], isPrivate: false };
  const spec = serviceEntrySpec({ ...usual, ...intent });
  const object = ServiceEntry.manifest({ metadata: { name: 'api.example.com' }, spec });
  expect(refusals({ 'entry.yaml': JSON.stringify(object) })).toEqual([]);
  return object.spec;
}

test('a host that is looked up', () => {
  expect(rendered({})).toEqual({
    hosts: ['api.example.com'], location: 'MESH_EXTERNAL', resolution: 'DNS', ports: [{ number: 443, name: 'https', protocol: 'HTTPS' }],
  });
});

test('a port that leads to another', () => {
  const http = { port: 80, name: 'http', protocol: AppProtocol.HTTP, targetPort: 443 };
  expect(rendered({ ports: [http] }).ports).toEqual([{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }]);
});

test('a host that is at some addresses', () => {
  expect(rendered({ lookup: undefined, endpoints: ['203.0.113.7', '2001:db8::7'], addresses: ['203.0.113.7'], ports: [TCP] })).toEqual({
    hosts: ['api.example.com'],
    addresses: ['203.0.113.7'],
    location: 'MESH_EXTERNAL',
    resolution: 'STATIC',
    ports: [{ number: 5432, name: 'tcp', protocol: 'TCP' }],
    endpoints: [{ address: '203.0.113.7' }, { address: '2001:db8::7' }],
  });
});

test('a host that is known in its own namespace alone', () => {
  expect(rendered({ isPrivate: true }).exportTo).toEqual(['.']);
});

const RESOLUTIONS = [[HostLookup.DNS, 'DNS'], [HostLookup.DNS_ROUND_ROBIN, 'DNS_ROUND_ROBIN'], [HostLookup.NONE, 'NONE']] as const;

test.each(RESOLUTIONS)('%s is %s', (lookup, resolution) => {
  expect(rendered({ lookup }).resolution).toBe(resolution);
});

const PROTOCOLS = Object.values(AppProtocol).filter(protocol => protocol !== AppProtocol.UDP);

test.each(PROTOCOLS)('a port that speaks %s says so', protocol => {
  const ports = [{ ...TCP, name: protocol, protocol }];
  expect(rendered({ ports }).ports).toEqual([{ number: 5432, name: protocol, protocol: protocol.toUpperCase() }]);
});
