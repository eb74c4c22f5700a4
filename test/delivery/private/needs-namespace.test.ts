import path from 'node:path';
import index from '../../../imports/schemas/index.json';
import { isNamespaced } from '../../../lib/delivery/private/needs-namespace';
import { SchemaStore } from '../../../lib/inspect/schema/schema-store';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));
const kinds = Object.entries(index.groups).flatMap(([group, entry]) => entry.kinds.map((kind): [string, string] => [group, kind]));
const apiVersion = (group: string): string => (group === '' ? 'v1' : `${group}/v1`);

test.each(kinds)('of %s, %s is never taken for one in a namespace that is in none', (group, kind) => {
  expect(isNamespaced({ apiVersion: apiVersion(group), kind }) && schemas.kind(group, kind)?.scope === 'Cluster').toBe(false);
});

test.each([['', 'ConfigMap', true], ['apps', 'Deployment', true], ['networking.istio.io', 'VirtualService', true], ['', 'PersistentVolume', false],
  ['gateway.networking.k8s.io', 'GatewayClass', false], ['cert-manager.io', 'ClusterIssuer', false], ['example.com', 'Widget', false],
])('%s %s: %s', (group, kind, expected) => {
  expect(isNamespaced({ apiVersion: apiVersion(String(group)), kind: String(kind) })).toBe(expected);
});
