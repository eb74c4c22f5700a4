import path from 'node:path';
import { ApiObject, Chart, Include, JsonPatch } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Istio, MeshApp, MeshService } from '../../lib';
import { main } from '../../lib/cli/main';
import { FakeTerminal } from '../support/fake-terminal';
import { contentsOf, fill, temporaryFolder } from '../support/folder';

const temporary = temporaryFolder();
const at = (...segments: string[]): string => path.join(temporary.path, ...segments);

const EXISTING = `# by hand
apiVersion: v1
kind: ConfigMap
metadata: { name: odd, namespace: other }
data:
  a: "on"
  b: "0775"
  c: "1e3"
  d: |
    two
    lines
  e: "2024-01-01"
  f: "~"
  g: ""
  h: 'y'
  i: "#!/bin/sh\\necho 'a: b'\\n"
  j: "  lead\\ttab  \\n\\nend"
---
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.com }
spec:
  group: example.com
  names: { kind: Thing, plural: things }
  scope: Cluster
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } } }
---
apiVersion: example.com/v1
kind: Thing
metadata: { name: odd }
spec: { none: {}, nothing: [], zero: 0, never: false, float: 1.5, list: [[], {}, "", 0] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: odd, namespace: shop, labels: { app: odd } }
spec:
  replicas: 0
  selector: { matchLabels: { app: odd } }
  template:
    metadata: { labels: { app: odd } }
    spec:
      containers: [{ name: app, image: "example.com/odd:1.10", args: [], env: [], securityContext: {} }]
      volumes: [{ name: scratch, emptyDir: {} }]
`;

function include(chart: Chart, text: string): Include {
  fill(temporary.path, { 'existing.yaml': text });
  return new Include(chart, 'existing', { url: at('existing.yaml') });
}

function renderedObjects(app: MeshApp, file: string): any[] {
  app.synth();
  return loadAll(contentsOf(at('dist'))[file]);
}

test('objects of existing YAML come out as they are, in their order, in a chart without a namespace', () => {
  const app = new MeshApp({ outdir: at('dist') });
  include(new Chart(app, 'legacy'), EXISTING);
  expect(renderedObjects(app, 'legacy.k8s.yaml')).toEqual(loadAll(EXISTING).filter(object => object !== null && object !== undefined));
});

test('what has no quotes is read as Kubernetes reads it, by YAML 1.1', () => {
  const app = new MeshApp({ outdir: at('dist') });
  include(new Chart(app, 'legacy'), 'apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: odd }\nspec: { mode: 0400, mirror: on }\n');
  expect(renderedObjects(app, 'legacy.k8s.yaml')[0].spec).toEqual({ mode: 256, mirror: true });
});

test('a chart gives its namespace and its labels to those that have none, whatever their scope', () => {
  const app = new MeshApp({ outdir: at('dist') });
  include(new Chart(app, 'legacy', { namespace: 'shop', labels: { team: 'shop' } }), EXISTING);
  expect(renderedObjects(app, 'legacy.k8s.yaml').map(({ kind, metadata: { namespace, labels } }) => [kind, namespace, labels])).toEqual([
    ['ConfigMap', 'other', { team: 'shop' }],
    ['CustomResourceDefinition', 'shop', { team: 'shop' }],
    ['Thing', 'shop', { team: 'shop' }],
    ['Deployment', 'shop', { app: 'odd', team: 'shop' }],
  ]);
});

test('cdk8s names what has no name, makes times of dates, and drops what is null or says nothing in metadata', () => {
  const app = new MeshApp({ outdir: at('dist') });
  include(new Chart(app, 'legacy'), [
    '{ apiVersion: batch/v1, kind: Job, metadata: { generateName: job- } }',
    '{ apiVersion: v1, kind: ConfigMap, metadata: { name: when, labels: {}, annotations: {} }, data: null, day: 2024-01-01 }',
  ].join('\n---\n'));
  expect(renderedObjects(app, 'legacy.k8s.yaml')).toEqual([
    { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'job-', name: expect.stringMatching(/^legacy-existing-object0-job-/) } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'when' }, day: '2024-01-01T00:00:00.000Z' },
  ]);
});

test('check judges included, patched and generated objects as it judges ours', async () => {
  const app = new MeshApp({ mesh: Istio.mesh(), outdir: at('dist') });
  include(new Chart(app, 'legacy'), '{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: old, namespace: shop }, spec: { hosts: [old], htttp: [] } }');
  const web = MeshService.adopt(new Chart(app, 'shop', { namespace: 'shop' }), 'web', { port: 8080 });
  ['v1', 'v2'].forEach(name => web.addVersion(name));
  ApiObject.of(web.node.findChild('rules')).addJsonPatch(JsonPatch.add('/spec/exportsTo', ['.']));
  app.synth();

  const terminal = new FakeTerminal();
  expect(await main(['check', at('dist'), '--only', 'CRD', '--format', 'json'], terminal)).toBe(1);
  expect(JSON.parse(terminal.stdout).findings.map(({ file, code, message }: any) => [path.basename(file), code, message])).toEqual([
    ['legacy.k8s.yaml', 'CRD001', expect.stringContaining('htttp')],
    ['shop.k8s.yaml', 'CRD001', expect.stringContaining('exportsTo')],
  ]);
});
