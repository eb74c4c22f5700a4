import { holdsPrivateNetwork } from '../../../../lib/mesh/private/access/private-networks';

test.each(['0.0.0.0/0', '10.0.0.0/8', '10.1.2.3/8', '8.0.0.0/5', '172.16.0.0/12', '172.0.0.0/8', '192.168.0.0/16', '192.0.0.0/8', '::/0', 'fc00::/7', 'FD00::/7', 'f000::/4', '8000::/1'])(
  '[F049] %s holds a whole private network', range => {
    expect(holdsPrivateNetwork(range)).toBe(true);
  },
);

test.each(['10.0.0.0/9', '10.3.0.0/16', '11.0.0.0/8', '172.16.0.0/13', '172.32.0.0/11', '192.168.1.0/24', '192.0.2.0/24', '203.0.113.7/32', 'fd00::/8', 'fd12:3456::/32', '2000::/3', '2001:db8::/32', '::/1', '::1/128'])(
  '%s does not', range => {
    expect(holdsPrivateNetwork(range)).toBe(false);
  },
);
