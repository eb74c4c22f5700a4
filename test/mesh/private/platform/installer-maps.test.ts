import path from 'node:path';
import { ApiObject, App, Chart, Include } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import { Istio, Linkerd, Mesh, MeshApp } from '../../../../lib';
import { fill, temporaryFolder } from '../../../support/folder';

const temporary = temporaryFolder();
const BY_ISTIO = 'Set it with IstioInstall.of(platform).meshConfig({...}), or with platform.proxyDefaults({...}).';
const BY_LINKERD = 'Set it in the values of the Helm chart linkerd-control-plane.';

const problem = (place: string, name: string, repair = BY_ISTIO): string => (
  `${place}: the ConfigMap "${name}" belongs to the installation of the mesh: this one would replace its contents until the next upgrade. Leave it out. ${repair}`
);
const failure = (...problems: string[]): Error => new Error(`Validation failed with the following errors:\n  ${problems.join('\n  ')}`);

/** An app with one ConfigMap. */
function appWith(name: string, { namespace, mesh = Istio.mesh(), data = {} }: { namespace?: string; mesh?: Mesh; data?: object } = {}): MeshApp {
  const app = new MeshApp({ mesh });
  new ApiObject(new Chart(app, 'legacy'), 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data });
  return app;
}

test.each([
  ['istio', 'istio-system', {}], ['istio', undefined, {}], ['istio-1-30', 'istio-system', { mesh: '' }],
  ['istio-sidecar-injector', 'istio-system', {}], ['istio-sidecar-injector-1-30', 'istio-system', {}],
])('[F007] fails on %s in the namespace %s, which the installer of Istio writes', (name, namespace, data) => {
  expect(() => appWith(name, { namespace, data }).synthYaml()).toThrow(failure(problem('legacy/map', name)));
});

test('[F007] the root namespace of the mesh counts', () => {
  const mesh = Istio.mesh({ rootNamespace: 'mesh' });
  expect(() => appWith('istio', { namespace: 'mesh', mesh }).synthYaml()).toThrow(failure(problem('legacy/map', 'istio')));
  expect(() => appWith('istio', { namespace: 'istio-system', mesh }).synthYaml()).not.toThrow();
});

test('[F007] fails on linkerd-config, whatever the mesh, and on those of Istio in an app of Linkerd', () => {
  for (const mesh of [Istio.mesh(), Linkerd.mesh()]) {
    expect(() => appWith('linkerd-config', { namespace: 'linkerd', mesh }).synthYaml()).toThrow(failure(problem('legacy/map', 'linkerd-config', BY_LINKERD)));
  }
  expect(() => appWith('istio', { namespace: 'istio-system', mesh: Linkerd.mesh() }).synthYaml()).toThrow(
    failure(problem('legacy/map', 'istio', 'It belongs to Istio, but this mesh is not Istio: set it where Istio is installed.')),
  );
});

test.each([
  ['istio', 'shop', {}], ['istio-grafana-dashboards', 'istio-system', { 'istio.json': '' }], ['istio-ca-root-cert', 'istio-system', { 'root-cert.pem': '' }],
  ['settings', 'istio-system', { mesh: '' }],
])('takes %s in the namespace %s', (name, namespace, data) => {
  expect(() => appWith(name, { namespace, data }).synthYaml()).not.toThrow();
});

test('[F007] finds it in existing YAML, in a list, of cdk8s-plus, and in a stock App', () => {
  fill(temporary.path, { 'list.yaml': '{ apiVersion: v1, kind: List, metadata: { name: all }, items: [{ apiVersion: v1, kind: ConfigMap, metadata: { name: istio, namespace: istio-system } }] }' });
  const app = new App();
  Istio.mesh().applyTo(app);
  new Include(new Chart(app, 'legacy'), 'list', { url: path.join(temporary.path, 'list.yaml') });
  new ConfigMap(new Chart(app, 'plus', { namespace: 'istio-system' }), 'map', { metadata: { name: 'istio' }, data: { mesh: '' } });
  expect(() => app.synthYaml()).toThrow(
    // A stock app says the path of whoever complains, and that of the app itself is empty.
    failure(...[problem('legacy/list/all-list', 'istio'), problem('plus/map/Resource', 'istio')].map(each => `[] ${each}`)),
  );
});

test('a scope with a mesh of its own is judged by that one', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const other = app.environment('other');
  Istio.mesh({ rootNamespace: 'mesh' }).applyTo(other);
  new ApiObject(new Chart(other, 'legacy'), 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' } });
  expect(() => app.synthYaml()).not.toThrow();
});
