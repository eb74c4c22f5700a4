import { judgeAll } from '../../../support/judge-native';

const judge = (pod: object): readonly string[] => judgeAll('v1', 'Pod', { containers: [{ name: 'web', image: 'b' }], ...pod });

const variable = (...sources: readonly object[]): readonly string[] =>
  judge({ containers: [{ name: 'web', image: 'b', env: sources.map((valueFrom, place) => ({ name: `A${place}`, valueFrom })) }] })
    .map(line => line.replace('spec.containers[0].', ''));

const file = (...sources: readonly object[]): readonly string[] =>
  judge({ volumes: [{ name: 'v', downwardAPI: { items: sources.map((source, place) => ({ path: `a${place}`, ...source })) } }] })
    .map(line => line.replace('spec.volumes[0].downwardAPI.', ''));

const field = (fieldPath: string): object => ({ fieldRef: { fieldPath } });
const resource = (name: string): object => ({ resourceFieldRef: { containerName: 'web', resource: name } });

const LABEL = 'or one label or annotation such as metadata.labels[\'app\']';
const OF_VARIABLES = 'metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP, '
  + `status.podIPs, ${LABEL}`;
const OF_FILES = `metadata.name, metadata.namespace, metadata.uid, metadata.labels, metadata.annotations, ${LABEL}`;

test('a variable has a field of the pod that is for variables', () => {
  expect(variable(...['metadata.uid', 'status.podIPs', 'metadata.labels[\'a\']', 'metadata.annotations[\'a/b\']'].map(field))).toEqual([]);
  expect(variable(...['status.podIp', 'metadata.labels', 'metadata.labels["a"]'].map(field))).toEqual([
    `env[0].valueFrom.fieldRef.fieldPath: enum: invalid fieldPath "status.podIp" (${OF_VARIABLES}); did you mean "status.podIP", "status.podIPs" or "status.hostIP"?`,
    `env[1].valueFrom.fieldRef.fieldPath: enum: invalid fieldPath "metadata.labels" (${OF_VARIABLES}); did you mean "metadata.name"?`,
    `env[2].valueFrom.fieldRef.fieldPath: enum: invalid fieldPath "metadata.labels[\\"a\\"]" (${OF_VARIABLES})`,
  ]);
});

test('a file has one that is for files', () => {
  expect(file(...['metadata.name', 'metadata.labels', 'metadata.labels[\'a\']'].map(field))).toEqual([]);
  expect(file(field('status.podIP'))).toEqual([`items[0].fieldRef.fieldPath: enum: invalid fieldPath "status.podIP" (${OF_FILES})`]);
});

test('a resource is a limit or a request', () => {
  const fine = ['limits.cpu', 'requests.ephemeral-storage', 'limits.hugepages-2Mi'].map(resource);
  expect([...variable(...fine), ...file(...fine)]).toEqual([]);
  const expected = 'limits.cpu, limits.memory, limits.ephemeral-storage, requests.cpu, requests.memory, requests.ephemeral-storage, or those of hugepages-';
  expect([...variable(resource('cpu')), ...file(resource('limit.memory'))]).toEqual([
    `env[0].valueFrom.resourceFieldRef.resource: enum: invalid resource "cpu" (${expected}); did you mean "limits.cpu" or "requests.cpu"?`,
    `items[0].resourceFieldRef.resource: enum: invalid resource "limit.memory" (${expected}); did you mean "limits.memory"?`,
  ]);
});
