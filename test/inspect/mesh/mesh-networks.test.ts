import { networksIn } from '../../../lib/inspect/mesh/mesh-networks';
import { Resource } from '../../../lib/inspect/mesh/resource';
import type { KubeObject } from '../../../lib/inspect/model/kube-object';

const networks = { west: { endpoints: [] } };
const resource = (kind: string, value: object, name = 'istio'): Resource => (
  new Resource({ value, path: [] } as unknown as KubeObject, { name }, kind)
);

test.each([
  ['a file of their own', resource('MeshNetworks', { networks }), ['west']],
  ['the ConfigMap of an installation', resource('ConfigMap', { data: { meshNetworks: JSON.stringify({ networks }) } }), ['west']],
  ['the ConfigMap of a revision', resource('ConfigMap', { data: { meshNetworks: JSON.stringify({ networks }) } }, 'istio-canary'), ['west']],
  ['no other ConfigMap', resource('ConfigMap', { data: { meshNetworks: JSON.stringify({ networks }) } }, 'shop'), []],
  ['values of Helm', resource('HelmValues', { global: { meshNetworks: networks } }), ['west']],
  ['an IstioOperator', resource('install.istio.io/IstioOperator', { spec: { values: { global: { meshNetworks: networks } } } }), ['west']],
  ['nothing', resource('ConfigMap', {}), []],
])('networks are in %s', (_, holder, expected) => {
  expect(networksIn(holder).map(([name]) => name)).toEqual(expected);
});
