import { isIP } from 'node:net';

/** Addresses of the Internet that begin with the same bits. */
export interface AddressBlock {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
  /** Its addresses as numbers: from the first to the last. */
  readonly first: bigint;
  readonly last: bigint;
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
  return bits <= longest ? { address, bits, family, ...numbersOf(family === 'ipv4' ? ofIpv4(address) : ofIpv6(address), BigInt(longest - bits)) } : undefined;
}

/** The numbers of a block that leaves its last bits open. */
function numbersOf(address: bigint, open: bigint): Pick<AddressBlock, 'first' | 'last'> {
  const first = (address >> open) << open;
  return { first, last: first + (1n << open) - 1n };
}

function ofIpv4(address: string): bigint {
  return address.split('.').reduce((number, part) => number * 256n + BigInt(part), 0n);
}

/** Two colons stand for as many zeros as are missing; an address of IPv4 may stand at the end. */
function ofIpv6(address: string): bigint {
  const hexadecimal = address.replace(/[^:]+\.[^:]+$/, end => ofIpv4(end).toString(16).padStart(8, '0').replace(/^.{4}/, '$&:'));
  const [start, end = []] = hexadecimal.split('::').map(half => half.split(':').filter(part => part !== ''));
  const zeros = Array.from({ length: 8 - start.length - end.length }, () => '0');
  return [...start, ...zeros, ...end].reduce((number, part) => number * 65_536n + BigInt(`0x${part}`), 0n);
}

/** Whether all addresses of a block are in another. */
export function isWithin(one: AddressBlock, other: AddressBlock): boolean {
  return one.family === other.family && one.first >= other.first && one.last <= other.last;
}

/** Whether two blocks have an address in common. */
export function blocksOverlap(one: AddressBlock, other: AddressBlock): boolean {
  return isWithin(one, other) || isWithin(other, one);
}
