import { BlockList, isIP } from 'node:net';

/** Addresses of the Internet that begin with the same bits. */
export interface AddressBlock {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** A block as it is written: `10.0.0.0/8`, or one address; undefined for anything else. */
export function addressBlock(text: string): AddressBlock | undefined {
  const [address, length, ...more] = text.split('/');
  const family = ({ 4: 'ipv4', 6: 'ipv6' } as const)[isIP(address)];
  if (family === undefined || address.includes('%') || more.length > 0) {
    return undefined;
  }
  const longest = family === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? longest : Number(/^\d{1,3}$/.test(length) ? length : Number.NaN);
  return bits <= longest ? { address, bits, family } : undefined;
}

/** Whether all addresses of a block are in another. */
export function isWithin(one: AddressBlock, other: AddressBlock): boolean {
  if (one.family !== other.family || one.bits < other.bits) {
    return false;
  }
  const block = new BlockList();
  block.addSubnet(other.address, other.bits, other.family);
  return block.check(one.address, one.family);
}

/** Whether two blocks have an address in common. */
export function blocksOverlap(one: AddressBlock, other: AddressBlock): boolean {
  return isWithin(one, other) || isWithin(other, one);
}
