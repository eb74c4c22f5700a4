import path from 'node:path';
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { load, loadAll } from 'js-yaml';
import { ArgoApplications, ArgoApplicationsProps, ArgoApplicationSet, FluxKustomizations, Istio, MeshApp, MeshAppProps, MeshNamespace } from '../../lib';
import { contentsOf, temporaryFolder } from '../support/folder';
import { refusals } from '../support/valid';

const temporary = temporaryFolder();
const REPOSITORY = 'https://git.example.com/shop.git';
type Rendered = Record<string, { metadata: { annotations?: Record<string, string>; finalizers?: string[] }; spec: Record<string, unknown> }>;

/** Two charts of an environment, the second of which has objects in the namespace of the first, and what Argo CD gets of them. */
function applications(change: (shop: Chart, platform: Chart) => void, props: Partial<ArgoApplicationsProps> = {}): Rendered {
  const app = new MeshApp({ outdir: path.join(temporary.path, 'dist'), mesh: Istio.mesh(), kustomize: true });
  const argo = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY, outputFolder: 'dist', ...props });
  const prod = app.environment('prod');
  const shop = new Chart(prod, 'shop', { namespace: 'shop' });
  argo.addChart(shop);
  const platform = new Chart(prod, 'platform');
  argo.addChart(platform);
  new MeshNamespace(platform, 'shop');
  change(shop, platform);
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
    syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['PruneLast=true'] },
  });
});

test.each<[string, (scope: Chart) => { addChart(chart: Chart): void }]>([
  ['argo/delivery', scope => new ArgoApplications(scope, 'delivery', { repoUrl: REPOSITORY, outputFolder: 'dist' })],
  ['argo/delivery', scope => new FluxKustomizations(scope, 'delivery', { repository: 'shop', outputFolder: 'dist' })],
])('two environments with the same objects in one cluster are refused by %s', (place, create) => {
  const app = new MeshApp({ outdir: path.join(temporary.path, 'dist'), mesh: Istio.mesh(), kustomize: true });
  const delivery = create(new Chart(app, 'argo', { namespace: 'argocd' }));
  for (const name of ['dev', 'prod']) {
    const shop = new Chart(app.environment(name), 'shop', { namespace: 'shop' });
    configMap(shop);
    delivery.addChart(shop);
  }
  expect(() => app.synth()).toThrow(`prod/shop/settings: ${place} would apply ConfigMap "settings", which dev/shop also renders, to the same cluster. Deliver each environment with a separate construct that names its cluster.`);
});

const FINALIZER = ['resources-finalizer.argocd.argoproj.io'];

test.each<[Partial<ArgoApplicationsProps>, string[] | undefined]>([
  [{}, FINALIZER], [{ automated: false }, undefined],
  [{ removeWithChart: false }, undefined], [{ automated: false, removeWithChart: true }, FINALIZER],
])('objects go with the chart that is gone: %j', (props, expected) => {
  expect(applications(configMap, props)['prod-shop'].metadata.finalizers).toEqual(expected);
});

test('the folders are those that the app writes to', () => {
  const app = new MeshApp({ outdir: 'out/k8s', kustomize: true });
  const argo = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  configMap(shop);
  argo.addChart(shop);
  expect(app.synthYaml()).toContain('path: out/k8s/shop\n');
});

test('all of it can be said otherwise', () => {
  const { spec } = applications(configMap, {
    automated: false, outputFolder: 'out/k8s', project: 'shop', server: 'https://api.example.com', targetRevision: 'main', applicationNamespace: 'delivery',
  })['prod-shop'];
  expect(spec).toEqual({
    project: 'shop',
    source: { repoURL: REPOSITORY, targetRevision: 'main', path: 'out/k8s/prod/shop' },
    destination: { server: 'https://api.example.com' },
    syncPolicy: { syncOptions: ['PruneLast=true'] },
  });
});

