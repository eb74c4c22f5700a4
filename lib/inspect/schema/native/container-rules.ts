import { nearest } from '../../nearest';
import { Findings } from '../check/findings';
import { addMissing } from '../check/misfits';
import { didYouMean } from '../check/wording';
import { dnsLabel, environmentName } from '../syntax/names';
import { addMalformed } from './malformed';
import { checkOptionalPortNumber, checkPortName, checkPortNumber } from './port-rules';
import { checkRepeats } from './repeats';
import { checkResources } from './resource-rules';
import { Fields, fieldsAt, inField, inItems, isThere, textOf } from './steps';

/**
 * Holds what every container is held against, but its probes.
 *
 * @param volumes the names of the volumes that it can mount
 */
export function checkContainer(container: Fields, findings: Findings, volumes: ReadonlySet<string>): void {
  addMalformed(findings, { what: 'name', text: textOf(container.name), rule: dnsLabel }, 'name');
  if (!isThere(container.image)) {
    addMissing(findings, 'image', 's');
  }
  inItems(container, 'ports', findings, checkContainerPort);
  checkRepeats(container, ['ports', 'name'], findings);
  inItems(container, 'env', findings, checkVariable);
  inField(container, 'resources', findings, checkResources);
  if (container.volumeMounts !== undefined) {
    inItems(container, 'volumeMounts', findings, mount => checkMount(mount, findings, volumes));
    checkRepeats(container, ['volumeMounts', 'mountPath'], findings);
  }
}

function checkContainerPort(port: Fields, findings: Findings): void {
  checkPortNumber(port, 'containerPort', findings);
  checkOptionalPortNumber(port, 'hostPort', findings);
  checkPortName(port, 'name', findings);
}

function checkVariable(variable: Fields, findings: Findings): void {
  addMalformed(findings, { what: 'name', text: textOf(variable.name), rule: environmentName }, 'name');
  if (variable.valueFrom !== undefined && variable.valueFrom !== null) {
    checkSource(variable, findings);
  }
}

function checkSource(variable: Fields, findings: Findings): void {
  const source = fieldsAt(variable, 'valueFrom');
  const written = Object.keys(source).filter(key => source[key] !== null);
  if (isThere(variable.value) && written.length > 0) {
    findings.add({ kind: 'one-of', message: 'value and valueFrom exclude each other', expected: 'one of the two' });
  } else if (written.length !== 1) {
    const message = written.length === 0 ? 'valueFrom is empty' : `${written.join(' and ')} exclude each other`;
    findings.add({ kind: 'one-of', message, expected: 'exactly one of configMapKeyRef, secretKeyRef, fieldRef or resourceFieldRef' }, 'valueFrom');
  }
}

function checkMount({ name, subPath, subPathExpr }: Fields, findings: Findings, volumes: ReadonlySet<string>): void {
  const wanted = textOf(name);
  if (wanted !== undefined && !volumes.has(wanted)) {
    const expected = volumes.size === 0 ? 'a volume of the pod, which has none' : 'the name of a volume of the pod';
    findings.add({ kind: 'mismatch', message: `the pod has no volume ${JSON.stringify(wanted)}`, expected, repair: didYouMean(nearest(wanted, volumes)) }, 'name');
  }
  if (isThere(subPath) && isThere(subPathExpr)) {
    findings.add({ kind: 'one-of', message: 'subPath and subPathExpr exclude each other', expected: 'at most one of the two' });
  }
}
