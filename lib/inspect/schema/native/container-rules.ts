import { nearest } from '../../nearest';
import { Findings } from '../check/findings';
import { didYouMean } from '../check/wording';
import { dataKey, dnsLabel, environmentName, subdomain } from '../syntax/names';
import { checkFieldOfVariable } from './downward-rules';
import { addMalformed } from './malformed';
import { checkOptionalPortNumber, checkPortName, checkPortNumber } from './port-rules';
import { checkThere } from './presence';
import { checkRepeats } from './repeats';
import { checkResources } from './resource-rules';
import { Fields, fieldsAt, inField, inItems, isSet, isThere, NONE, textOf } from './steps';

/**
 * Holds what every container is held against, but its probes.
 *
 * @param volumes the names of the volumes that it can mount
 */
export function checkContainer(container: Fields, findings: Findings, volumes: ReadonlySet<string>): void {
  addMalformed(findings, { what: 'name', text: textOf(container.name), rule: dnsLabel }, 'name');
  checkThere(container, 'image', findings);
  inItems(container, 'ports', findings, checkContainerPort);
  checkRepeats(container, ['ports', 'name'], findings);
  inItems(container, 'env', findings, checkVariable);
  inItems(container, 'envFrom', findings, checkVariables);
  inField(container, 'resources', findings, checkResources);
  inItems(container, 'volumeMounts', findings, mount => checkMount(mount, findings, volumes));
  checkRepeats(container, ['volumeMounts', 'mountPath'], findings);
  inItems(container, 'volumeDevices', findings, device => checkVolumeName(device, findings, volumes));
}

function checkContainerPort(port: Fields, findings: Findings): void {
  checkPortNumber(port, 'containerPort', findings);
  checkOptionalPortNumber(port, 'hostPort', findings);
  checkPortName(port, 'name', findings);
}

function checkVariable(variable: Fields, findings: Findings): void {
  addMalformed(findings, { what: 'name', text: textOf(variable.name), rule: environmentName }, 'name');
  if (isSet(variable.valueFrom)) {
    checkSource(variable, findings);
  }
}

function checkSource(variable: Fields, findings: Findings): void {
  const source = fieldsAt(variable, 'valueFrom');
  const written = Object.keys(source).filter(key => isSet(source[key]));
  if (isThere(variable.value) && written.length > 0) {
    findings.add({ kind: 'one-of', message: 'value and valueFrom are mutually exclusive', expected: 'only one of them' });
  } else if (written.length !== 1) {
    const message = written.length === 0 ? 'valueFrom is empty' : `${written.join(' and ')} are mutually exclusive`;
    findings.add({ kind: 'one-of', message, expected: 'exactly one of configMapKeyRef, secretKeyRef, fieldRef or resourceFieldRef' }, 'valueFrom');
  }
  inField(variable, 'valueFrom', findings, checkValue);
}

function checkValue(source: Fields, findings: Findings): void {
  inField(source, 'configMapKeyRef', findings, checkReference);
  inField(source, 'secretKeyRef', findings, checkReference);
  checkFieldOfVariable(source, findings);
}

function checkReference(reference: Fields, findings: Findings): void {
  checkThere(reference, 'name', findings);
  addMalformed(findings, { what: 'name', text: textOf(reference.name), rule: subdomain }, 'name');
  addMalformed(findings, { what: 'key', text: textOf(reference.key), rule: dataKey }, 'key');
}

function checkVariables(source: Fields, findings: Findings): void {
  const written = ['configMapRef', 'secretRef'].filter(key => isSet(source[key]));
  if (written.length !== 1) {
    const message = written.length === 0 ? 'the envFrom item has no source' : `${written.join(' and ')} are mutually exclusive`;
    findings.add({ kind: 'one-of', message, expected: 'exactly one of configMapRef or secretRef' });
  }
  inField(source, 'configMapRef', findings, checkReference);
  inField(source, 'secretRef', findings, checkReference);
}

function checkMount(mount: Fields, findings: Findings, volumes: ReadonlySet<string>): void {
  const { subPath, subPathExpr } = mount;
  checkVolumeName(mount, findings, volumes);
  if (isThere(subPath) && isThere(subPathExpr)) {
    findings.add({ kind: 'one-of', message: 'subPath and subPathExpr are mutually exclusive', expected: 'at most one of them' });
  }
}

function checkVolumeName({ name }: Fields, findings: Findings, volumes: ReadonlySet<string>): void {
  const wanted = textOf(name);
  if (wanted !== undefined && !volumes.has(wanted)) {
    const expected = volumes.size === 0 ? 'a volume of the pod, but it has none' : 'the name of a volume of the pod';
    const near = findings.areMany ? NONE : nearest(wanted, volumes);
    findings.add({ kind: 'mismatch', message: `the pod has no volume ${JSON.stringify(wanted)}`, expected, repair: didYouMean(near) }, 'name');
  }
}