const autoscaler = (chart: Chart): void => void new ApiObject(chart, 'scaler', {
  apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' },
  spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web-v1' } },
});
const rollout = (chart: Chart): void => void new ApiObject(chart, 'rollout', {
  apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'pay' },
  spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: 'pay', routes: ['default'] } } } } } },
});
const replicas = { group: 'apps', kind: 'Deployment', name: 'web-v1', namespace: 'shop', jsonPointers: ['/spec/replicas'] };
const weights = {
  group: 'networking.istio.io', kind: 'VirtualService', name: 'pay', namespace: 'shop', jqPathExpressions: ['.spec.http[]? | select(.name == "default") | .route[]?.weight'],
};

test.each([
  ['replicas stay as they are in a sync', [autoscaler], [replicas], 'RespectIgnoreDifferences=true'],
  ['weights keep no change of a route from being applied', [rollout], [weights], 'ApplyOutOfSyncOnly=true'],
  ['both in one chart', [rollout, autoscaler], [replicas, weights], 'ApplyOutOfSyncOnly=true'],
])('of what controllers write, nothing else is ignored: %s', (_, objects, ignoreDifferences, option) => {
  const { spec } = applications(shop => objects.forEach(object => object(shop)))['prod-shop'];
  expect(spec.ignoreDifferences).toEqual(ignoreDifferences);
  expect(spec.syncPolicy).toMatchObject({ syncOptions: [option, 'PruneLast=true'] });
});

describe('where kinds come along with their objects', () => {
  const kind = (chart: Chart): void => void new ApiObject(chart, 'kind', {
    apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'widgets.example.com' },
  });
  const widget = (chart: Chart, apiVersion = 'example.com/v1'): void => void new ApiObject(chart, 'widget', { apiVersion, kind: 'Widget', metadata: { name: 'one' } });
  const optionsOf = ({ spec }: Rendered[string]): string[] => (spec.syncPolicy as { syncOptions: string[] }).syncOptions;

  test('no dry run fails for want of them, in the chart itself and in others', () => {
    const { 'prod-platform': platform, 'prod-shop': shop } = applications((chart, other) => {
      kind(other);
      widget(chart);
    });
    expect([platform, shop].map(optionsOf)).toEqual([['PruneLast=true'], ['PruneLast=true', 'SkipDryRunOnMissingResource=true']]);
  });

  test('objects of other groups are tried as always', () => {
    const rendered = applications(shop => {
      kind(shop);
      widget(shop, 'example.org/v1');
    });
    expect(optionsOf(rendered['prod-shop'])).toEqual(['PruneLast=true']);
  });
});

test('a sync in waves leaves alone what has not changed, so that pods that crash keep no route from changing; and not everything goes last', () => {
  const app = new MeshApp({ kustomize: true, syncWaves: true });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  autoscaler(shop);
  const argo = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY });
  argo.addChart(shop);
  new ArgoApplicationSet(new Chart(app, 'set'), 'shop', { repoUrl: REPOSITORY, folders: ['dist/*'] });
  const objects = loadAll(app.synthYaml()) as { kind: string; spec: any }[];
  const specOf = (wanted: string): any => objects.find(({ kind }) => kind === wanted)!.spec;
  const optionsOf = (wanted: string): string[] => (specOf(wanted).template?.spec ?? specOf(wanted)).syncPolicy.syncOptions;
  expect(optionsOf('Application')).toEqual(['ApplyOutOfSyncOnly=true', 'RespectIgnoreDifferences=true']);
  expect(optionsOf('ApplicationSet')).toEqual(['ApplyOutOfSyncOnly=true']);
});

