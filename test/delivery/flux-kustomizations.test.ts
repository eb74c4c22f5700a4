import { ApiObject, Chart, Duration } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { FluxKustomizations, FluxKustomizationsProps, Istio, MeshApp, MeshNamespace } from '../../lib';
import { refusals } from '../support/valid';

function kustomizations(props: Partial<FluxKustomizationsProps> = {}, outdir?: string): { metadata: object; spec: object }[] {
  const app = new MeshApp({ mesh: Istio.mesh(), kustomize: true, outdir });
  const flux = new FluxKustomizations(new Chart(app, 'flux'), 'kustomizations', { repository: 'shop', ...props });
  const prod = app.environment('prod');
  const platform = new Chart(prod, 'platform');
  const shop = new Chart(prod, 'shop', { namespace: 'shop' });
  [shop, platform].forEach(one => flux.addChart(one));
  new ApiObject(shop, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
  new MeshNamespace(platform, 'shop');
  const text = app.synthYaml();
  expect(refusals({ 'all.yaml': text })).toEqual([]);
  return (loadAll(text) as { kind: string; metadata: object; spec: object }[]).filter(({ kind }) => kind === 'Kustomization');
}

test('each chart has one, which waits for the chart that creates its namespace', () => {
  const common = { interval: '600s', sourceRef: { kind: 'GitRepository', name: 'shop' }, prune: true, wait: true, timeout: '300s' };
  expect(kustomizations().map(({ metadata, spec }) => ({ metadata, spec }))).toEqual([
    { metadata: { name: 'prod-shop', namespace: 'flux-system' }, spec: { ...common, path: './dist/prod/shop', dependsOn: [{ name: 'prod-platform' }] } },
    { metadata: { name: 'prod-platform', namespace: 'flux-system' }, spec: { ...common, path: './dist/prod/platform' } },
  ]);
});

test('all of it can be said otherwise', () => {
  const [{ metadata, spec }] = kustomizations({ interval: Duration.minutes(1), timeout: Duration.minutes(2), outputFolder: 'out', kustomizationNamespace: 'delivery' });
  expect(metadata).toEqual({ name: 'prod-shop', namespace: 'delivery' });
  expect(spec).toMatchObject({ interval: '60s', timeout: '120s', path: './out/prod/shop' });
});

test.each([['out/k8s', './out/k8s/prod/shop'], ['.', './prod/shop']])('the folders are those of an app that writes to %s', (outdir, expected) => {
  expect(kustomizations({}, outdir)[0].spec).toMatchObject({ path: expected });
});

test('fails for an app whose folder nobody knows in the repository', () => {
  expect(() => kustomizations({}, '../dist')).toThrow('flux/kustomizations: the app writes to "../dist", outside its working folder, so its place in the repository is unknown');
});

test('fails for a chart that is there already', () => {
  const app = new MeshApp();
  const flux = new FluxKustomizations(new Chart(app, 'flux'), 'kustomizations', { repository: 'shop' });
  const shop = new Chart(app, 'shop');
  flux.addChart(shop);
  expect(() => flux.addChart(shop)).toThrow(new Error('shop: is already delivered by flux/kustomizations. Deliver a chart once.'));
});

test('fails for an app without a folder for each chart', () => {
  const app = new MeshApp();
  const flux = new FluxKustomizations(new Chart(app, 'flux'), 'kustomizations', { repository: 'shop' });
  flux.addChart(new Chart(app, 'shop'));
  expect(() => app.synthYaml()).toThrow('shop: has no folder for flux/kustomizations, because its app does not render one for each chart. Use new MeshApp({ kustomize: true }), with no other yamlOutputType');
});
