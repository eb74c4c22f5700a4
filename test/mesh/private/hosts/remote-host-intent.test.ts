import { AppProtocol } from '../../../../lib';
import { RemoteHostIntent, remoteHostIntent, SaidOfRemote } from '../../../../lib/mesh/private/hosts/remote-host-intent';

function intentOf(said: Partial<SaidOfRemote>, protocol = AppProtocol.HTTP): RemoteHostIntent {
  return remoteHostIntent('orders.cluster-2.global', [{ port: 80, name: 'main', protocol, targetPort: 80 }], { gateways: ['203.0.113.7'], ...said }, 'shop/orders');
}

test('says of each gateway where it is', () => {
  expect(intentOf({ gateways: ['203.0.113.7', '2001:db8::7'], network: 'network2', locality: 'us-west' })).toMatchObject({
    addresses: [],
    gateways: [
      { address: '203.0.113.7', port: 15443, network: 'network2', locality: 'us-west' },
      { address: '2001:db8::7', port: 15443, network: 'network2', locality: 'us-west' },
    ],
    isLookedUp: false,
  });
});

test('gateways with names are looked up', () => {
  expect(intentOf({ gateways: ['203.0.113.7', 'eastwest.example.com'] }).isLookedUp).toBe(true);
});

test.each<[string, Partial<SaidOfRemote>, AppProtocol?]>([
  ['no gateway of its cluster is named. Name where the other cluster is reached: gateways: ["203.0.113.7"].', { gateways: [] }],
  [
    'gateways cannot hold "eastwest.example.com:15443". Say addresses or full names, without ports: "203.0.113.7", "eastwest.example.com".',
    { gateways: ['eastwest.example.com:15443'] },
  ],
  ['gateways cannot hold "*.example.com". Say addresses or full names, without ports: "203.0.113.7", "eastwest.example.com".', { gateways: ['*.example.com'] }],
  ['0 is no port. Say a whole number from 1 to 65535.', { gatewayPort: 0 }],
  ['"240.0.0.0/4" is no address. Say one that nobody has, such as "240.0.0.2".', { address: '240.0.0.0/4' }],
  ['"us-west/*" is no locality. Say a region, "region/zone" or "region/zone/subzone".', { locality: 'us-west/*' }],
  ['network: "Network 2" is no label of a host name. It has lower-case letters, digits and inner hyphens, at most 63.', { network: 'Network 2' }],
  ['port 80 speaks UDP, which passes the mesh by. Leave it out.', {}, AppProtocol.UDP],
  [
    'nothing tells which connections to port 80 are meant for it, since they name no host. Say an address that nobody has: address: "240.0.0.2".',
    {}, AppProtocol.TCP,
  ],
])('fails: %s', (problem, said, protocol = AppProtocol.HTTP) => {
  expect(() => intentOf(said, protocol)).toThrow(new Error(`shop/orders: ${problem}`));
});
