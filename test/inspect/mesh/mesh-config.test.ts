import { isMeshConfigKnown, meshConfig, meshConfigSources, rootNamespace } from '../../../lib/inspect/mesh/mesh-config';
import { objectSet } from '../../support/object-set';

const operator = (config: string): string => `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: istio}\nspec: {meshConfig: ${config}}\n`;

test('without a word, Istio\'s defaults hold, and nobody knows better', () => {
  const set = objectSet('');
  expect([rootNamespace(set), isMeshConfigKnown(set), meshConfig(set).at('extensionProviders').items().map(provider => provider.at('name').text)]).toEqual([
    'istio-system', false, ['prometheus', 'stackdriver', 'envoy'],
  ]);
});

test.each([
  ['an IstioOperator', operator('{rootNamespace: mesh}'), ['spec', 'meshConfig']],
  ['values of Helm', 'meshConfig: {rootNamespace: mesh}\n', ['meshConfig']],
  ['the ConfigMap of the control plane', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio-canary}\ndata: {mesh: "rootNamespace: mesh"}\n', ['data', 'mesh']],
])('%s says what holds, and where', (_, yaml, path) => {
  const set = objectSet(yaml);
  expect([rootNamespace(set), isMeshConfigKnown(set), meshConfigSources(set).map(({ config }) => config.path)]).toEqual(['mesh', true, [path]]);
});

test('a file that is handed in counts most', () => {
  expect(rootNamespace(objectSet(operator('{rootNamespace: mesh}'), { meshConfig: { rootNamespace: 'root' } }))).toBe('root');
});

test('settings of proxies join field by field, providers by their names, and all else as a whole', () => {
  const set = objectSet(operator('{defaultConfig: {concurrency: 2, proxyMetadata: {A: a}}, extensionProviders: [{name: envoy, envoyOtelAls: {port: 1}}]}'), {
    meshConfig: { defaultConfig: { proxyMetadata: { B: 'b' } }, extensionProviders: [{ name: 'otel' }] },
  });
  expect(meshConfig(set).at('defaultConfig').value).toEqual({ concurrency: 2, proxyMetadata: { A: 'a', B: 'b' } });
  expect(meshConfig(set).at('extensionProviders').value).toEqual([
    { name: 'prometheus', prometheus: {} }, { name: 'stackdriver', stackdriver: {} }, { name: 'envoy', envoyOtelAls: { port: 1 } }, { name: 'otel' },
  ]);
});

test.each([
  ['another ConfigMap', '{apiVersion: v1, kind: ConfigMap, metadata: {name: istiod-values}, data: {mesh: "rootNamespace: mesh"}}'],
  ['a ConfigMap that holds no mapping', '{apiVersion: v1, kind: ConfigMap, metadata: {name: istio}, data: {mesh: "a: ["}}'],
  ['an installation that leaves it out', '{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, metadata: {name: istio}, spec: {profile: demo}}'],
])('%s says nothing of it', (_, yaml) => {
  expect(meshConfigSources(objectSet(yaml))).toEqual([]);
});

test.each([['istiod', 'mesh'], ['base', 'istio-system']])('a HelmRelease of Flux for the chart %s says that the root namespace is %s', (chart, expected) => {
  const release = `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a, namespace: flux-system}\nspec: {chart: {spec: {chart: ${chart}}}, values: {meshConfig: {rootNamespace: mesh}}}\n`;
  expect(rootNamespace(objectSet(release))).toBe(expected);
});
