import { AddressBlock, addressBlock, isWithin } from '../../address-blocks';
import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { isCidr, withoutLeadingZeros } from '../syntax/addresses';
import { checkCidr } from './address-rules';
import { checkSelectorAt } from './label-rules';
import { checkPort, checkPortNumber } from './port-rules';
import { Fields, inField, inItems, textOf } from './steps';

export function checkNetworkPolicy(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkSpec);
}

function checkSpec(spec: Fields, findings: Findings): void {
  checkSelectorAt(spec, 'podSelector', findings);
  inItems(spec, 'ingress', findings, checkRule);
  inItems(spec, 'egress', findings, checkRule);
}

function checkRule(rule: Fields, findings: Findings): void {
  inItems(rule, 'ports', findings, checkPorts);
  inItems(rule, 'from', findings, checkPeer);
  inItems(rule, 'to', findings, checkPeer);
}

function checkPorts(ports: Fields, findings: Findings): void {
  checkPort(ports, 'port', findings);
  const { port, endPort } = ports;
  if (typeof endPort !== 'number') {
    return;
  }
  checkPortNumber(ports, 'endPort', findings);
  if (typeof port !== 'number') {
    findings.add({ kind: 'mismatch', message: 'endPort is set, but port is not a number', expected: 'a numeric port' }, 'endPort');
  } else if (endPort < port && endPort > 0) {
    findings.add({ kind: 'mismatch', message: `endPort ${endPort} is less than port ${port}`, expected: 'at least port' }, 'endPort');
  }
}

function checkPeer(peer: Fields, findings: Findings): void {
  const written = ['podSelector', 'namespaceSelector', 'ipBlock'].filter(key => isObject(peer[key]));
  if (written.length === 0) {
    findings.add({ kind: 'one-of', message: 'the peer is empty', expected: 'podSelector, namespaceSelector or ipBlock' });
  } else if (written.length > 1 && written.includes('ipBlock')) {
    findings.add({ kind: 'one-of', message: `${written.join(' and ')} are mutually exclusive`, expected: 'ipBlock in a separate item' });
  }
  checkSelectorAt(peer, 'podSelector', findings);
  checkSelectorAt(peer, 'namespaceSelector', findings);
  inField(peer, 'ipBlock', findings, checkBlock);
}

function checkBlock({ cidr, except }: Fields, findings: Findings): void {
  const range = textOf(cidr);
  checkCidr(range, findings, 'cidr');
  if (!Array.isArray(except) || except.length === 0) {
    return;
  }
  const block = blockOf(range);
  except.forEach((part, place) => {
    checkCidr(part, findings, 'except', place);
    const hole = blockOf(part);
    if (block !== undefined && hole !== undefined && !(isWithin(hole, block) && hole.bits > block.bits)) {
      const message = isWithin(block, hole) ? `${String(part)} excludes the whole cidr ${range}` : `${String(part)} is not within the cidr ${range}`;
      findings.add({ kind: 'mismatch', message, expected: 'a smaller range within the cidr' }, 'except', place);
    }
  });
}

/** What of addresses of IPv4 in the form of IPv6 lies within what, is left to the server. */
function blockOf(text: unknown): AddressBlock | undefined {
  return typeof text === 'string' && isCidr(text) && !/^::ffff:/i.test(text) ? addressBlock(withoutLeadingZeros(text)) : undefined;
}
