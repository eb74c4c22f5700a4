import { isIP } from 'node:net';
import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { malformed } from '../check/metadata-rules';
import { serviceLabel, subdomain, wildcardSubdomain } from '../syntax/names';
import { addMalformed } from './malformed';
import { checkOptionalPortNumber, checkPortName } from './port-rules';
import { Fields, fieldsAt, inField, inItems, isThere, itemsOf, textOf } from './steps';

export function checkIngress(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkSpec);
}

function checkSpec(spec: Fields, findings: Findings): void {
  if (itemsOf(spec, 'rules').length === 0 && !isObject(spec.defaultBackend)) {
    findings.add({ kind: 'one-of', message: 'spec has neither rules nor defaultBackend', expected: 'at least one of the two' });
  }
  inField(spec, 'defaultBackend', findings, checkBackend);
  inItems(spec, 'rules', findings, checkRule);
  inItems(spec, 'tls', findings, checkTls);
}

function checkRule(rule: Fields, findings: Findings): void {
  checkHost(rule.host, findings, 'host');
  inField(rule, 'http', findings, http => inItems(http, 'paths', findings, checkPath));
}

function checkTls(tls: Fields, findings: Findings): void {
  (Array.isArray(tls.hosts) ? tls.hosts : []).forEach((host, place) => checkHost(host, findings, 'hosts', place));
}

function checkHost(value: unknown, findings: Findings, ...below: (string | number)[]): void {
  const host = textOf(value);
  if (host === undefined) {
    return;
  }
  if (isIP(host) !== 0 && below.length === 1) {
    findings.add({ kind: 'format', message: `host is ${JSON.stringify(host)}`, expected: 'a DNS name, not an IP address' }, ...below);
    return;
  }
  const problem = (host.includes('*') ? wildcardSubdomain : subdomain)(host);
  if (problem !== undefined) {
    const repair = /:\d+$/.test(host) ? `write the host without its port: ${host.replace(/:\d+$/, '')}` : undefined;
    findings.add({ ...malformed('host', host, problem), repair }, ...below);
  }
}

function checkPath(path: Fields, findings: Findings): void {
  const type = textOf(path.pathType);
  const text = textOf(path.path) ?? '';
  if (type !== undefined && !(type === 'ImplementationSpecific' && text === '')) {
    checkPathText(text, type, findings);
  }
  inField(path, 'backend', findings, checkBackend);
}

function checkPathText(text: string, type: string, findings: Findings): void {
  const message = `path is ${JSON.stringify(text)}`;
  if (text === '') {
    findings.add({ kind: 'required', message: 'path is missing', expected: 'a path that begins with "/"' }, 'path');
  } else if (!text.startsWith('/')) {
    findings.add({ kind: 'format', message, expected: 'a path that begins with "/"' }, 'path');
  } else if (type !== 'ImplementationSpecific' && REFUSED.test(text)) {
    findings.add({ kind: 'format', message, expected: 'a path without "//", "%2f", and "." or ".." between slashes' }, 'path');
  }
}

const REFUSED = /\/\/|\/\.\.?(?:\/|$)|%2[fF]/;

function checkBackend(backend: Fields, findings: Findings): void {
  const [hasService, hasResource] = [isObject(backend.service), isObject(backend.resource)];
  if (hasService === hasResource) {
    const message = hasService ? 'service and resource exclude each other' : 'backend has neither service nor resource';
    findings.add({ kind: 'one-of', message, expected: 'exactly one of the two' });
  }
  if (!hasResource) {
    inField(backend, 'service', findings, checkService);
  }
}

function checkService(service: Fields, findings: Findings): void {
  addMalformed(findings, { what: 'name', text: textOf(service.name), rule: serviceLabel }, 'name');
  const port = fieldsAt(service, 'port');
  const [hasName, hasNumber] = [isThere(port.name), isThere(port.number) && port.number !== 0];
  if (hasName === hasNumber) {
    const message = hasName ? 'name and number exclude each other' : 'port has neither name nor number';
    findings.add({ kind: 'one-of', message, expected: 'exactly one of the two' }, 'port');
  }
  inField(service, 'port', findings, checkPort);
}

function checkPort(port: Fields, findings: Findings): void {
  checkPortName(port, 'name', findings);
  checkOptionalPortNumber(port, 'number', findings);
}
