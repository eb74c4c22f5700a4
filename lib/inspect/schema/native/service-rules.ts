import { Findings } from '../check/findings';
import { addMissing } from '../check/misfits';
import { isAddress } from '../syntax/addresses';
import { dnsLabel, qualifiedName, subdomain } from '../syntax/names';
import { checkCidr, checkOutsideAddress } from './address-rules';
import { isFilled } from './filled';
import { checkHostForm } from './host-rules';
import { checkLabelsAt } from './label-rules';
import { addMalformed } from './malformed';
import { checkPortName, checkPortNumber, checkOptionalPortNumber } from './port-rules';
import { checkRepeats } from './repeats';
import { Fields, inField, inItems, isThere, itemsOf, NONE, textOf } from './steps';

export function checkService(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, checkSpec);
}

function checkSpec(spec: Fields, findings: Findings): void {
  const type = textOf(spec.type) ?? 'ClusterIP';
  checkPorts(spec, type, findings);
  checkLabelsAt(spec, 'selector', findings);
  if (type === 'ExternalName') {
    checkExternalName(spec, findings);
  } else {
    checkAddress(spec, type, findings);
  }
  checkFieldsOfType(spec, type, findings);
  checkOutside(spec, type, findings);
}

function checkPorts(spec: Fields, type: string, findings: Findings): void {
  const { ports } = spec;
  const count = Array.isArray(ports) ? ports.length : 0;
  if (count === 0 && spec.clusterIP !== 'None' && type !== 'ExternalName') {
    findings.add({ kind: 'required', message: 'ports is missing', expected: 'at least one port, unless clusterIP is None' }, 'ports');
  }
  inItems(spec, 'ports', findings, port => checkPort(port, findings, { isOneOfMany: count > 1, type }));
  if (count > 1) {
    checkRepeats(spec, ['ports', 'name'], findings);
    checkRepeatedNumbers(spec, 'port', findings);
    checkRepeatedNumbers(spec, 'nodePort', findings);
  }
}

function checkPort(port: Fields, findings: Findings, { isOneOfMany, type }: { readonly isOneOfMany: boolean; readonly type: string }): void {
  const name = textOf(port.name);
  addMalformed(findings, { what: 'port name', text: name, rule: dnsLabel }, 'name');
  if (name === undefined && isOneOfMany) {
    const repair = 'start it with the protocol, such as http-, grpc- or tcp-, so that the mesh can detect it';
    findings.add({ kind: 'required', message: 'name is missing', expected: 'a name, since the Service has several ports', repair }, 'name');
  }
  checkPortNumber(port, 'port', findings);
  checkOptionalPortNumber(port, 'targetPort', findings);
  checkPortName(port, 'targetPort', findings);
  addMalformed(findings, { what: 'appProtocol', text: textOf(port.appProtocol), rule: qualifiedName }, 'appProtocol');
  if (type === 'ClusterIP' && isThere(port.nodePort) && port.nodePort !== 0) {
    findings.add({ kind: 'mismatch', message: 'a Service of type ClusterIP cannot have a nodePort', expected: 'no nodePort, or type: NodePort' }, 'nodePort');
  }
}

/** A number may stand twice for two transports. */
function checkRepeatedNumbers(spec: Fields, key: string, findings: Findings): void {
  const seen = new Set<string>();
  itemsOf(spec, 'ports').forEach((port, place) => {
    const [value, protocol] = [port[key], textOf(port.protocol) ?? 'TCP'];
    if (typeof value !== 'number' || value === 0) {
      return;
    }
    if (seen.has(`${protocol} ${value}`)) {
      findings.add({ kind: 'duplicate', message: `duplicate ${key} ${value} for ${protocol}`, expected: `each ${key} only once per protocol` }, 'ports', place, key);
    }
    seen.add(`${protocol} ${value}`);
  });
}

function checkExternalName(spec: Fields, findings: Findings): void {
  const name = textOf(spec.externalName);
  if (name === undefined) {
    addMissing(findings, 'externalName', { t: 's' });
  } else {
    checkHostForm(findings, { what: 'externalName', text: name.replace(/\.$/, ''), rule: subdomain }, 'externalName');
  }
  for (const key of OF_ADDRESSES.filter(one => isFilled(spec[one]))) {
    findings.add({ kind: 'mismatch', message: `a Service of type ExternalName cannot have ${key}`, expected: `no ${key}` }, key);
  }
}

const OF_ADDRESSES = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'];

function checkAddress({ clusterIP }: Fields, type: string, findings: Findings): void {
  const address = textOf(clusterIP);
  if (address === 'None' && (type === 'LoadBalancer' || type === 'NodePort')) {
    findings.add({ kind: 'mismatch', message: `a Service of type ${type} cannot be headless`, expected: 'no clusterIP, or type: ClusterIP' }, 'clusterIP');
  } else if (address !== undefined && address !== 'None' && !isAddress(address)) {
    findings.add({ kind: 'format', message: `invalid clusterIP ${JSON.stringify(address)}`, expected: 'an IP address or None' }, 'clusterIP');
  }
}

function checkOutside({ externalIPs, loadBalancerSourceRanges: ranges }: Fields, type: string, findings: Findings): void {
  if (Array.isArray(externalIPs)) {
    externalIPs.forEach((address, place) => checkOutsideAddress(address, findings, 'externalIPs', place));
  }
  if (type === 'LoadBalancer' && Array.isArray(ranges)) {
    // The API server cuts blanks at the ends off.
    ranges.forEach((range, place) => checkCidr(typeof range === 'string' ? range.trim() : range, findings, 'loadBalancerSourceRanges', place));
  }
}

/** What a type that nobody knows has, nobody knows either. */
function checkFieldsOfType(spec: Fields, type: string, findings: Findings): void {
  if (!TYPES.includes(type)) {
    return;
  }
  for (const key of type === 'LoadBalancer' ? NONE : OF_LOAD_BALANCERS.filter(one => isFilled(spec[one]))) {
    findings.add({ kind: 'mismatch', message: `${key} is not allowed for type ${type}`, expected: `no ${key}, or type: LoadBalancer` }, key);
  }
  if (isThere(spec.externalTrafficPolicy) && !isReachedFromOutside(spec, type)) {
    const expected = 'no externalTrafficPolicy, or a type that is reachable from outside';
    findings.add({ kind: 'mismatch', message: `externalTrafficPolicy is not allowed for type ${type}`, expected }, 'externalTrafficPolicy');
  }
}

function isReachedFromOutside(spec: Fields, type: string): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && isFilled(spec.externalIPs));
}

const TYPES: readonly string[] = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

const OF_LOAD_BALANCERS = ['allocateLoadBalancerNodePorts', 'loadBalancerClass', 'loadBalancerSourceRanges'];
