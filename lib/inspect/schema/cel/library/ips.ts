import { STRING, func, instance, method } from '../overload';
import type { Overload } from '../overload';
import { succeeds } from '../succeeds';
import { IpAddress } from './ip-address';

const IP = instance(IpAddress);

/** Kubernetes' IP addresses, since 1.30. */
export const IPS: readonly Overload[] = [
  func('ip', [STRING], IpAddress.parse),
  func('isIP', [STRING], text => succeeds(() => IpAddress.parse(text))),
  func('ip.isCanonical', [STRING], text => IpAddress.parse(text).text() === text),
  func('string', [IP], ip => ip.text()),
  method('family', [IP], ip => ip.family),
  method('isUnspecified', [IP], ip => ip.isUnspecified),
  method('isLoopback', [IP], ip => ip.isLoopback),
  method('isLinkLocalMulticast', [IP], ip => ip.isLinkLocalMulticast),
  method('isLinkLocalUnicast', [IP], ip => ip.isLinkLocalUnicast),
  method('isGlobalUnicast', [IP], ip => ip.isGlobalUnicast),
];
