import { isKustomizationFile } from '../../../lib/inspect/model/kustomizations';
import { isPatch } from '../../../lib/inspect/model/kustomize-step';
import { KustomizedFiles, kustomizedFiles, Placement, UNSEEN_PATCH } from '../../../lib/inspect/model/kustomized-files';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

/** The namespaces that files are given by all kustomizations, but for those that are given none. */
function namespaces(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(placed(kustomized(files).everything)).filter(([, given]) => given !== '-'));
}

/** The namespaces of files, by name; several with commas, and `-` for that which they have anyway. Kustomizations hold no objects. */
function placed(placement: Placement): Record<string, string> {
  const files = [...placement].filter(([{ name }]) => !isKustomizationFile(name));
  return Object.fromEntries(files.map(([{ name }, given]) => [name, [...new Set(given.map(({ naming: { namespace = '-' } }) => namespace))].join()]));
}

function kustomized(files: Readonly<Record<string, string>>): KustomizedFiles {
  const documents = Object.entries(files).map(([name, text]) => (
    new YamlDocument(new SourceFile(name, text), { start: 0, end: text.length, behindMarker: false })
  ));
  return kustomizedFiles(documents);
}

const base = { 'base/kustomization.yaml': 'resources: [a.yaml, sub/b.yaml]', 'base/a.yaml': 'kind: A', 'base/sub/b.yaml': 'kind: B', 'c.yaml': 'kind: C' };

test('a kustomization gives a namespace to the files that it names, and to no others', () => {
  expect(namespaces({ ...base, 'base/kustomization.yaml': 'namespace: shop\nresources: [a.yaml]' })).toEqual({ 'base/a.yaml': 'shop' });
});

test.each(['resources', 'bases', 'components'])('it does so by way of other kustomizations, which it names as %s', list => {
  expect(namespaces({ ...base, 'prod/kustomization.yml': `namespace: shop\n${list}: [../base, ./own.yaml]`, 'prod/own.yaml': 'kind: D' }))
    .toEqual({ 'base/a.yaml': 'shop', 'base/sub/b.yaml': 'shop', 'prod/own.yaml': 'shop' });
});

const overlay = (namespace: string): string => `namespace: ${namespace}\nresources: [../base]`;

test('of several on the way to a file the outermost counts, which kustomize gives last', () => {
  expect(namespaces({
    ...base,
    'base/kustomization.yaml': 'namespace: shop\nresources: [a.yaml]',
    'prod/kustomization.yaml': overlay('prod'),
    'all/kustomization.yaml': 'resources: [../prod]',
  })).toEqual({ 'base/a.yaml': 'prod' });
});

test('a base of several is in the namespace of each', () => {
  const shared = { ...base, 'dev/kustomization.yaml': overlay('dev'), 'prod/kustomization.yaml': overlay('prod') };
  expect(namespaces(shared)).toEqual({ 'base/a.yaml': 'dev,prod', 'base/sub/b.yaml': 'dev,prod' });
  expect(namespaces({ ...shared, 'test/kustomization.yaml': 'resources: [../base]' })).toEqual({ 'base/a.yaml': 'dev,prod,-', 'base/sub/b.yaml': 'dev,prod,-' });
  expect(namespaces({ ...base, 'east/kustomization.yaml': overlay('shop'), 'west/kustomization.yaml': overlay('shop') })).toEqual({
    'base/a.yaml': 'shop', 'base/sub/b.yaml': 'shop',
  });
});

test('overlays of one base are environments, each with its own files, and what is applied in any case is in none', () => {
  const { common, environments } = kustomized({
    ...base,
    'dev/kustomization.yaml': 'namespace: dev\nresources: [../base, own.yaml]',
    'dev/own.yaml': 'kind: D',
    'prod/kustomization.yaml': overlay('prod'),
    'edge/kustomization.yaml': 'namespace: edge\nresources: [a.yaml]',
    'edge/a.yaml': 'kind: A',
  });
  expect(placed(common)).toEqual({ 'c.yaml': '-', 'edge/a.yaml': 'edge' });
  expect(environments.map(({ own, others }) => [placed(own), placed(others)])).toEqual([
    [{ 'base/a.yaml': 'dev', 'base/sub/b.yaml': 'dev', 'dev/own.yaml': 'dev' }, {}],
    [{ 'base/a.yaml': 'prod', 'base/sub/b.yaml': 'prod' }, {}],
  ]);
});

test('one that names several overlays applies them together', () => {
  const { common, environments } = kustomized({
    ...base, 'dev/kustomization.yaml': overlay('dev'), 'prod/kustomization.yaml': overlay('prod'), 'all/kustomization.yaml': 'resources: [../dev, ../prod]',
  });
  expect(placed(common)).toEqual({ 'base/a.yaml': 'dev,prod', 'base/sub/b.yaml': 'dev,prod', 'c.yaml': '-' });
  expect(environments).toEqual([]);
});

function sharedBy(overlays: number, files: Readonly<Record<string, string>>): KustomizedFiles {
  const written = Array.from({ length: overlays }, (_, index) => [`${index}/kustomization.yaml`, overlay(`team-${index}`)]);
  return kustomized({ ...Object.fromEntries(written), ...files });
}

const filesOf = (folder: string, number: number): Record<string, string> => (
  Object.fromEntries(Array.from({ length: number }, (_, index) => [`${folder}/a-${index}.yaml`, 'kind: A']))
);

test('a thousand overlays may share a base', () => {
  const { environments, surplus } = sharedBy(1000, base);
  expect([environments.length, surplus]).toEqual([1000, []]);
});

