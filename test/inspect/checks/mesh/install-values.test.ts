import { installValuesCheck } from '../../../../lib/inspect/checks/mesh/install-values';
import { documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [installValuesCheck];

const operator = (name: string, global: string, more = ''): string => (
  flowObject('install.istio.io/v1alpha1', 'IstioOperator', [`istio-system/${name}`, `values: {global: {${global}}}, ${more}`])
);
const cluster = (name: string, network: string, more = ''): string => operator(name, `meshID: m, multiCluster: {clusterName: ${name}}, network: ${network}, ${more}`);
const gateway = (server: string): string => flowObject('networking.istio.io/v1', 'Gateway', ['istio-system/east-west', `servers: [{${server}}]`]);

test('a profile that there is not is found', () => {
  const { findings } = judge(operator('a', '', 'profile: production'), { checks });
  expect(findings.map(({ severity, path, message, repair }) => [severity, path, message, repair])).toEqual([
    ['error', 'spec.profile', 'unknown profile production', 'write default, which is the profile for production'],
  ]);
  expect(judge('meshConfig: {}\nprofile: prod', { checks }).findings.map(({ path, repair }) => [path, repair])).toEqual([['profile', 'name one of these profiles']]);
});

test('a part of the three names is found', () => {
  expect(found(operator('a', 'meshID: m, network: net'), { checks })).toEqual([
    'MESH028 install-values | IstioOperator istio-system/a | spec.values.global.meshID'
    + ' | global.meshID and global.network are set without global.multiCluster.clusterName, but a multi-cluster mesh needs all three',
  ]);
  expect(found('meshConfig: {}\nglobal: {network: net}', { checks })).toEqual([expect.stringContaining('global.network is set without global.meshID and global.multiCluster.clusterName')]);
});

test('two networks of one mesh without a gateway between them are a warning', () => {
  expect(judge(documents(cluster('a', 'n1'), cluster('b', 'n2')), { checks }).findings.map(({ severity, path, message }) => [severity, path, message])).toEqual([
    ['warning', 'spec.values.global.network', 'clusters of this mesh are in the networks n1 and n2, and no gateway connects them'],
    ['warning', 'spec.values.global.network', 'clusters of this mesh are in the networks n2 and n1, and no gateway connects them'],
  ]);
  expect(found(documents(cluster('a', 'n1'), cluster('b', 'n2'), gateway('port: {number: 443}, tls: {mode: SIMPLE}')), { checks })).toHaveLength(2);
});

test('so are those of two documents of one file', () => {
  const values = (network: string): string => `meshConfig: {}\nglobal: {meshID: m, multiCluster: {clusterName: ${network}}, network: ${network}}\n`;
  const { findings } = judge(documents(values('n1'), values('n2')), { checks });
  expect(findings.map(({ line, object, message }) => [line, object?.name, message])).toEqual([
    [2, 'shop.yaml', 'clusters of this mesh are in the networks n1 and n2, and no gateway connects them'],
    [6, 'shop.yaml:5', 'clusters of this mesh are in the networks n2 and n1, and no gateway connects them'],
  ]);
});

test('a cluster that is steered from outside needs a primary that does so', () => {
  const remote = cluster('b', 'net', 'remotePilotAddress: 10.0.0.1');
  expect(judge(documents(cluster('a', 'net'), remote), { checks }).findings.map(({ severity, path, message }) => [severity, path, message])).toEqual([[
    'warning',
    'spec.values.global.remotePilotAddress',
    'the cluster has an external control plane, but IstioOperator istio-system/a does not let its istiod do so',
  ]]);
  expect(found(documents(cluster('a', 'net', 'externalIstiod: true'), remote), { checks })).toEqual([]);
  expect(found(remote, { checks })).toEqual([]);
});

test.each([
  ['a cluster alone', operator('a', '')],
  ['all three names', cluster('a', 'net')],
  ['each profile that there is', ['default', 'demo', 'minimal', 'ambient', 'remote'].map(profile => operator(profile, '', `profile: ${profile}`)).join('\n---\n')],
  ['two networks with a gateway between them', documents(cluster('a', 'n1'), cluster('b', 'n2'), gateway('port: {number: 15443}, tls: {mode: AUTO_PASSTHROUGH}'))],
  ['two clusters of one network', documents(cluster('a', 'net'), cluster('b', 'net'))],
  ['clusters of two meshes', documents(cluster('a', 'n1'), cluster('b', 'n2').replace('meshID: m', 'meshID: other'))],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
