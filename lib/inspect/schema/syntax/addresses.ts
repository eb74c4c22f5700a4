import { isIP, isIPv4 } from 'node:net';

/** Whether a text is an address as the API server reads it. One with a zone is none. */
export function isAddress(text: string): boolean {
  return !text.includes('%') && isIP(withoutLeadingZeros(text)) !== 0;
}

/** Whether a text is an address and the number of its bits that count. */
export function isCidr(text: string): boolean {
  const [address, length, ...rest] = text.split('/');
  const longest = isIPv4(withoutLeadingZeros(address)) ? 32 : 128;
  return rest.length === 0 && isAddress(address) && /^\d{1,3}$/.test(length ?? '') && Number(length) <= longest;
}

/** Kubernetes reads `010.0.0.1` as Go did of old: the zeros mean nothing. */
export function withoutLeadingZeros(address: string): string {
  return address.includes(':') ? address : address.replace(/(^|\.)0+(?=\d)/g, '$1');
}
