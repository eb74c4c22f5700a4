import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { loadAll } from 'js-yaml';
import { Istio, MeshApp, MeshAppProps, MeshNamespace, MeshService, Weight } from '../../../lib';
import { contentsOf, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const outdir = (): string => path.join(temporary.path, 'dist');
const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
if (!hasKubectl) {
  console.warn('SKIPPED: there is no kubectl here, so what it builds of kustomizations is not compared with what is rendered');
}

function shop(scope: Construct): void {
  new MeshNamespace(new Chart(scope, 'platform'), 'shop');
  const chart = new Chart(scope, 'shop', { namespace: 'shop' });
  const web = new MeshService(chart, 'web', { image: 'registry.example.com/web:1', port: 8080 });
  const v2 = web.addVersion('v2', { image: 'registry.example.com/web:2' });
  web.traffic.split({ stable: web.version('v1'), canary: v2, weight: Weight.percent(10) });
}

function rendered(props: MeshAppProps = {}): Record<string, string> {
  const app = new MeshApp({ outdir: outdir(), mesh: Istio.mesh(), kustomize: true, ...props });
  ['dev', 'prod'].forEach(name => shop(app.environment(name)));
  app.synth();
  return contentsOf(outdir());
}

const kustomizationsOf = (files: Record<string, string>): string[] => Object.keys(files).filter(file => file.endsWith('Kustomization')).sort();
const identity = ({ apiVersion, kind, metadata }: { apiVersion: string; kind: string; metadata: { name: string; namespace?: string } }): string =>
  [apiVersion, kind, metadata.namespace ?? '', metadata.name].join(' ');

test('each chart has a folder with a kustomization, which lists its objects in the order in which to apply them', () => {
  const files = rendered();
  expect(kustomizationsOf(files)).toEqual(['dev/platform/Kustomization', 'dev/shop/Kustomization', 'prod/platform/Kustomization', 'prod/shop/Kustomization']);
  expect(files['dev/shop/Kustomization']).toBe([
    'apiVersion: kustomize.config.k8s.io/v1beta1', 'kind: Kustomization', 'sortOptions:', '  order: fifo', 'resources:',
    ...['ServiceAccount.web', 'Service.web', 'Deployment.apps.web-v1', 'Deployment.apps.web-v2', 'DestinationRule.networking.istio.io.web', 'VirtualService.networking.istio.io.web']
      .map(name => `  - shop/${name}.k8s.yaml`), '',
  ].join('\n'));
});

test('with a folder for each namespace, each has one, and what belongs to none has one that leads to no other', () => {
  const files = rendered({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  expect(kustomizationsOf(files)).toEqual(['dev/Kustomization', 'dev/shop/Kustomization', 'prod/Kustomization', 'prod/shop/Kustomization']);
  expect(files['dev/Kustomization']).toContain('resources:\n  - Namespace.shop.k8s.yaml\n');
});

test.each([YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART])('fails with the layout %s, in which one would be for everything', yamlOutputType => {
  expect(() => new MeshApp({ kustomize: true, yamlOutputType })).toThrow(`yamlOutputType YamlOutputType.${YamlOutputType[yamlOutputType]}: creates no folder for each chart or namespace`);
});

test('fails where a folder has its place', () => {
  const app = new MeshApp({ outdir: outdir(), kustomize: true, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
  const chart = new Chart(app, 'shop');
  new ApiObject(chart, 'one', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one', namespace: 'kustomization' } });
  new ApiObject(chart, 'two', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'two' } });
  expect(() => app.synth()).toThrow('would write Kustomization, which conflicts with the app. Rename one of the two.');
});

(hasKubectl ? test : test.skip).each([undefined, YamlOutputType.FILE_PER_RESOURCE])('kubectl builds exactly what is rendered, in the layout %s', yamlOutputType => {
  const files = rendered({ yamlOutputType });
  for (const environment of ['dev', 'prod']) {
    const folders = kustomizationsOf(files).filter(file => file.startsWith(`${environment}/`)).map(file => path.join(outdir(), path.dirname(file)));
    const built = folders.flatMap(folder => loadAll(spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8' }).stdout)) as Parameters<typeof identity>[0][];
    const written = Object.entries(files).filter(([file]) => file.startsWith(`${environment}/`) && file.endsWith('.yaml')).flatMap(([, text]) => loadAll(text)) as typeof built;
    const byIdentity = (objects: typeof built): typeof built => [...objects].sort((one, other) => (identity(one) < identity(other) ? -1 : 1));
    expect(built.length).toBeGreaterThan(6);
    expect(byIdentity(built)).toEqual(byIdentity(written));
  }
});
