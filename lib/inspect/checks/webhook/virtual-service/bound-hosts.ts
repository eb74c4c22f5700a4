import { isWildcardHostName } from '../primitives/host-names';

/**
 * Whether a text is a host of a VirtualService. At a gateway that other clusters reach by TLS, `isOutbound`, it may be a name that istiod
 * makes of direction, port, subset and host: `outbound_.80_._.cart.shop.svc`.
 */
export function isBoundHost(text: string, isOutbound: boolean): boolean {
  return isOutbound && text.startsWith('outbound_') && text.length <= 255 ? isMadeName(text) : isWildcardHostName(text);
}

function isMadeName(text: string): boolean {
  const [, port, , host] = text.split('_');
  return host !== undefined && /\d/.test(port) && /[a-zA-Z]/.test(host);
}
