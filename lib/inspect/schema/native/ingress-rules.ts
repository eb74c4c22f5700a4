import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { own } from '../own';
import { isAddress } from '../syntax/addresses';
import { NameRule, serviceLabel, subdomain, wildcardSubdomain } from '../syntax/names';
import { checkHostForm } from './host-rules';
import { addMalformed } from './malformed';
import { checkOptionalPortNumber, checkPortName } from './port-rules';
import { Fields, fieldsAt, inField, inItems, isThere, itemsOf, textOf } from './steps';

export function checkIngress(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkSpec);
  checkClass(object, findings);
}

function checkSpec(spec: Fields, findings: Findings): void {
  if (itemsOf(spec, 'rules').length === 0 && !isObject(spec.defaultBackend)) {
    findings.add({ kind: 'one-of', message: 'spec has neither rules nor defaultBackend', expected: 'at least one of them' });
  }
  inField(spec, 'defaultBackend', findings, checkBackend);
  inItems(spec, 'rules', findings, checkRule);
  inItems(spec, 'tls', findings, checkTls);
}

/** The annotation of old may stand beside the field, if the two agree. */
function checkClass(object: Fields, findings: Findings): void {
  const { ingressClassName } = fieldsAt(object, 'spec');
  if (typeof ingressClassName !== 'string') {
    return;
  }
  const annotation = own(fieldsAt(fieldsAt(object, 'metadata'), 'annotations'), CLASS);
  if (annotation !== undefined && (annotation ?? '') !== ingressClassName) {
    const message = `the annotation is ${JSON.stringify(annotation ?? '')}, but ingressClassName is ${JSON.stringify(ingressClassName)}`;
    findings.add({ kind: 'mismatch', message, expected: 'only one of them, or the same class in both', repair: 'remove the annotation' }, 'metadata', 'annotations', CLASS);
  }
  addMalformed(findings, { what: 'ingressClassName', text: ingressClassName, rule: subdomain }, 'spec', 'ingressClassName');
}

const CLASS = 'kubernetes.io/ingress.class';

function checkRule(rule: Fields, findings: Findings): void {
  const host = textOf(rule.host);
  if (host !== undefined && isAddress(host)) {
    findings.add({ kind: 'format', message: `invalid host ${JSON.stringify(host)}`, expected: 'a DNS name, not an IP address' }, 'host');
  } else {
    checkHostForm(findings, { what: 'host', text: host, rule: hostName }, 'host');
  }
  inField(rule, 'http', findings, http => inItems(http, 'paths', findings, checkPath));
}

/** A certificate may be for an address. */
function checkTls(tls: Fields, findings: Findings): void {
  (Array.isArray(tls.hosts) ? tls.hosts : []).forEach((host, place) => checkHostForm(findings, { what: 'host', text: textOf(host), rule: hostName }, 'hosts', place));
  addMalformed(findings, { what: 'secretName', text: textOf(tls.secretName), rule: subdomain }, 'secretName');
}

const hostName: NameRule = host => (host.includes('*') ? wildcardSubdomain : subdomain)(host);

function checkPath(path: Fields, findings: Findings): void {
  const type = textOf(path.pathType);
  const text = textOf(path.path) ?? '';
  if (type !== undefined && !(type === 'ImplementationSpecific' && text === '')) {
    checkPathText(text, type, findings);
  }
  inField(path, 'backend', findings, checkBackend);
}

function checkPathText(text: string, type: string, findings: Findings): void {
  const message = `invalid path ${JSON.stringify(text)}`;
  if (text === '') {
    findings.add({ kind: 'required', message: 'path is missing', expected: 'a path that begins with "/"' }, 'path');
  } else if (!text.startsWith('/')) {
    findings.add({ kind: 'format', message, expected: 'a path that begins with "/"' }, 'path');
  } else if (type !== 'ImplementationSpecific' && REFUSED.test(text)) {
    findings.add({ kind: 'format', message, expected: 'a path without "//", "%2f", and "." or ".." as a segment' }, 'path');
  }
}

const REFUSED = /\/\/|\/\.\.?(?:\/|$)|%2[fF]/;

function checkBackend(backend: Fields, findings: Findings): void {
  const [hasService, hasResource] = [isObject(backend.service), isObject(backend.resource)];
  if (hasService === hasResource) {
    const message = hasService ? 'service and resource are mutually exclusive' : 'backend has neither service nor resource';
    findings.add({ kind: 'one-of', message, expected: 'exactly one of them' });
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
    const message = hasName ? 'name and number are mutually exclusive' : 'port has neither name nor number';
    findings.add({ kind: 'one-of', message, expected: 'exactly one of them' }, 'port');
  }
  inField(service, 'port', findings, checkPort);
}

function checkPort(port: Fields, findings: Findings): void {
  checkPortName(port, 'name', findings);
  checkOptionalPortNumber(port, 'number', findings);
}
