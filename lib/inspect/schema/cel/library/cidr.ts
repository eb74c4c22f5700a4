import { CelError, noSuchOverload } from '../cel-error';
import { quoted } from '../quoted';
import { CelObject } from '../values/value';
import type { CelValue } from '../values/value';
import { IpAddress, unmapped } from './ip-address';
import { parseIp } from './ip-bytes';

/** A network, `192.168.0.0/16`. The address may have bits behind the prefix. */
export class Cidr extends CelObject {
  /** @throws CelError when the text is no network. */
  public static parse(text: string): Cidr {
    try {
      return parse(text);
    } catch (error) {
      throw new CelError(`network address parse error during conversion from string: ${(error as Error).message}`);
    }
  }

  constructor(public readonly ip: IpAddress, public readonly prefixLength: number) {
    super();
  }

  public get kind(): string {
    return 'net.CIDR';
  }

  /** The network without the bits behind the prefix. */
  public get masked(): Cidr {
    const bytes = this.ip.bytes.map((byte, place) => byte & (0xff00 >> Math.min(Math.max(this.prefixLength - 8 * place, 0), 8)) & 0xff);
    return new Cidr(new IpAddress(bytes), this.prefixLength);
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof Cidr)) {
      throw noSuchOverload();
    }
    return other.prefixLength === this.prefixLength && other.ip.equals(this.ip);
  }

  public containsIp(ip: IpAddress): boolean {
    return new Cidr(ip, this.prefixLength).masked.equals(this.masked);
  }

  public containsCidr(other: Cidr): boolean {
    return this.prefixLength <= other.prefixLength && this.containsIp(other.ip);
  }

  public text(): string {
    return `${this.ip.text()}/${this.prefixLength}`;
  }
}

function parse(text: string): Cidr {
  const problem = (message: string): CelError => (
    new CelError(`network address parse error during conversion from string: netip.ParsePrefix(${quoted(text)}): ${message}`)
  );
  const slash = text.lastIndexOf('/');
  if (slash < 0) {
    throw problem('no \'/\'');
  }
  const { bytes, zone } = ipOf(text.slice(0, slash), problem);
  if (zone !== '') {
    throw problem('IPv6 zones cannot be present in a prefix');
  }
  const bits = text.slice(slash + 1);
  if (!/^(?:\d|[1-9]\d*)$/.test(bits)) {
    throw problem(`bad bits after slash: ${quoted(bits)}`);
  }
  if (Number(bits) > bytes.length * 8) {
    throw problem('prefix length out of range');
  }
  return new Cidr(new IpAddress(unmapped(bytes, text)), Number(bits));
}

function ipOf(text: string, problem: (message: string) => CelError): ReturnType<typeof parseIp> {
  try {
    return parseIp(text);
  } catch (error) {
    throw problem((error as Error).message);
  }
}
