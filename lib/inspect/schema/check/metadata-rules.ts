import { isObject } from '../../is-object';
import { labelValue, qualifiedName, serviceLabel, subdomain, dnsLabel, NameRule, pathSegment } from '../syntax/names';
import { Findings } from './findings';

type Metadata = Readonly<Record<string, unknown>>;

/** The rule that names of a kind follow; most follow that of a DNS subdomain. */
export function nameRuleOf(kind: string): NameRule {
  return NAME_RULES[kind] ?? subdomain;
}

const NAME_RULES: Readonly<Record<string, NameRule>> = {
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
  Namespace: dnsLabel,
  Role: pathSegment,
  RoleBinding: pathSegment,
  Service: serviceLabel,
};

/** Holds name, generateName and namespace against their rules. A name may come from generateName. */
export function checkNames({ name, generateName, namespace }: Metadata, rule: NameRule, findings: Findings): void {
  if (isText(name)) {
    addName(findings, ['name'], name, rule(name));
  } else if (isText(generateName)) {
    // The server appends five letters or digits, and cuts what would make the name too long.
    addName(findings, ['generateName'], generateName, rule(`${generateName.slice(0, 58)}00000`));
  } else {
    findings.add({ kind: 'name', message: 'the object has no name', expected: 'name or generateName' }, 'name');
  }
  if (isText(namespace)) {
    addName(findings, ['namespace'], namespace, dnsLabel(namespace));
  }
}

/** Holds the keys and values of labels and the keys of annotations against their syntax. */
export function checkLabelsAndAnnotations({ labels, annotations }: Metadata, findings: Findings): void {
  for (const [key, value] of entries(labels)) {
    add(findings, ['labels', key], ['label key', key], qualifiedName(key));
    add(findings, ['labels', key], ['label value', value], labelValue(isText(value) ? value : ''));
  }
  for (const [key] of entries(annotations)) {
    // Of annotations the case of the prefix does not matter.
    add(findings, ['annotations', key], ['annotation key', key], qualifiedName(key.toLowerCase()));
  }
  const size = entries(annotations).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value ?? '')), 0);
  if (size > ANNOTATIONS_LIMIT) {
    findings.block();
    findings.add({ kind: 'bounds', message: `the annotations have ${size} bytes`, expected: `at most ${ANNOTATIONS_LIMIT}` }, 'annotations');
  }
}

const ANNOTATIONS_LIMIT = 256 * 1024;

/** Holds finalizers and owner references against their rules. */
export function checkReferences({ finalizers, ownerReferences }: Metadata, findings: Findings): void {
  const given = items(finalizers).map(finalizer => (isText(finalizer) ? finalizer : ''));
  given.forEach((finalizer, place) => add(findings, ['finalizers', place], ['finalizer', finalizer], qualifiedName(finalizer)));
  if (given.includes('orphan') && given.includes('foregroundDeletion')) {
    const message = 'orphan and foregroundDeletion exclude each other';
    findings.add({ kind: 'one-of', message, expected: 'at most one of them' }, 'finalizers');
  }
  const owners = items(ownerReferences).map(owner => (isObject(owner) ? owner : {}));
  owners.forEach(({ apiVersion, kind }, place) => {
    if (apiVersion === 'v1' && kind === 'Event') {
      findings.add({ kind: 'one-of', message: 'an Event cannot own anything', expected: 'another kind' }, 'ownerReferences', place);
    }
  });
  if (owners.filter(owner => owner.controller === true).length > 1) {
    const message = 'two owner references have controller: true';
    findings.add({ kind: 'one-of', message, expected: 'at most one' }, 'ownerReferences');
  }
}

function add(findings: Findings, below: readonly (string | number)[], [what, value]: readonly [string, unknown], problem: string | undefined): void {
  if (problem !== undefined) {
    findings.add({ kind: 'format', message: `the ${what} ${JSON.stringify(value)} ${problem}` }, ...below);
  }
}

function addName(findings: Findings, below: readonly string[], name: string, problem: string | undefined): void {
  if (problem !== undefined) {
    findings.add({ kind: 'name', message: `the ${below[0]} ${JSON.stringify(name)} ${problem}` }, ...below);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function entries(map: unknown): readonly (readonly [string, unknown])[] {
  return isObject(map) ? Object.entries(map) : [];
}

function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
