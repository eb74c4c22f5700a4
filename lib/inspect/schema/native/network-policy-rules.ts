import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { hasFormat } from '../syntax/formats';
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
    findings.add({ kind: 'mismatch', message: 'a range of ports has no first number', expected: 'a number as port' }, 'endPort');
  } else if (endPort < port && endPort > 0) {
    findings.add({ kind: 'mismatch', message: `endPort is ${endPort}, and port ${port}`, expected: 'no less than port' }, 'endPort');
  }
}

function checkPeer(peer: Fields, findings: Findings): void {
  const written = ['podSelector', 'namespaceSelector', 'ipBlock'].filter(key => isObject(peer[key]));
  if (written.length === 0) {
    findings.add({ kind: 'one-of', message: 'the peer says nothing', expected: 'podSelector, namespaceSelector or ipBlock' });
  } else if (written.length > 1 && written.includes('ipBlock')) {
    findings.add({ kind: 'one-of', message: `${written.join(' and ')} exclude each other`, expected: 'ipBlock in an item of its own' });
  }
  checkSelectorAt(peer, 'podSelector', findings);
  checkSelectorAt(peer, 'namespaceSelector', findings);
  inField(peer, 'ipBlock', findings, checkBlock);
}

function checkBlock({ cidr, except }: Fields, findings: Findings): void {
  checkCidr(cidr, findings, 'cidr');
  (Array.isArray(except) ? except : []).forEach((part, place) => checkCidr(part, findings, 'except', place));
}

function checkCidr(value: unknown, findings: Findings, ...below: (string | number)[]): void {
  const text = textOf(value);
  if (text !== undefined && !hasFormat(text, 'cidr')) {
    findings.add({ kind: 'format', message: `${below[0]} is ${JSON.stringify(text)}`, expected: 'a range of addresses such as 10.0.0.0/8' }, ...below);
  }
}
