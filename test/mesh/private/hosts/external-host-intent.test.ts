import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { HostLookup } from '../../../../lib/mesh/host-lookup';
import { ExternalHostIntent, externalHostIntent, isWildcard, SaidOfPlace } from '../../../../lib/mesh/private/hosts/external-host-intent';
import { servicePorts } from '../../../../lib/mesh/private/hosts/service-ports';

/** What is known of a host that speaks a protocol at port 5432. */
function intentOf(host: string, protocol: AppProtocol, said: SaidOfPlace = {}): Partial<ExternalHostIntent> {
  const { lookup, addresses, endpoints, isPrivate } = externalHostIntent(host, servicePorts([{ port: 5432, protocol }], 'shop/pay'), said, 'shop/pay');
  return { lookup, addresses, endpoints, isPrivate };
}

const NOTHING = { addresses: [], endpoints: [], isPrivate: false };

test('a host is looked up, and all below one by their callers', () => {
  expect(intentOf('pay.example.com', AppProtocol.HTTP)).toEqual({ ...NOTHING, lookup: HostLookup.DNS });
  expect(intentOf('*.example.com', AppProtocol.HTTP, { namespaceOnly: true })).toEqual({ ...NOTHING, lookup: HostLookup.NONE, isPrivate: true });
});

test('endpoints are not looked up, and tell connections from others where these name no host', () => {
  const endpoints = ['203.0.113.7', '2001:db8::7'];
  expect(intentOf('*.example.com', AppProtocol.TCP, { endpoints })).toEqual({ ...NOTHING, endpoints, addresses: endpoints });
  expect(intentOf('pay.example.com', AppProtocol.TLS, { endpoints })).toEqual({ ...NOTHING, endpoints });
  expect(intentOf('pay.example.com', AppProtocol.TCP, { endpoints, addresses: ['240.0.0.0/4'] })).toEqual({ ...NOTHING, endpoints, addresses: ['240.0.0.0/4'] });
});

test('a host that is looked up may have addresses, and ranges if it is not', () => {
  const addresses = ['203.0.113.7', '::1'];
  expect(intentOf('pay.example.com', AppProtocol.TCP, { addresses })).toEqual({ ...NOTHING, lookup: HostLookup.DNS, addresses });
  const ranges = ['203.0.113.0/24', '2001:db8::/32', '0.0.0.0/0'];
  expect(intentOf('pay.example.com', AppProtocol.TCP, { addresses: ranges, lookup: HostLookup.NONE })).toEqual({ ...NOTHING, lookup: HostLookup.NONE, addresses: ranges });
});

test('a star stands for all hosts below', () => {
  expect(['*.example.com', 'pay.example.com'].map(isWildcard)).toEqual([true, false]);
});

test.each<[string, SaidOfPlace]>([
  ['endpoints is empty. Name at least one, or leave it out.', { endpoints: [] }],
  ['addresses is empty. Name at least one, or leave it out.', { addresses: [] }],
  ...['db.example.com', '203.0.113.0/24', 'fe80::1%eth0'].map((endpoint): [string, SaidOfPlace] => [
    `endpoints cannot hold "${endpoint}". Use addresses such as "203.0.113.7"; set a name as the host, which is looked up.`, { endpoints: [endpoint] },
  ]),
  ...['203.0.113.7/33', '203.0.113.7/', 'fe80::1%eth0', '2001:db8::/129', '10.0.0.0/8/8', '10.0.0.0/08', 'db.example.com'].map((address): [string, SaidOfPlace] => [
    `addresses cannot hold "${address}". Use addresses such as "203.0.113.7", or ranges such as "203.0.113.0/24".`, { addresses: [address] },
  ]),
  ['has endpoints, so nothing is looked up. Leave out lookup, or endpoints.', { endpoints: ['203.0.113.7'], lookup: HostLookup.DNS }],
  [
    'is looked up by its name, so its addresses cannot include the range "203.0.113.0/24". Use single addresses, or lookup: HostLookup.NONE.',
    { addresses: ['203.0.113.0/24'], lookup: HostLookup.DNS_ROUND_ROBIN },
  ],
  [
    'connections to port 5432 cannot be recognized, because they name no host. Set their addresses or ranges: addresses: ["203.0.113.0/24"].',
    { lookup: HostLookup.NONE },
  ],
])('fails: %s', (problem, said) => {
  expect(() => intentOf('pay.example.com', AppProtocol.TCP, said)).toThrow(new Error(`shop/pay: ${problem}`));
});

test('fails on looking up what nobody can, and on UDP', () => {
  expect(() => intentOf('*.example.com', AppProtocol.HTTP, { lookup: HostLookup.DNS_ROUND_ROBIN }))
    .toThrow(new Error('shop/pay: "*.example.com" cannot be looked up. Leave lookup out: callers look up the host that they want.'));
  expect(() => intentOf('pay.example.com', AppProtocol.UDP)).toThrow(new Error('shop/pay: port 5432 speaks UDP, which bypasses the mesh. Leave it out.'));
});
