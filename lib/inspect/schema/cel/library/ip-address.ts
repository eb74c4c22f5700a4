import { CelError, noSuchOverload } from '../cel-error';
import { quoted } from '../quoted';
import { CelObject } from '../values/value';
import type { CelValue } from '../values/value';
import { parseIp } from './ip-bytes';

/** An IPv4 or IPv6 address. */
export class IpAddress extends CelObject {
  /** @throws CelError when the text is no address, or has a zone, or is an IPv4 address dressed as IPv6. */
  public static parse(text: string): IpAddress {
    const { bytes, zone } = parsed(text);
    if (zone !== '') {
      throw new CelError(`IP address ${quoted(text)} with zone value is not allowed`);
    }
    return new IpAddress(unmapped(bytes, text));
  }

  constructor(public readonly bytes: readonly number[]) {
    super();
  }

  public get kind(): string {
    return 'net.IP';
  }

  public get family(): bigint {
    return this.bytes.length === 4 ? 4n : 6n;
  }

  public get isUnspecified(): boolean {
    return this.bytes.every(byte => byte === 0);
  }

  public get isLoopback(): boolean {
    return this.bytes.length === 4 ? this.bytes[0] === 127 : this.bytes.every((byte, place) => byte === (place === 15 ? 1 : 0));
  }

  public get isMulticast(): boolean {
    return this.bytes.length === 4 ? (this.bytes[0] & 0xf0) === 0xe0 : this.bytes[0] === 0xff;
  }

  public get isLinkLocalMulticast(): boolean {
    const [first, second, third] = this.bytes;
    return this.bytes.length === 4 ? first === 224 && second === 0 && third === 0 : first === 0xff && (second & 0x0f) === 0x02;
  }

  public get isLinkLocalUnicast(): boolean {
    const [first, second] = this.bytes;
    return this.bytes.length === 4 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80;
  }

  public get isGlobalUnicast(): boolean {
    const isBroadcast = this.bytes.length === 4 && this.bytes.every(byte => byte === 255);
    return !(isBroadcast || this.isUnspecified || this.isLoopback || this.isMulticast || this.isLinkLocalUnicast);
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof IpAddress)) {
      throw noSuchOverload();
    }
    return other.bytes.length === this.bytes.length && other.bytes.every((byte, place) => byte === this.bytes[place]);
  }

  /** The one canonical text of the address. */
  public text(): string {
    return this.bytes.length === 4 ? this.bytes.join('.') : shortened(groupsOf(this.bytes));
  }
}

/** The bytes, unless they are an IPv4 address in IPv6. @throws CelError */
export function unmapped(bytes: readonly number[], text: string): readonly number[] {
  if (bytes.length === 16 && bytes.every((byte, place) => place > 11 || byte === (place < 10 ? 0 : 0xff))) {
    throw new CelError(`IPv4-mapped IPv6 address ${quoted(text)} is not allowed`);
  }
  return bytes;
}

function parsed(text: string): ReturnType<typeof parseIp> {
  try {
    return parseIp(text);
  } catch (error) {
    throw new CelError(`IP Address ${quoted(text)} parse error during conversion from string: ${(error as Error).message}`);
  }
}

function groupsOf(bytes: readonly number[]): string[] {
  return bytes.flatMap((byte, place) => place % 2 === 0 ? [(byte << 8 | bytes[place + 1]).toString(16)] : []);
}

/** `::` stands for the longest run of two or more zeros, and for the first of two that are equally long. */
function shortened(groups: readonly string[]): string {
  const runs = groups.map((_, start) => groups.slice(start).findIndex(group => group !== '0')).map((length, start) => length < 0 ? 8 - start : length);
  const longest = Math.max(...runs);
  if (longest < 2) {
    return groups.join(':');
  }
  const start = runs.indexOf(longest);
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + longest).join(':')}`;
}
