import { meshNetworksCheck } from '../../../../lib/inspect/checks/istio/mesh-networks';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [meshNetworksCheck];
const meshNetworks = { networks: { west: { endpoints: [{ fromRegistry: 'west' }, { fromRegistry: 'Kubernetes' }, { fromCidr: '10.0.0.0/8' }] } } };
const secret = (data: string, label = '"true"'): string => yamlObject(TYPES.secret, 'istio-system/remote', data, `labels: {istio/multiCluster: ${label}}`);
const reported = [
  'IST0126 unknown-registry | MeshNetworks istio-system/meshnetworks | networks.west.endpoints[0].fromRegistry | '
  + 'network west takes endpoints from west, but no Secret gives istiod access to a cluster of that name',
];

test.each([
  ['no Secret', '', true, reported],
  ['a Secret for another cluster', secret('data: {east: e30=}'), false, reported],
  ['a Secret of something else', secret('data: {west: e30=}', '"false"'), true, reported],
  ['a Secret for it', secret('data: {west: e30=}'), true, []],
  ['a Secret for it as text', secret('stringData: {west: "{}"}'), true, []],
])('a network names a cluster, and there is %s', (_, yaml, complete, expected) => {
  expect(found(yaml, { checks, set: { complete, meshNetworks } })).toEqual(expected);
});

test('where no such Secret is shown, it cannot be judged', () => {
  expect(judge('', { checks, set: { meshNetworks } }).undecided.map(({ unknown }) => unknown)).toEqual(['the remote secret of cluster west']);
});
