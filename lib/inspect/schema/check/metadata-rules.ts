import { isObject } from '../../is-object';
import { labelValue, qualifiedName, serviceLabel, subdomain, dnsLabel, NameRule, pathSegment } from '../syntax/names';
import { Findings, Problem } from './findings';

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
  StatefulSet: dnsLabel,
};

/** Holds name, generateName and namespace against their rules. A name may come from generateName. */
export function checkNames({ name, generateName, namespace }: Metadata, rule: NameRule, findings: Findings): void {
  if (isText(name)) {
    addName(findings, 'name', name, rule(name));
  } else if (isText(generateName)) {
    // The server appends five letters or digits, and cuts what would make the name too long.
    addName(findings, 'generateName', generateName, rule(`${generateName.slice(0, 58)}00000`));
  } else {
    findings.add({ kind: 'name', message: 'the object has no name', expected: 'name or generateName' }, 'name');
  }
  if (isText(namespace)) {
    addName(findings, 'namespace', namespace, dnsLabel(namespace));
  }
}

/** Holds the keys and values of labels and the keys of annotations against their syntax. */
export function checkLabelsAndAnnotations({ labels, annotations }: Metadata, findings: Findings): void {
  if (isObject(labels)) {
    checkLabels(labels, findings, 'labels');
  }
  if (isObject(annotations)) {
    checkAnnotations(annotations, findings);
  }
}

/** Holds labels, which stand at a field of the value at hand, against their syntax. */
export function checkLabels(labels: Metadata, findings: Findings, field: string): void {
  for (const key in labels) {
    const value = labels[key];
    const problem = qualifiedName(key);
    const ofValue = isText(value) ? labelValue(value) : undefined;
    if (problem !== undefined) {
      findings.add(malformed('label key', key, problem), field, key);
    }
    if (ofValue !== undefined) {
      findings.add(malformed('label value', value, ofValue), field, key);
    }
  }
}

function checkAnnotations(annotations: Metadata, findings: Findings): void {
  let size = 0;
  for (const key in annotations) {
    // Of annotations the case of the prefix does not matter.
    const problem = qualifiedName(key.toLowerCase());
    if (problem !== undefined) {
      findings.add(malformed('annotation key', key, problem), 'annotations', key);
    }
    size += Buffer.byteLength(key) + Buffer.byteLength(String(annotations[key] ?? ''));
  }
  if (size > ANNOTATIONS_LIMIT) {
    findings.block();
    findings.add({ kind: 'bounds', message: `the annotations have ${size} bytes`, expected: `at most ${ANNOTATIONS_LIMIT}` }, 'annotations');
  }
}

const ANNOTATIONS_LIMIT = 256 * 1024;

/** Holds finalizers and owner references against their rules. */
export function checkReferences({ finalizers, ownerReferences }: Metadata, findings: Findings): void {
  if (Array.isArray(finalizers)) {
    checkFinalizers(finalizers, findings);
  }
  if (Array.isArray(ownerReferences)) {
    checkOwners(ownerReferences, findings);
  }
}

function checkFinalizers(finalizers: readonly unknown[], findings: Findings): void {
  const given = finalizers.map(finalizer => (isText(finalizer) ? finalizer : ''));
  for (const [place, finalizer] of given.entries()) {
    const problem = qualifiedName(finalizer);
    if (problem !== undefined) {
      findings.add(malformed('finalizer', finalizer, problem), 'finalizers', place);
    }
  }
  if (given.includes('orphan') && given.includes('foregroundDeletion')) {
    const message = 'orphan and foregroundDeletion are mutually exclusive';
    findings.add({ kind: 'one-of', message, expected: 'at most one of them' }, 'finalizers');
  }
}

function checkOwners(ownerReferences: readonly unknown[], findings: Findings): void {
  const owners = ownerReferences.map(owner => (isObject(owner) ? owner : {}));
  owners.forEach(({ apiVersion, kind }, place) => {
    if (apiVersion === 'v1' && kind === 'Event') {
      findings.add({ kind: 'one-of', message: 'an Event cannot be an owner', expected: 'another kind' }, 'ownerReferences', place);
    }
  });
  if (owners.filter(owner => owner.controller === true).length > 1) {
    const message = 'two owner references have controller: true';
    findings.add({ kind: 'one-of', message, expected: 'at most one' }, 'ownerReferences');
  }
}

/** Says of a text what keeps it from being what it stands for. */
export function malformed(what: string, value: unknown, problem: string): Problem {
  return { kind: 'format', message: `the ${what} ${JSON.stringify(value)} ${problem}` };
}

function addName(findings: Findings, field: string, name: string, problem: string | undefined): void {
  if (problem !== undefined) {
    findings.add({ kind: 'name', message: `the ${field} ${JSON.stringify(name)} ${problem}` }, field);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
