import { nearest } from '../../nearest';
import { Findings } from '../check/findings';
import { didYouMean } from '../check/wording';
import { Fields, inField, textOf } from './steps';

/** Holds the field of the pod or its resource that a variable takes its value from against those that there are. */
export function checkFieldOfVariable(source: Fields, findings: Findings): void {
  inField(source, 'fieldRef', findings, checkPathOfVariable);
  inField(source, 'resourceFieldRef', findings, checkResource);
}

/** The same of a file in a volume, which can have all labels or annotations, and knows less of the pod. */
export function checkFieldOfVolume(item: Fields, findings: Findings): void {
  inField(item, 'fieldRef', findings, checkPathOfVolume);
  inField(item, 'resourceFieldRef', findings, checkResource);
}

const OF_ALL = ['metadata.name', 'metadata.namespace', 'metadata.uid'];

const OF_VARIABLES = [
  ...OF_ALL, 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
];

const OF_VOLUMES = [...OF_ALL, 'metadata.labels', 'metadata.annotations'];

function checkPathOfVariable({ fieldPath }: Fields, findings: Findings): void {
  checkFieldPath(fieldPath, findings, OF_VARIABLES);
}

function checkPathOfVolume({ fieldPath }: Fields, findings: Findings): void {
  checkFieldPath(fieldPath, findings, OF_VOLUMES);
}

function checkFieldPath(value: unknown, findings: Findings, known: readonly string[]): void {
  const path = textOf(value);
  if (path !== undefined && !known.includes(path) && !ONE_LABEL.test(path)) {
    const expected = `${known.join(', ')}, or one label or annotation such as metadata.labels['app']`;
    findings.add({ kind: 'enum', message: `invalid fieldPath ${JSON.stringify(path)}`, expected, repair: didYouMean(nearest(path, known)) }, 'fieldPath');
  }
}

const ONE_LABEL = /^metadata\.(?:labels|annotations)\['.*'\]$/;

function checkResource({ resource }: Fields, findings: Findings): void {
  const name = textOf(resource);
  if (name !== undefined && !RESOURCES.includes(name) && !HUGE_PAGES.test(name)) {
    const expected = `${RESOURCES.join(', ')}, or those of hugepages-`;
    findings.add({ kind: 'enum', message: `invalid resource ${JSON.stringify(name)}`, expected, repair: didYouMean(nearest(name, RESOURCES)) }, 'resource');
  }
}

const RESOURCES = ['limits', 'requests'].flatMap(key => ['cpu', 'memory', 'ephemeral-storage'].map(name => `${key}.${name}`));

const HUGE_PAGES = /^(?:limits|requests)\.hugepages-/;
