import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../lib/cli/main';
import { FakeTerminal } from '../support/fake-terminal';
import { fill } from '../support/folder';
import { renderedBy } from '../support/imported-charts';

let folder: string;

beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-import-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const SHOP = `\
# The shop's settings.
# Asked for by the till.
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
  uid: 0b6f
  creationTimestamp: null
  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{}'}
data: {color: green}
`;

async function importing(args: readonly string[], stdin = ''): Promise<{ status: number; stdout: string; notes: string[] }> {
  const terminal = new FakeTerminal({}, () => Buffer.from(stdin));
  const status = await main(['import-yaml', ...args], terminal);
  return { status, stdout: terminal.stdout, notes: terminal.notes };
}

describe('import-yaml', () => {
  test('writes a chart to stdout: without what servers set, with the comments in front', async () => {
    expect(await importing(['-'], SHOP)).toEqual({
      status: 0,
      stdout: `\
import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** What is in the namespace shop, as it was imported. */
export class ShopChart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });

    // The shop's settings.
    // Asked for by the till.
    new k8s.KubeConfigMap(this, 'config-map-settings', {
      metadata: { name: 'settings' },
      data: { color: 'green' },
    });
  }
}
`,
      notes: [
        'cdk8s-mesh: omitted from 1 object, because the server sets it or it is null: metadata.uid, metadata.creationTimestamp, metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]',
        'cdk8s-mesh: 1 object in 1 chart: 0 lifted, 1 as generated constructs, 0 as ApiObject; 0 not imported',
      ],
    });
  });

  test('writes a file for each namespace into a folder, and overwrites none unless it is told to', async () => {
    const out = path.join(folder, 'charts');
    const both = `${SHOP}---\n${SHOP.replace('namespace: shop', 'namespace: web')}`;
    expect((await importing(['-', '--out', out], both)).status).toBe(0);
    expect(['shop.ts', 'web.ts'].map(file => readFileSync(path.join(out, file), 'utf8').match(/class \w+/)?.[0])).toEqual(['class ShopChart', 'class WebChart']);
    writeFileSync(path.join(out, 'web.ts'), 'mine');
    rmSync(path.join(out, 'shop.ts'));
    expect(await importing(['-', '--out', out], both)).toEqual({
      status: 2, stdout: '', notes: [`cdk8s-mesh: --out: ${out}/web.ts already exists: choose another path, or overwrite it with --force`],
    });
    expect([existsSync(path.join(out, 'shop.ts')), readFileSync(path.join(out, 'web.ts'), 'utf8')]).toEqual([false, 'mine']);
    expect((await importing(['-', '--out', out, '--force'], both)).status).toBe(0);
    expect(readFileSync(path.join(out, 'web.ts'), 'utf8')).not.toBe('mine');
  });

  test('writes all charts into one file', async () => {
    const out = path.join(folder, 'all.ts');
    const { status, stdout, notes } = await importing(['-', '--out', out], `${SHOP}---\n${SHOP.replace('namespace: shop', 'namespace: web')}`);
    expect([status, stdout, notes.at(-1)]).toEqual([0, '', `cdk8s-mesh: wrote ${out}`]);
    expect(renderedBy(readFileSync(out, 'utf8')).map(({ metadata }) => metadata.namespace)).toEqual(['shop', 'web']);
  });

  test('says of each object why it is no more than it is, and of each that is left out, where and why: status 1', async () => {
    const { status, notes, stdout } = await importing(['-', '--stdin-filename', 'old.yaml'], `\
{apiVersion: example.com/v1, kind: Odd, metadata: {name: a}}
---
{apiVersion: example.com/v1, kind: Odd, metadata: {name: b}}
---
{apiVersion: v1, kind: Service, metadata: {name: c, namespace: shop}, spec: {ports: [{port: "80"}]}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {generateName: d-}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: e}, data: {x: [null]}}
---
{apiVersion: v1, kind: Secret, metadata: {name: f}, stringData: {key: hush}}
---
{apiVersion: v1, kind: Secret, metadata: {name: f}, stringData: {key: hash}}
---
no object
---
x: [
`);
    expect(status).toBe(1);
    expect(stdout).toContain('new ApiObject(this, \'odd-a\'');
    expect(notes.map(note => note.replace('cdk8s-mesh: ', ''))).toEqual([
      'old.yaml:15: not imported: expected an object, found a string: write an object with apiVersion, kind and metadata, or remove it',
      'old.yaml:17: not imported: the bracket that opens here is not closed: close the bracket',
      'old.yaml:7: not imported: ConfigMap has no metadata.name: add one',
      'old.yaml:9: not imported: data.x[0] is null, which cdk8s does not render: remove it',
      'old.yaml:13: not imported: Secret f is also at old.yaml:11, with different content (stringData.key: "hush" became "hash"): import one environment at a time',
      'old.yaml:1: Odd a is written as ApiObject: there is no construct for Odd of example.com/v1 (and 1 more)',
      'old.yaml:5: Service shop/c is written as ApiObject: spec.ports[0].port: "80" is not a number',
      '1 Secret written to the charts with all values: do not commit secrets',
      '4 objects in 2 charts: 0 lifted, 1 as generated constructs, 3 as ApiObject; 5 not imported',
    ]);
  });

  test('says the same in JSON, with the text where no file is named', async () => {
    const { stdout } = await importing(['-', '--format', 'json'], `${SHOP}---\n{apiVersion: v1, kind: ConfigMap}\n`);
    const { tool: _, files: [{ text, ...file }], ...report } = JSON.parse(stdout);
    expect(text).toContain('export class ShopChart');
    expect({ file, ...report }).toEqual({
      file: { charts: [{ className: 'ShopChart', namespace: 'shop' }] },
      objects: [{
        object: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'settings' },
        construct: 'k8s.KubeConfigMap', file: '<stdin>', line: 3,
        leftOut: ['metadata.uid', 'metadata.creationTimestamp', 'metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]'],
      }],
      refused: [{ reason: 'ConfigMap has no metadata.name: add one', file: '<stdin>', line: 13 }],
      summary: { charts: 1, objects: 1, lifted: 0, generated: 1, untyped: 0, refused: 1 },
    });
  });

  test('tells of each value that another of the same key stands behind', async () => {
    const twice = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "1"\n  a: "2"\n';
    const reason = 'duplicate key "a": only the last one takes effect: remove one of them';
    const { status, stdout, notes } = await importing(['-'], twice);
    expect([status, notes[0]]).toEqual([0, `cdk8s-mesh: <stdin>:6: ${reason}`]);
    expect(stdout).toContain('data: { a: \'2\' }');
    expect(JSON.parse((await importing(['-', '--format', 'json'], twice)).stdout).dropped).toEqual([{ reason, file: '<stdin>', line: 6 }]);
  });

  describe('what is no object', () => {
    const INSTALLED = 'installation values are not an object: leave them to Helm or istioctl';
    const KINDLESS = 'a mapping without kind is not an object: if a tool such as Helm generates objects from it, import the output of that tool';
    const KUSTOMIZATION = 'a kustomization is not an object: if it changes the objects that it lists, import the output of kubectl kustomize';
    const NAMED = 'a kustomization uses this file as a patch, settings or ConfigMap data, so it contains no objects: import the output of kubectl kustomize';
    const OPERATOR = 'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: istio, namespace: istio-system}\n';

    test.each([
      ['values of Helm', 'values.yaml', '# Of the shop.\nreplicas: 3\n', 2, KINDLESS],
      ['values of Helm for a mesh', 'values.yaml', 'meshConfig: {accessLogFile: /dev/stdout}\n', 1, INSTALLED],
      ['a file of another program', 'docker-compose.yml', 'services: {web: {image: shop}}\n', 1, KINDLESS],
      ['a version without kind', 'Chart.yaml', 'apiVersion: v2\nname: shop\n', 1, KINDLESS],
      ['a kustomization', 'kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n', 1, KUSTOMIZATION],
      ['a kustomization without kind', 'kustomization.yaml', 'resources: [a.yaml]\n', 1, KUSTOMIZATION],
      ['a component of kustomize', 'part.yaml', 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n', 1, KUSTOMIZATION],
      ['values that an app has written for Helm', 'install/istiod-values.yaml', 'global: {network: one}\n', 1, INSTALLED],
      ['what an app has written for istioctl', 'install/istio-operator.yaml', OPERATOR, 1, INSTALLED],
      ['needs that an app has listed', 'install/prerequisites.yaml', 'namespaces: [{name: shop}]\n', 1, KINDLESS],
    ] as const)('%s is left out by its file, and nothing is missing in the charts: status 0', async (...[, file, text, line, reason]) => {
      fill(folder, { 'k8s/a.yaml': SHOP, [`k8s/${file}`]: text });
      const { status, stdout, notes } = await importing([path.join(folder, 'k8s')]);
      expect([status, stdout.match(/new \w+[\w.]*/g)]).toEqual([0, ['new k8s.KubeConfigMap']]);
      expect(notes[0]).toBe(`cdk8s-mesh: ${folder}/k8s/${file}:${line}: not imported: ${reason}`);
      expect(notes.at(-1)).toBe('cdk8s-mesh: 1 object in 1 chart: 0 lifted, 1 as generated constructs, 0 as ApiObject; 1 not imported');
    });

    test('what a kustomization names as a patch is left out beside it', async () => {
      fill(folder, { 'kustomization.yaml': 'patches: [{path: patch.yaml}]\n', 'patch.yaml': `${SHOP}---\n# nothing\n` });
      const { status, notes } = await importing([folder]);
      expect([status, notes]).toEqual([0, [
        `cdk8s-mesh: ${folder}/kustomization.yaml:1: not imported: ${KUSTOMIZATION}`,
        `cdk8s-mesh: ${folder}/patch.yaml:3: not imported: ${NAMED}`,
        'cdk8s-mesh: 0 objects in 0 charts: 0 lifted, 0 as generated constructs, 0 as ApiObject; 2 not imported',
      ]]);
    });

    test('each file is named, and documents of one are counted', async () => {
      fill(folder, { 'a.yaml': 'one: 1\n---\ntwo: 2\n', 'b.json': '{}' });
      expect((await importing([folder])).notes.slice(0, 2)).toEqual([
        `cdk8s-mesh: ${folder}/a.yaml:1: not imported: ${KINDLESS} (and 1 more)`,
        `cdk8s-mesh: ${folder}/b.json:1: not imported: ${KINDLESS}`,
      ]);
    });

    test('JSON tells it from objects that are refused', async () => {
      const { stdout } = await importing(['-', '--format', 'json'], 'replicas: 3\n---\n{apiVersion: v1, kind: ConfigMap}\n');
      expect(JSON.parse(stdout).refused).toEqual([
        { reason: KINDLESS, noObject: true, file: '<stdin>', line: 1 },
        { reason: 'ConfigMap has no metadata.name: add one', file: '<stdin>', line: 3 },
      ]);
    });

    test('a list of what is no object is none', async () => {
      const { status, notes } = await importing(['-'], '- hosts: all\n');
      expect([status, notes[0]]).toEqual([0, 'cdk8s-mesh: <stdin>:1: not imported: a list whose items are not objects: write each object as a separate document with apiVersion and kind']);
    });

    test.each([
      ['with metadata', '{apiVersion: v1, metadata: {name: a}}'],
      ['in a list', '{apiVersion: v1, kind: List, items: [{apiVersion: v1}]}'],
    ])('an object whose kind was forgotten, %s, is missing in the charts: status 1', async (_, text) => {
      const { status, notes } = await importing(['-'], text);
      expect([status, notes[0]]).toEqual([1, 'cdk8s-mesh: <stdin>:1: not imported: an object without kind cannot be applied: write its kind']);
    });

    test('an IstioOperator that no app has written beside its objects is imported: a cluster may have the kind', async () => {
      const { status, stdout } = await importing(['-'], OPERATOR);
      expect([status, stdout.match(/new \w+/g)]).toEqual([0, ['new ApiObject']]);
    });
  });

  test('names twelve paths of what it leaves out, and says how many more there are', async () => {
    const data = Array.from({ length: 14 }, (_, index) => `k${index}: null`).join(', ');
    const { notes } = await importing(['-'], `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {b: c, ${data}}}\n`);
    expect(notes[0]).toBe(`cdk8s-mesh: omitted from 1 object, because the server sets it or it is null: ${Array.from({ length: 12 }, (_, index) => `data.k${index}`).join(', ')} and 2 more`);
  });

  test.each([
    [[], 'import-yaml: no input: name files, folders, or - for stdin'],
    [['no.yaml'], 'no.yaml: no such file or folder'],
    [['-', '--outt', 'x'], 'unknown option \'--outt\', did you mean --out?'],
  ])('%j is status 2 and one line', async (args, reason) => {
    expect(await importing(args)).toEqual({ status: 2, stdout: '', notes: [`cdk8s-mesh: ${reason}`] });
  });

  test('a folder that cannot be written is named', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const { status, notes } = await importing(['-', '--out', path.join(folder, 'file', 'x.ts')], SHOP);
    expect([status, notes]).toEqual([2, [expect.stringMatching(/^cdk8s-mesh: --out: .*x\.ts cannot be written: /)]]);
  });

  test('nothing is nothing', async () => {
    expect(await importing(['-'], '# only a comment\n')).toEqual({
      status: 0, stdout: '', notes: ['cdk8s-mesh: nothing to import: the input contains no objects'],
    });
  });
});
