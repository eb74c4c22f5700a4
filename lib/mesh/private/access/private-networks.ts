/** The private networks from which clusters take the addresses of pods and nodes, those of gateways among them. */
const NETWORKS: ReadonlyArray<{ readonly start: number; readonly bits: number }> = [
  { start: numberOf('10.0.0.0'), bits: 8 }, { start: numberOf('172.16.0.0'), bits: 12 }, { start: numberOf('192.168.0.0'), bits: 16 },
];

/** Whether a range of addresses holds all of such a network; of IPv6, all of `fc00::/7`. */
export function holdsPrivateNetwork(range: string): boolean {
  const [address, length] = range.split('/');
  const bits = Number(length);
  if (address.includes(':')) {
    const first = Number.parseInt(`0${address}`, 16);
    return bits <= 7 && first >> (16 - bits) === 0xfc00 >> (16 - bits);
  }
  const size = 2 ** (32 - bits);
  return NETWORKS.some(network => bits <= network.bits && Math.floor(numberOf(address) / size) === Math.floor(network.start / size));
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