test('of overlays that would be judged with very much each, the first are, and the others are named, and may patch what they share', () => {
  const { environments, surplus } = sharedBy(1000, { ...base, ...filesOf('other', 997) });
  expect(environments).toHaveLength(500);
  expect(surplus).toEqual(Array.from({ length: 1000 }, (_, index) => `${index}`).sort().slice(500));
  expect([...environments[0].own.values()].map(([{ steps }]) => steps.filter(isPatch))).toEqual([[UNSEEN_PATCH], [UNSEEN_PATCH]]);
});

test('a base that the input does not have makes overlays, too', () => {
  const overlaid = (entry: string): number => kustomized({
    'dev/kustomization.yaml': `resources: ["${entry}", own.yaml]`, 'dev/own.yaml': 'kind: A', 'prod/kustomization.yaml': `resources: ["${entry}", own.yaml]`, 'prod/own.yaml': 'kind: A',
  }).environments.length;
  expect(['../base', 'https://github.com/a/b//base?ref=v1', 'github.com/a/b//base'].map(overlaid)).toEqual([2, 2, 2]);
});

test('whoever shares nothing but Namespaces is no overlay', () => {
  const { environments, common } = kustomized({
    'all/kustomization.yaml': 'resources: [ns.yaml]', 'all/ns.yaml': 'kind: Namespace',
    'shop/kustomization.yaml': 'resources: [../all, a.yaml]', 'shop/a.yaml': 'kind: A',
    'cart/kustomization.yaml': 'resources: [../all, a.yaml]', 'cart/a.yaml': 'kind: A',
  });
  expect([environments, [...common.keys()].filter(({ name }) => name.endsWith('a.yaml')).length]).toEqual([[], 2]);
});

test('what is put around names is known', () => {
  const { everything } = kustomized({
    ...base, 'stable/kustomization.yaml': 'namePrefix: a-\nresources: [../base]', 'canary/kustomization.yaml': 'nameSuffix: -b\nresources: [../base]',
    'all/kustomization.yaml': 'namePrefix: c-\nnamespace: shop\nresources: [../stable, ../canary]',
  });
  expect([...everything].filter(([{ name }]) => name === 'base/a.yaml').flatMap(([, ways]) => ways.map(({ naming }) => naming))).toEqual([
    { namespace: 'shop', prefix: 'c-a-', suffix: '' }, { namespace: 'shop', prefix: 'c-', suffix: '-b' },
  ]);
});

test('kustomizations that name each other have an end', () => {
  const [one, other] = ['namespace: shop\nresources: [../b, x.yaml]', 'resources: [../a, y.yaml]'];
  expect(namespaces({ 'a/Kustomization': one, 'b/Kustomization': other, 'a/x.yaml': 'kind: X', 'b/y.yaml': 'kind: Y' })).toEqual({ 'a/x.yaml': 'shop', 'b/y.yaml': 'shop' });
});

test.each([
  ['no namespace', 'resources: [a.yaml]'],
  ['a namespace that is no text', 'namespace: 7\nresources: [a.yaml]'],
  ['resources that are no list of names', 'namespace: shop\nresources: {a: a.yaml}\nbases: a.yaml\ncomponents: [{a: b}]'],
  ['no mapping', '- namespace: shop'],
  ['an object of Flux', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nnamespace: shop\nresources: [a.yaml]'],
])('one with %s gives none', (_, text) => {
  expect(namespaces({ 'kustomization.yaml': text, 'a.yaml': 'kind: A' })).toEqual({});
});

test('a component gives its namespace to all that is there before it', () => {
  const component = 'kind: Component\nnamespace: shop\nresources: [own.yaml]';
  const files = { ...base, 'common/kustomization.yaml': component, 'common/own.yaml': 'kind: D' };
  const given = { 'base/a.yaml': 'shop', 'base/sub/b.yaml': 'shop', 'common/own.yaml': 'shop' };
  expect(namespaces({ ...files, 'prod/kustomization.yaml': 'resources: [../base]\ncomponents: [../common]' })).toEqual(given);
  expect(namespaces({ ...files, 'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\ncomponents: [../common]' }))
    .toEqual({ 'base/a.yaml': 'prod', 'base/sub/b.yaml': 'prod', 'common/own.yaml': 'prod' });
});

test('a file is applied once for each namespace and the patches that it gets there', () => {
  const { environments } = kustomized({
    ...base,
    'prod/kustomization.yaml': 'namespace: prod\nresources: [../base, own.yaml]\npatches: [{path: p.yaml}]', 'prod/own.yaml': 'kind: D', 'prod/p.yaml': '{kind: A, spec: {size: 1}}',
    'dev/kustomization.yaml': 'resources: [../base]\nvars: []',
  });
  const patched = environments.map(({ own }) => (
    [...own].map(([{ name }, [{ steps }]]) => [name, steps.filter(isPatch).map(({ places }) => places.join())])
  ));
  expect(patched).toEqual([
    [['base/a.yaml', ['']], ['base/sub/b.yaml', ['']]],
    [['base/a.yaml', ['spec,size']], ['base/sub/b.yaml', ['spec,size']], ['prod/own.yaml', ['spec,size']]],
  ]);
});

test('what is not in the input is nowhere', () => {
  expect(namespaces({ 'kustomization.yaml': 'namespace: shop\nresources: [gone.yaml, a.yaml]', 'a.yaml': 'kind: A' })).toEqual({ 'a.yaml': 'shop' });
});
