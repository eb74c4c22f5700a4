import { noSuchOverload } from '../cel-error';
import { STRING, func, instance, method } from '../overload';
import type { Overload } from '../overload';
import { succeeds } from '../succeeds';
import { Cidr } from './cidr';
import { IpAddress } from './ip-address';

const CIDR = instance(Cidr);
const IP = instance(IpAddress);

/** Kubernetes' networks, since 1.30. */
export const CIDRS: readonly Overload[] = [
  func('cidr', [STRING], Cidr.parse),
  func('isCIDR', [STRING], text => succeeds(() => Cidr.parse(text))),
  func('string', [CIDR], cidr => cidr.text()),
  method('containsIP', [CIDR, IP], (cidr, ip) => cidr.containsIp(ip)),
  method('containsIP', [CIDR, STRING], containsIpText),
  method('containsCIDR', [CIDR, CIDR], (cidr, other) => cidr.containsCidr(other)),
  method('containsCIDR', [CIDR, STRING], (cidr, text) => cidr.containsCidr(Cidr.parse(text))),
  method('ip', [CIDR], ({ ip }) => ip),
  method('masked', [CIDR], ({ masked }) => masked),
  method('prefixLength', [CIDR], ({ prefixLength }) => BigInt(prefixLength)),
];

function containsIpText(cidr: Cidr, text: string): boolean {
  // The API server drops what is wrong with the address.
  if (!succeeds(() => IpAddress.parse(text))) {
    throw noSuchOverload();
  }
  return cidr.containsIp(IpAddress.parse(text));
}
