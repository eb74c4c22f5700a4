import { Chart, Testing } from 'cdk8s';
import { Istio, IstioMeshProps, IstioRelease, Mesh, MeshApp } from '../../lib';

test('a construct finds the mesh that the nearest scope above was told', () => {
  const [whole, part] = [Istio.mesh(), Istio.mesh({ release: IstioRelease.V1_24 })];
  const app = Testing.app();
  whole.applyTo(app);
  const other = new Chart(app, 'other');
  part.applyTo(other);
  expect(Mesh.of(new Chart(app, 'shop'))).toBe(whole);
  expect(Mesh.of(new Chart(other, 'inner'))).toBe(part);
});

test('an app is told its mesh by a prop, too', () => {
  const mesh = Istio.mesh();
  expect(Mesh.of(new Chart(new MeshApp({ mesh }), 'shop'))).toBe(mesh);
});

test('fails where no mesh was told', () => {
  const chart = new Chart(Testing.app(), 'shop');
  expect(() => Mesh.of(chart)).toThrow(new Error('shop: no mesh is set. Apply one to the app before the first construct of the mesh: Istio.mesh().applyTo(app).'));
});

test('fails when a scope is told twice', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  expect(() => Istio.mesh().applyTo(app)).toThrow(new Error('the app: its mesh is already Istio 1.30. Apply a mesh to a scope only once.'));
});

test('fails when something in the scope has asked for its mesh already', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const chart = new Chart(app, 'shop');
  Mesh.of(new Chart(chart, 'inner'));
  expect(() => Istio.mesh().applyTo(chart)).toThrow(new Error('shop: "shop/inner" was created before the mesh was applied. Call applyTo before the first construct of the mesh.'));
});

test('says its domains and its root namespace', () => {
  const { clusterDomain, rootNamespace, trustDomain, description } = Istio.mesh({ clusterDomain: 'corp.internal', rootNamespace: 'mesh', trustDomain: 'corp' });
  expect({ clusterDomain, rootNamespace, trustDomain, description }).toEqual({ clusterDomain: 'corp.internal', rootNamespace: 'mesh', trustDomain: 'corp', description: 'Istio 1.30' });
});

test.each<[IstioMeshProps, string]>([
  [{ clusterDomain: '' }, 'mesh: clusterDomain: "" is not a domain name. Use labels of lowercase letters, digits and inner hyphens, separated by dots, such as "cluster.local".'],
  [{ trustDomain: 'corp_eu' }, 'mesh: trustDomain: "corp_eu" is not a domain name. Use labels of lowercase letters, digits and inner hyphens, separated by dots, such as "cluster.local".'],
  [{ proxyHosts: ['otel:4317'] }, 'mesh: proxyHosts: "otel:4317" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  [{ proxyHosts: ['*.example.com'] }, 'mesh: proxyHosts: "*.example.com" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".'],
  [{ rootNamespace: 'istio.system' }, 'mesh: rootNamespace: "istio.system" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
])('fails on %j', (props, message) => {
  expect(() => Istio.mesh(props)).toThrow(new Error(message));
});

test('an app is called so, since it has no path', () => {
  expect(() => Mesh.of(Testing.app())).toThrow(/^the app: no mesh is set\. /);
});
