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
  ['no gateway of its cluster is given. Set the addresses of the other cluster: gateways: ["203.0.113.7"].', { gateways: [] }],
  [
    'gateways cannot hold "eastwest.example.com:15443". Use addresses or full names, without ports: "203.0.113.7", "eastwest.example.com".',
    { gateways: ['eastwest.example.com:15443'] },
  ],
  ['gateways cannot hold "*.example.com". Use addresses or full names, without ports: "203.0.113.7", "eastwest.example.com".', { gateways: ['*.example.com'] }],
  ['0 is not a valid port. Use a whole number from 1 to 65535.', { gatewayPort: 0 }],
  ['"240.0.0.0/4" is not an IP address. Use an unused one, such as "240.0.0.2".', { address: '240.0.0.0/4' }],
  ['"us-west/*" is not a locality. Use a region, "region/zone" or "region/zone/subzone".', { locality: 'us-west/*' }],
  ['network: "Network 2" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.', { network: 'Network 2' }],
  ['port 80 speaks UDP, which bypasses the mesh. Leave it out.', {}, AppProtocol.UDP],
  [
    'connections to port 80 cannot be recognized, because they name no host. Set an unused address: address: "240.0.0.2".',
    {}, AppProtocol.TCP,
  ],
])('fails: %s', (problem, said, protocol = AppProtocol.HTTP) => {
  expect(() => intentOf(said, protocol)).toThrow(new Error(`shop/orders: ${problem}`));
});
