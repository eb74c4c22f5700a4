import { expandObjects } from '../../../lib/inspect/model/expand-objects';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

function expand(text: string): { objects: unknown[]; problems: unknown[] } {
  const { objects, problems } = expandObjects(new YamlDocument(new SourceFile('a.yaml', text), { start: 0, end: text.length, behindMarker: false }));
  return { objects: objects.map(({ value, path }) => [path.join('.'), value]), problems: problems.map(({ path, message, repair }) => [path.join('.'), message, repair]) };
}

test('a mapping with a kind is an object', () => {
  expect(expand('{apiVersion: v1, kind: Service}')).toEqual({ objects: [['', { apiVersion: 'v1', kind: 'Service' }]], problems: [] });
});

test.each([
  ['a.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization', 'kustomization'],
  ['kustomization.yaml', 'resources: [a.yaml]', 'kustomization'],
  ['kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a.yaml]', 'kustomization'],
  ['values.yaml', 'replicas: 3', 'without-kind'],
  ['playbook.yaml', '- hosts: all', 'list'],
  ['Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0', 'without-kind'],
])('what others read is no object of the API, and told apart: %s, %j', (name, text, what) => {
  const document = new YamlDocument(new SourceFile(name, text), { start: 0, end: text.length, behindMarker: false });
  expect(expandObjects(document)).toEqual({ objects: [], problems: [], values: [], others: [{ value: document.value, document, path: [], what }] });
});

test.each([
  ['kustomization.yaml', 'kind: Kustomization\nresources: []', 0],
  ['kustomization.yaml', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization', 1],
  ['a.yaml', 'kind: Kustomization', 1],
])('of a kustomization in %s, %j, %d objects are left', (name, text, count) => {
  const document = new YamlDocument(new SourceFile(name, text), { start: 0, end: text.length, behindMarker: false });
  expect(expandObjects(document).objects).toHaveLength(count);
});

test('a List stands for its items, and a List in it for its own', () => {
  expect(expand('{kind: List, items: [{kind: A}, {kind: List, items: [{kind: B}]}]}')).toEqual({
    objects: [['items.0', { kind: 'A' }], ['items.1.items.0', { kind: 'B' }]],
    problems: [],
  });
});

test('the items of a typed list inherit what they do not say', () => {
  expect(expand('{apiVersion: v1, kind: ServiceList, items: [{metadata: {name: a}}, {apiVersion: v2, kind: Other}]}').objects).toEqual([
    ['items.0', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } }],
    ['items.1', { apiVersion: 'v2', kind: 'Other' }],
  ]);
});

test.each([
  ['a List without items', '{kind: List}', 0],
  ['a List whose items are null', '{kind: List, items: null}', 0],
  ['a kind that is only called a list', '{kind: AllowList, spec: {}}', 1],
  ['a List whose items are no list', '{kind: List, items: {}}', 1],
])('of %s, %#', (_, text, count) => {
  expect(expand(text).objects).toHaveLength(count);
});

test.each([
  ['a mapping without kind, such as Helm values', 'replicas: 2'],
  ['a mapping whose kind is null', 'kind: null'],
  ['a list of mappings without kind and apiVersion, such as a playbook', '- hosts: all\n  tasks: []'],
  ['a list of texts', '["a", "b"]'],
  ['an empty list', '[]'],
  ['an empty document', '# nothing'],
  ['null', 'null'],
])('%s is no object and no problem', (_, text) => {
  expect(expand(text)).toEqual({ objects: [], problems: [] });
});

test.each([
  ['[{apiVersion: v1}, 1]', '', 'expected an object, found a list', 'make each item a separate document'],
  ['some text', '', 'expected an object, found a string', 'write an object with apiVersion, kind and metadata, or remove it'],
  ['[{hosts: all}, {kind:}]', '', 'expected an object, found a list', 'make each item a separate document'],
  ['8', '', 'expected an object, found a number', 'write an object with apiVersion, kind and metadata, or remove it'],
  ['on', '', 'expected an object, found a boolean', 'write an object with apiVersion, kind and metadata, or remove it'],
  ['{kind: List, items: [null]}', 'items.0', 'expected an object, found null', 'write an object with apiVersion, kind and metadata, or remove it'],
  ['{apiVersion: apps/v1, kidn: Deployment}', 'kidn', 'an object without kind cannot be applied', '"kidn": did you mean "kind"?'],
  ['{kind: List, items: [{apiVersion: v1, kind:}]}', 'items.0.kind', 'an object without kind cannot be applied', 'write its kind'],
  ['{kind: List, items: [[1]]}', 'items.0', 'expected an object, found a list', 'make each item a separate document'],
])('%s holds no object where one should be', (text, path, message, repair) => {
  expect(expand(text)).toEqual({ objects: [], problems: [[path, message, repair]] });
});

test('an object is no larger than what the API server reads, and others of its List may be', () => {
  const config = (bytes: number): string => `{kind: ConfigMap, data: {k: ${'x'.repeat(bytes)}}}`;
  const MiB = 1024 * 1024;
  const { objects, problems } = expand(`{kind: List, items: [${config(2 * MiB)}, ${config(3 * MiB)}]}`);
  expect([objects.length, problems]).toEqual([2, [[
    'items.1', 'the object is larger than 3 MiB, the most that the API server accepts', 'split it into several objects, or store the large part elsewhere',
  ]]]);
});
