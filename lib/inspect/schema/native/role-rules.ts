import { Findings } from '../check/findings';
import { malformed } from '../check/metadata-rules';
import { pathSegment, subdomain } from '../syntax/names';
import { isFilled } from './filled';
import { checkSelector } from './label-rules';
import { addMalformed } from './malformed';
import { Fields, inField, inItems, textOf } from './steps';
import { checkWordAt } from './word-rules';

export function checkRole(object: Fields, findings: Findings): void {
  inItems(object, 'rules', findings, checkRuleOfNamespace);
}

export function checkClusterRole(object: Fields, findings: Findings): void {
  inItems(object, 'rules', findings, checkRule);
  inField(object, 'aggregationRule', findings, checkAggregation);
}

export function checkRoleBinding(object: Fields, findings: Findings): void {
  inField(object, 'roleRef', findings, checkReference);
  inItems(object, 'subjects', findings, checkSubject);
}

export function checkClusterRoleBinding(object: Fields, findings: Findings): void {
  inField(object, 'roleRef', findings, checkClusterReference);
  inItems(object, 'subjects', findings, checkSubjectOfCluster);
}

function checkRuleOfNamespace(rule: Fields, findings: Findings): void {
  if (isFilled(rule.nonResourceURLs)) {
    findings.add({ kind: 'mismatch', message: 'a Role cannot have nonResourceURLs', expected: 'a ClusterRole' }, 'nonResourceURLs');
  } else {
    checkResources(rule, findings);
  }
}

function checkRule(rule: Fields, findings: Findings): void {
  if (!isFilled(rule.nonResourceURLs)) {
    checkResources(rule, findings);
    return;
  }
  const resources = OF_RESOURCES.filter(key => isFilled(rule[key]));
  if (resources.length > 0) {
    const message = `nonResourceURLs and ${resources.join(', ')} are mutually exclusive`;
    findings.add({ kind: 'one-of', message, expected: 'a separate rule for each' });
  }
}

const OF_RESOURCES = ['apiGroups', 'resources', 'resourceNames'];

function checkResources({ apiGroups, resources }: Fields, findings: Findings): void {
  if (!isFilled(apiGroups)) {
    findings.add({ kind: 'required', message: 'apiGroups is missing', expected: 'at least one group, "" for the core group' }, 'apiGroups');
  }
  if (!isFilled(resources)) {
    findings.add({ kind: 'required', message: 'resources is missing', expected: 'at least one resource' }, 'resources');
  }
}

function checkAggregation(aggregation: Fields, findings: Findings): void {
  inItems(aggregation, 'clusterRoleSelectors', findings, checkSelector);
  if (!isFilled(aggregation.clusterRoleSelectors)) {
    findings.add({ kind: 'required', message: 'clusterRoleSelectors is missing', expected: 'at least one selector, or no aggregationRule' }, 'clusterRoleSelectors');
  }
}

function checkReference(reference: Fields, findings: Findings): void {
  checkWordAt(reference, 'kind', findings, ROLES);
  checkRoleName(reference, findings);
}

const ROLES = ['Role', 'ClusterRole'];

function checkClusterReference(reference: Fields, findings: Findings): void {
  if (/^role$/i.test(String(reference.kind))) {
    findings.add({ kind: 'enum', message: 'a ClusterRoleBinding cannot bind a Role', expected: '"ClusterRole", or a RoleBinding for the Role' }, 'kind');
  } else {
    checkWordAt(reference, 'kind', findings, CLUSTER_ROLES);
  }
  checkRoleName(reference, findings);
}

const CLUSTER_ROLES = ['ClusterRole'];

function checkRoleName({ apiGroup, name }: Fields, findings: Findings): void {
  checkGroup(apiGroup, findings, GROUP);
  addMalformed(findings, { what: 'name', text: textOf(name), rule: pathSegment }, 'name');
}

/** A binding that is in no namespace has none for its accounts. */
function checkSubjectOfCluster(subject: Fields, findings: Findings): void {
  checkSubject(subject, findings);
  if (subject.kind === 'ServiceAccount' && textOf(subject.namespace) === undefined) {
    findings.add({ kind: 'required', message: 'namespace is missing', expected: 'the namespace of the ServiceAccount' }, 'namespace');
  }
}

/** The group depends on the kind, and is left alone where nobody knows it. */
function checkSubject(subject: Fields, findings: Findings): void {
  checkWordAt(subject, 'kind', findings, SUBJECTS);
  if (subject.kind === 'ServiceAccount') {
    checkGroup(subject.apiGroup, findings, '');
    checkAccountName(textOf(subject.name), findings);
  } else if (subject.kind === 'User' || subject.kind === 'Group') {
    checkGroup(subject.apiGroup, findings, GROUP);
  }
}

const SUBJECTS = ['ServiceAccount', 'User', 'Group'];

/** People take the name of the user that an account stands for. */
function checkAccountName(name: string | undefined, findings: Findings): void {
  const problem = name === undefined ? undefined : subdomain(name);
  if (problem !== undefined) {
    const [, namespace, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(name!) ?? [];
    const repair = account === undefined ? undefined : `write name: ${account} and namespace: ${namespace}`;
    findings.add({ ...malformed('name', name, problem), repair }, 'name');
  }
}

function checkGroup(value: unknown, findings: Findings, wanted: string): void {
  const group = textOf(value);
  if (group !== undefined && group !== wanted) {
    findings.add({ kind: 'enum', message: `invalid apiGroup ${JSON.stringify(group)}`, expected: wanted === '' ? 'no apiGroup' : JSON.stringify(wanted) }, 'apiGroup');
  }
}

const GROUP = 'rbac.authorization.k8s.io';
