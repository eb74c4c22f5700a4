import { isIP } from 'node:net';

/** @throws when a text is no range of addresses, so on a bare address, too */
export function requireRange(range: string, name: string): string {
  const [address, length = '', ...more] = range.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (more.length > 0 || address.includes('%') || !/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > bits) {
    throw new Error(`${name} cannot hold "${range}". Use a CIDR range, such as "10.0.0.0/8" or "192.0.2.7/32".`);
  }
  return range;
}
