import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { servicePorts } from '../../../../lib/mesh/private/hosts/service-ports';
import { requireSeen } from '../../../../lib/mesh/private/routing/require-seen';

const requiring = (...protocols: AppProtocol[]) => () => requireSeen(servicePorts(protocols.map((protocol, index) => ({ port: 53 + index, protocol })), 'shop/dns'), 'shop/dns');

test('fails where UDP alone is spoken', () => {
  expect(requiring(AppProtocol.UDP, AppProtocol.UDP)).toThrow(new Error('shop/dns: speaks UDP, which bypasses the mesh. Traffic rules have no effect there.'));
});

test('one other port is enough', () => {
  expect(requiring(AppProtocol.UDP, AppProtocol.TCP)).not.toThrow();
});