test('the waves are those of the order, whichever chart was added first', () => {
  const app = new MeshApp({ kustomize: true });
  const [one, other, last] = ['one', 'other', 'last'].map(name => new Chart(app, name, { namespace: 'shop' }));
  [one, other, last].forEach(configMap);
  const argo = new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY });
  [last, one, other].forEach(chart => argo.addChart(chart));
  other.addDependency(one);
  last.addDependency(one);
  last.addDependency(other);
  const objects = loadAll(app.synthYaml()) as { kind: string; metadata: { name: string; annotations: Record<string, string> } }[];
  const waves = objects.filter(({ kind }) => kind === 'Application').map(({ metadata }) => [metadata.name, metadata.annotations['argocd.argoproj.io/sync-wave']]);
  expect(Object.fromEntries(waves)).toEqual({ one: '0', other: '1', last: '2' });
});

describe('fails', () => {
  function delivery(props: MeshAppProps = { kustomize: true }): { app: MeshApp; argo: ArgoApplications } {
    const app = new MeshApp(props);
    return { app, argo: new ArgoApplications(new Chart(app, 'argo'), 'applications', { repoUrl: REPOSITORY }) };
  }

  test('for a chart that is there already', () => {
    const { app, argo } = delivery();
    const shop = new Chart(app, 'shop');
    argo.addChart(shop);
    expect(() => argo.addChart(shop)).toThrow(new Error('shop: is already delivered by argo/applications. Deliver a chart once.'));
  });

  test('for a chart whose name another one has', () => {
    const { app, argo } = delivery();
    argo.addChart(new Chart(app.environment('prod'), 'shop-a'));
    expect(() => argo.addChart(new Chart(app.environment('prod-shop'), 'a')))
      .toThrow(new Error('prod-shop/a: would be delivered as "prod-shop-a", as prod/shop-a is. Rename one of the two.'));
  });

  test.each(['My Shop', 'shop-', '-shop', 'shop.'])('for a chart whose id is no name: %s', id => {
    const { app, argo } = delivery();
    expect(() => argo.addChart(new Chart(app.environment('prod'), id)))
      .toThrow(new Error(`prod/${id}: "${id}" is not a valid object name, which the delivery of a chart needs. Name charts with lowercase letters, digits, and inner hyphens or dots.`));
  });

  test.each([{}, { yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE }, { kustomize: true, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE }])('for an app without a folder for each chart: %j', props => {
    const { app, argo } = delivery(props);
    const shop = new Chart(app, 'shop', { namespace: 'shop' });
    configMap(shop);
    argo.addChart(shop);
    expect(() => app.synthYaml()).toThrow('shop: has no folder for argo/applications, because its app does not render one for each chart. Use new MeshApp({ kustomize: true }), with no other yamlOutputType.');
  });

  test.each<[string, number]>([['argo', 180], ['flux', 63]])('for a name of environment and chart that is too long: %s', (tool, longest) => {
    const { app, argo } = delivery();
    const flux = new FluxKustomizations(new Chart(app, 'flux'), 'kustomizations', { repository: 'shop' });
    const charts = [longest - 5, longest - 4].map(length => new Chart(app.environment('prod'), 'a'.repeat(length)));
    const add = (chart: Chart): void => (tool === 'argo' ? argo : flux).addChart(chart);
    expect(() => add(charts[0])).not.toThrow();
    expect(() => add(charts[1])).toThrow(`which has ${longest + 1} characters, but ${tool}/${tool === 'argo' ? 'applications' : 'kustomizations'} allows at most ${longest}.`);
  });

  test('for an object that names no namespace, of a kind that lies in one', () => {
    const { app, argo } = delivery();
    const shop = new Chart(app, 'shop');
    new ApiObject(shop, 'role', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader' } });
    argo.addChart(shop);
    expect(() => app.synthYaml()).not.toThrow();
    configMap(shop);
    expect(() => app.synthYaml()).toThrow('shop/settings: ConfigMap "settings" has no namespace, so argo/applications cannot apply it. Give the chart one, new Chart(scope, "shop", { namespace }), or the object itself.');
  });

  test('for a chart without objects', () => {
    const { app, argo } = delivery();
    argo.addChart(new Chart(app, 'shop'));
    expect(() => app.synthYaml()).toThrow('shop: has no objects, so there is no folder for argo/applications. Deliver only charts with objects.');
  });
});
