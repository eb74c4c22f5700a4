import path from 'node:path';
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { load } from 'js-yaml';
import { MeshApp } from '../../../lib';
import { contentsOf, fill, temporaryFolder } from '../../support/folder';
import { failureOf } from './two-states';

const { FILE_PER_RESOURCE, FOLDER_PER_CHART_FILE_PER_RESOURCE } = YamlOutputType;

const temporary = temporaryFolder();
const HOSTILE = [
  '../../../../etc/passwd', '../outside', '..', '.', '/etc/passwd', '~', '~/.ssh/config', 'C:\\Windows', 'a/b', 'a\\b', 'a\0b', '\0', '.git', '.cdk8s-mesh', '.cdk8s-mesh.lock',
  '-rf', '--help', '$(id)', '`id`', '%2F', '%', 'a b', ' ', 'a\nb', '\r', '\u001b[31m', 'größe', 'e\u0301', '\u00e9', '日本語', '😀', '\ud800', '\u202e', 'CON:', 'a.', 'a'.repeat(300), 'ü'.repeat(300), '/'.repeat(300),
];

function dist(): string {
  return path.join(temporary.path, 'deep', 'down', 'dist');
}

function app(yamlOutputType: YamlOutputType, objects: readonly { readonly name: string; readonly namespace?: string }[]): MeshApp {
  const result = new MeshApp({ outdir: dist(), yamlOutputType });
  const chart = new Chart(result, 'chart');
  objects.forEach((metadata, index) => new ApiObject(chart, `object-${index}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata }));
  return result;
}

function rendered(): Record<string, string> {
  return Object.fromEntries(Object.entries(contentsOf(dist())).filter(([file]) => file !== '.cdk8s-mesh'));
}

test.each([['a name', FILE_PER_RESOURCE], ['a name in a folder of a chart', FOLDER_PER_CHART_FILE_PER_RESOURCE]])('whatever %s holds, each object has a file of its own, inside of the folder', (_, outputType) => {
  const outside = { 'deep/outside': 'not ours', 'etc/passwd': 'not ours' };
  fill(temporary.path, outside);
  expect(failureOf(app(outputType, HOSTILE.map(name => ({ name, namespace: name }))))).toBeUndefined();

  const names = Object.values(rendered()).map(text => (load(text) as { metadata: { name: string } }).metadata.name);
  expect(names.sort()).toEqual([...HOSTILE].sort());
  expect(Object.fromEntries(Object.entries(contentsOf(temporary.path)).filter(([file]) => !file.startsWith('deep/down/dist/')))).toEqual(outside);

  const first = contentsOf(dist());
  expect(failureOf(app(outputType, HOSTILE.map(name => ({ name, namespace: name }))))).toBeUndefined();
  expect(contentsOf(dist())).toEqual(first);
});

test('whatever the id of a chart or the extension holds, its file is inside of the folder', () => {
  const result = new MeshApp({ outdir: dist(), outputFileExtension: '/../../../x' });
  ['..', '~', '.cdk8s-mesh', 'ü', 'a\0b'].forEach(id => new ApiObject(new Chart(result, id), 'one', { apiVersion: 'v1', kind: 'ConfigMap' }));
  expect(failureOf(result)).toBeUndefined();
  expect(Object.keys(contentsOf(temporary.path))).toEqual([
    '%2E.%2F..%2F..%2F..%2Fx', '%2Ecdk8s-mesh%2F..%2F..%2F..%2Fx', '%7E%2F..%2F..%2F..%2Fx', '%C3%BC%2F..%2F..%2F..%2Fx', '.cdk8s-mesh', 'a%00b%2F..%2F..%2F..%2Fx',
  ].map(file => `deep/down/dist/${file}`));
});

describe('two objects for one file', () => {
  const first = [{ name: 'one' }, { name: 'two' }];
  let earlier: Record<string, string>;

  beforeEach(() => {
    expect(failureOf(app(FILE_PER_RESOURCE, first))).toBeUndefined();
    earlier = contentsOf(dist());
  });

  test.each([
    ['of one name', 'one', 'chart/object-3: would write the file ConfigMap.one.k8s.yaml, which chart/object-0 also writes. Rename or remove one of the two objects.'],
    ['of names that differ by case only', 'ONE', 'chart/object-3: would write ConfigMap.ONE.k8s.yaml, and chart/object-0 ConfigMap.one.k8s.yaml, which are the same file on a case-insensitive file system. Rename one of the two.'],
  ])('%s are refused, and nothing changes', (_, name, message) => {
    expect(failureOf(app(FILE_PER_RESOURCE, [...first, { name: 'three' }, { name }]))).toBe(message);
    expect(contentsOf(dist())).toEqual(earlier);
    expect(failureOf(app(FILE_PER_RESOURCE, [...first, { name: 'three' }]))).toBeUndefined();
    expect(Object.keys(rendered())).toEqual(['ConfigMap.one.k8s.yaml', 'ConfigMap.three.k8s.yaml', 'ConfigMap.two.k8s.yaml']);
  });

  test('are none in different namespaces', () => {
    expect(failureOf(app(FILE_PER_RESOURCE, [...first, { name: 'one', namespace: 'shop' }]))).toBeUndefined();
    expect(Object.keys(rendered())).toEqual(['ConfigMap.one.k8s.yaml', 'ConfigMap.two.k8s.yaml', 'shop/ConfigMap.one.k8s.yaml']);
  });
});
