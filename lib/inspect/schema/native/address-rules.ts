import { AddressBlock, addressBlock, isWithin } from '../../address-blocks';
import { Findings } from '../check/findings';
import { isAddress, isCidr, withoutLeadingZeros } from '../syntax/addresses';

/** The way from the value at hand to a text: the field that it is in, and its position in a list. */
type Below = readonly [field: string, ...positions: readonly number[]];

/** Says of a text that it is no range of addresses. */
export function checkCidr(value: unknown, findings: Findings, ...below: Below): void {
  if (typeof value === 'string' && !isCidr(value)) {
    const repair = isAddress(value) ? `write ${value}/${value.includes(':') ? 128 : 32}` : undefined;
    findings.add({ kind: 'format', message: `invalid ${below[0]} ${JSON.stringify(value)}`, expected: 'a range of addresses such as 10.0.0.0/8', repair }, ...below);
  }
}

/** Says of a text that it is no address, or one that nobody outside of a machine or its network can reach. */
export function checkOutsideAddress(value: unknown, findings: Findings, ...below: Below): void {
  if (typeof value !== 'string') {
    return;
  }
  const message = `${below[0]} has ${JSON.stringify(value)}`;
  if (!isAddress(value)) {
    findings.add({ kind: 'format', message, expected: 'an IP address' }, ...below);
    return;
  }
  const address = addressBlock(withoutLeadingZeros(value))!;
  const [what] = Object.entries(WITHIN).find(([, blocks]) => blocks.some(block => isWithin(address, block))) ?? [];
  if (what !== undefined) {
    findings.add({ kind: 'format', message: `${message}, ${what}`, expected: 'an address that is reachable from outside' }, ...below);
  }
}

const WITHIN: Readonly<Record<string, readonly AddressBlock[]>> = {
  'a loopback address': ['127.0.0.0/8', '::1', '::ffff:127.0.0.0/104'].map(known),
  'a link-local address': ['169.254.0.0/16', 'fe80::/10', '224.0.0.0/24', 'ff02::/16'].map(known),
  'the unspecified address': ['0.0.0.0', '::'].map(known),
};

function known(block: string): AddressBlock {
  return addressBlock(block)!;
}
