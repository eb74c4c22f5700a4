import path from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { load, loadAll } from 'js-yaml';
import { ArgoApplications, ArgoApplicationsProps, Istio, MeshApp, MeshNamespace, MeshService } from '../../lib';
import { contentsOf, temporaryFolder } from '../support/folder';
import { refusals } from '../support/valid';

const temporary = temporaryFolder();
const REPOSITORY = 'https://git.example.com/shop.git';
type Rendered = Record<string, { metadata: { annotations?: Record<string, string> }; spec: Record<string, unknown> }>;

/** Two charts of an environment, the second of which has objects in the namespace of the first, and what Argo CD gets of them. */
function applications(change: (shop: Chart) => void = () => undefined, props: Partial<ArgoApplicationsProps> = {}): Rendered {
  const app = new MeshApp({ outdir: path.join(temporary.path, 'dist'), mesh: Istio.mesh(), kustomize: true });
  const argo = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY, ...props });
  const prod = app.environment('prod');
  const shop = new Chart(prod, 'shop', { namespace: 'shop' });
  argo.addChart(shop);
  const platform = new Chart(prod, 'platform');
  argo.addChart(platform);
  new MeshNamespace(platform, 'shop');
  change(shop);
  app.synth();
  const files = contentsOf(temporary.path);
  expect(refusals(Object.fromEntries(Object.entries(files).filter(([file]) => file.endsWith('.yaml') && file.includes('/argo/'))))).toEqual([]);
  const named = Object.entries(files).filter(([file]) => file.includes('Application.argoproj.io'));
  return Object.fromEntries(named.map(([file, text]) => [file.split('.')[3], load(text) as Rendered[string]]));
}

const configMap = (chart: Chart): void => void new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });

test('each chart has one, in the wave after the chart that creates its namespace', () => {
  const rendered = applications(configMap);
  expect(Object.entries(rendered).map(([name, { metadata }]) => [name, metadata.annotations])).toEqual([
    ['prod-platform', { 'argocd.argoproj.io/sync-wave': '0' }], ['prod-shop', { 'argocd.argoproj.io/sync-wave': '1' }],
  ]);
  expect(rendered['prod-shop'].spec).toEqual({
    project: 'default',
    source: { repoURL: REPOSITORY, targetRevision: 'HEAD', path: 'dist/prod/shop' },
    destination: { server: 'https://kubernetes.default.svc' },
    syncPolicy: { automated: { prune: true, selfHeal: true } },
  });
});

test('all of it can be said otherwise', () => {
  const { spec } = applications(configMap, {
    automated: false, outputFolder: 'out/k8s', project: 'shop', server: 'https://api.example.com', targetRevision: 'main', applicationNamespace: 'delivery',
  })['prod-shop'];
  expect(spec).toEqual({
    project: 'shop', source: { repoURL: REPOSITORY, targetRevision: 'main', path: 'out/k8s/prod/shop' }, destination: { server: 'https://api.example.com' }, syncPolicy: {},
  });
});

test('a DestinationRule goes last, when the routes that named it have changed', () => {
  const { spec } = applications(shop => {
    const web = new MeshService(shop, 'web', { image: 'registry.example.com/web:1', port: 8080 });
    web.addVersion('v2', { image: 'registry.example.com/web:2' });
  })['prod-shop'];
  expect(spec.syncPolicy).toMatchObject({ syncOptions: ['PruneLast=true'] });
});

test('of what controllers write, replicas and weights of the routes that they name are ignored, and nothing else', () => {
  const istio = { virtualService: { name: 'pay', routes: ['default'] }, destinationRule: { name: 'pay', stableSubsetName: 'v1', canarySubsetName: 'v2' } };
  const { spec } = applications(shop => {
    new ApiObject(shop, 'scaler', {
      apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' },
      spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web-v1' } },
    });
    new ApiObject(shop, 'rollout', {
      apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'pay' }, spec: { strategy: { canary: { trafficRouting: { istio } } } },
    });
  })['prod-shop'];
  const label = (subset: string): string => `.spec.subsets[]? | select(.name == "${subset}") | .labels."rollouts-pod-template-hash"`;
  expect(spec.ignoreDifferences).toEqual([
    { group: 'apps', kind: 'Deployment', name: 'web-v1', namespace: 'shop', jsonPointers: ['/spec/replicas'] },
    {
      group: 'networking.istio.io', kind: 'VirtualService', name: 'pay', namespace: 'shop',
      jqPathExpressions: ['.spec.http[]? | select(.name == "default") | .route[].weight'],
    },
    { group: 'networking.istio.io', kind: 'DestinationRule', name: 'pay', namespace: 'shop', jqPathExpressions: [label('v1'), label('v2')] },
  ]);
  expect(spec.syncPolicy).toMatchObject({ syncOptions: ['RespectIgnoreDifferences=true'] });
});

test('a controller that knows one route without a name writes the weights of that one', () => {
  const { spec } = applications(shop => new ApiObject(shop, 'rollout', {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'pay' },
    spec: { strategy: { canary: { trafficRouting: { istio: { virtualServices: [{ name: 'pay' }] } } } } },
  }))['prod-shop'];
  expect(spec.ignoreDifferences).toMatchObject([{ kind: 'VirtualService', jqPathExpressions: ['.spec.http[0].route[].weight'] }]);
});

test('where kinds come along with their objects, no dry run fails for want of them', () => {
  const { spec } = applications(shop => {
    new ApiObject(shop, 'kind', { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'widgets.example.com' } });
    new ApiObject(shop, 'widget', { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'one' } });
  })['prod-shop'];
  expect(spec.syncPolicy).toMatchObject({ syncOptions: ['SkipDryRunOnMissingResource=true'] });
});

test('charts that have objects in namespaces of each other do not wait in a circle, and a said dependency counts', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const [one, other, last] = ['one', 'other', 'last'].map(name => new Chart(app, name));
  const argo = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY });
  [last, one, other].forEach(chart => argo.addChart(chart));
  new MeshNamespace(one, 'one');
  new MeshNamespace(other, 'other');
  new ApiObject(one, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map', namespace: 'other' } });
  new ApiObject(other, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map', namespace: 'one' } });
  last.addDependency(one);
  const objects = loadAll(app.synthYaml()) as { kind: string; metadata: { name: string; annotations: Record<string, string> } }[];
  const waves = objects.filter(({ kind }) => kind === 'Application').map(({ metadata }) => [metadata.name, metadata.annotations['argocd.argoproj.io/sync-wave']]);
  expect(Object.fromEntries(waves)).toEqual({ other: '0', one: '1', last: '2' });
});

test('fails for a chart that is there already, and for one that is no name', () => {
  const app = new MeshApp();
  const argo = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY });
  const shop = new Chart(app, 'shop');
  argo.addChart(shop);
  expect(() => argo.addChart(shop)).toThrow(new Error('shop: is delivered already. Deliver a chart once.'));
  expect(() => argo.addChart(new Chart(app.environment('prod'), 'My Shop'))).toThrow('prod/My Shop: "My Shop" is not the name of an object');
});
