import { nearest } from '../../nearest';
import { Findings } from '../check/findings';
import { didYouMean, oneOf } from '../check/wording';
import { Fields, inField, inItems, textOf } from './steps';

export function checkRole(object: Fields, findings: Findings): void {
  inItems(object, 'rules', findings, rule => checkRule(rule, findings, true));
}

/** Of a ClusterRole that others make up, the rules are written by a controller. */
export function checkClusterRole(object: Fields, findings: Findings): void {
  inItems(object, 'rules', findings, rule => checkRule(rule, findings, false));
}

export function checkRoleBinding(object: Fields, findings: Findings): void {
  inField(object, 'roleRef', findings, reference => checkReference(reference, findings, ['Role', 'ClusterRole']));
  inItems(object, 'subjects', findings, subject => checkSubject(subject, findings, true));
}

export function checkClusterRoleBinding(object: Fields, findings: Findings): void {
  inField(object, 'roleRef', findings, reference => checkReference(reference, findings, ['ClusterRole']));
  inItems(object, 'subjects', findings, subject => checkSubject(subject, findings, false));
}

function checkRule(rule: Fields, findings: Findings, isNamespaced: boolean): void {
  const resources = OF_RESOURCES.filter(key => isFilled(rule, key));
  if (!isFilled(rule, 'nonResourceURLs')) {
    for (const key of ['apiGroups', 'resources'].filter(one => !isFilled(rule, one))) {
      const expected = key === 'apiGroups' ? 'at least one group, "" for the core group' : 'at least one resource';
      findings.add({ kind: 'required', message: `${key} is missing`, expected }, key);
    }
  } else if (isNamespaced) {
    findings.add({ kind: 'mismatch', message: 'a Role has no nonResourceURLs', expected: 'a ClusterRole for them' }, 'nonResourceURLs');
  } else if (resources.length > 0) {
    const message = `nonResourceURLs and ${resources.join(', ')} exclude each other`;
    findings.add({ kind: 'one-of', message, expected: 'a rule of its own for each' });
  }
}

const OF_RESOURCES = ['apiGroups', 'resources', 'resourceNames'];

function isFilled(rule: Fields, key: string): boolean {
  const list = rule[key];
  return Array.isArray(list) && list.length > 0;
}

function checkReference({ kind, apiGroup }: Fields, findings: Findings, kinds: readonly string[]): void {
  checkKind(kind, findings, kinds);
  checkGroup(apiGroup, findings, GROUP);
}

function checkSubject({ kind, apiGroup, namespace }: Fields, findings: Findings, isNamespaced: boolean): void {
  checkKind(kind, findings, ['ServiceAccount', 'User', 'Group']);
  if (kind !== 'ServiceAccount') {
    checkGroup(apiGroup, findings, GROUP);
    return;
  }
  checkGroup(apiGroup, findings, '');
  if (!isNamespaced && textOf(namespace) === undefined) {
    findings.add({ kind: 'required', message: 'namespace is missing', expected: 'the namespace of the ServiceAccount' }, 'namespace');
  }
}

function checkKind(value: unknown, findings: Findings, kinds: readonly string[]): void {
  const kind = textOf(value);
  if (kind !== undefined && !kinds.includes(kind)) {
    findings.add({ kind: 'enum', message: `kind is ${JSON.stringify(kind)}`, expected: oneOf(kinds), repair: didYouMean(nearest(kind, kinds)) }, 'kind');
  }
}

function checkGroup(value: unknown, findings: Findings, wanted: string): void {
  const group = textOf(value);
  if (group !== undefined && group !== wanted) {
    findings.add({ kind: 'enum', message: `apiGroup is ${JSON.stringify(group)}`, expected: wanted === '' ? 'no apiGroup' : JSON.stringify(wanted) }, 'apiGroup');
  }
}

const GROUP = 'rbac.authorization.k8s.io';
