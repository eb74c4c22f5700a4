import { judgeFields } from '../../../support/judge-native';

const judge = (kind: string, fields: object): readonly string[] => judgeFields('rbac.authorization.k8s.io/v1', kind, fields);
const group = 'rbac.authorization.k8s.io';
const roleRef = { apiGroup: group, kind: 'ClusterRole', name: 'a' };

test('a rule is about resources of groups, or about URLs', () => {
  const rules = [{ verbs: ['get'] }, { apiGroups: [''], resources: ['pods'], nonResourceURLs: ['/a'], verbs: ['get'] }, { nonResourceURLs: ['/a'], verbs: ['get'] }];
  expect(judge('ClusterRole', { rules })).toEqual([
    'rules[0].apiGroups: required: apiGroups is missing (at least one group, "" for the core group)',
    'rules[0].resources: required: resources is missing (at least one resource)',
    'rules[1]: one-of: nonResourceURLs and apiGroups, resources are mutually exclusive (a separate rule for each)',
  ]);
});

test('a Role knows no URLs', () => {
  expect(judge('Role', { rules: [{ nonResourceURLs: ['/a'], verbs: ['get'] }] }))
    .toEqual(['rules[0].nonResourceURLs: mismatch: a Role cannot have nonResourceURLs (a ClusterRole)']);
});

test('a binding names a role of its group', () => {
  expect(judge('RoleBinding', { roleRef: { apiGroup: 'v1', kind: 'role', name: 'a' } })).toEqual([
    'roleRef.apiGroup: enum: invalid apiGroup "v1" ("rbac.authorization.k8s.io")',
    'roleRef.kind: enum: invalid kind "role" ("Role" or "ClusterRole"); did you mean "Role"?',
  ]);
  expect(judge('ClusterRoleBinding', { roleRef: { ...roleRef, kind: 'Role' } }))
    .toEqual(['roleRef.kind: enum: a ClusterRoleBinding cannot bind a Role ("ClusterRole", or a RoleBinding for the Role)']);
  expect(judge('ClusterRoleBinding', { roleRef: { ...roleRef, kind: 'Clusterrole', name: 'a/b' } })).toEqual([
    'roleRef.kind: enum: invalid kind "Clusterrole" ("ClusterRole"); did you mean "ClusterRole"?',
    'roleRef.name: format: the name "a/b" is not a valid URL path segment: it must not contain "/" or "%", or be "." or ".."',
  ]);
});

test('a ClusterRole that others make up says which', () => {
  expect(judge('ClusterRole', { aggregationRule: {} }))
    .toEqual(['aggregationRule.clusterRoleSelectors: required: clusterRoleSelectors is missing (at least one selector, or no aggregationRule)']);
  expect(judge('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{}] }, rules: [] })).toEqual([]);
  expect(judge('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{ matchExpressions: [{ key: 'a', operator: 'In', values: [] }] }] } }))
    .toEqual(['aggregationRule.clusterRoleSelectors[0].matchExpressions[0].values: required: operator In has no values (at least one value)']);
});

test('an account has a name, and a user may have any', () => {
  const subjects = [{ kind: 'ServiceAccount', name: 'system:serviceaccount:shop:web', namespace: 'shop' }, { kind: 'ServiceAccount', name: 'A', namespace: 'shop' }, { kind: 'User', name: 'system:serviceaccount:shop:web' }];
  expect(judge('RoleBinding', { roleRef, subjects })).toEqual([
    'subjects[0].name: format: the name "system:serviceaccount:shop:web" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit; write name: web and namespace: shop',
    'subjects[1].name: format: the name "A" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit',
  ]);
});

test('of a subject of an unknown kind nothing else is said', () => {
  expect(judge('ClusterRoleBinding', { roleRef, subjects: [{ kind: 'Serviceaccount', apiGroup: 'v1', name: 'a' }] }))
    .toEqual(['subjects[0].kind: enum: invalid kind "Serviceaccount" ("ServiceAccount", "User" or "Group"); did you mean "ServiceAccount"?']);
});

test('subjects are accounts, users and groups', () => {
  const subjects = [{ kind: 'ServiceAccount', name: 'a' }, { kind: 'User', apiGroup: 'v1', name: 'a' }, { kind: 'Users', name: 'a' }, { kind: 'ServiceAccount', apiGroup: group, name: 'a' }];
  const ofBoth = [
    'subjects[1].apiGroup: enum: invalid apiGroup "v1" ("rbac.authorization.k8s.io")',
    'subjects[2].kind: enum: invalid kind "Users" ("ServiceAccount", "User" or "Group"); did you mean "User"?',
    'subjects[3].apiGroup: enum: invalid apiGroup "rbac.authorization.k8s.io" (no apiGroup)',
  ];
  expect(judge('RoleBinding', { roleRef, subjects })).toEqual(ofBoth);
  expect(judge('ClusterRoleBinding', { roleRef, subjects })).toEqual([
    'subjects[0].namespace: required: namespace is missing (the namespace of the ServiceAccount)',
    ...ofBoth,
    'subjects[3].namespace: required: namespace is missing (the namespace of the ServiceAccount)',
  ]);
});
