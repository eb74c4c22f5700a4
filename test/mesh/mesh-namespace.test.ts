import { ApiObject, App, Chart } from 'cdk8s';
import {
  Access, Caller, DefaultAccess, Istio, IstioMeshProps, JwtIssuer, MeshApp, MeshNamespace, MeshNamespaceProps, MeshService, MutualTls,
  PodSecurity, TraceSink,
} from '../../lib';
import { objectsIn } from '../support/edge-chart';

function shopOf(props?: MeshNamespaceProps, mesh?: IstioMeshProps): any {
  const chart = new Chart(new MeshApp({ mesh: Istio.mesh(mesh) }), 'namespaces');
  new MeshNamespace(chart, 'shop', props);
  return objectsIn(chart)[0];
}

test('[F001] a namespace is labelled for the mesh', () => {
  expect(shopOf()).toEqual({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } });
});

test('[F001] or for one revision of it', () => {
  expect(shopOf({}, { revision: '1-30' }).metadata).toEqual({ name: 'shop', labels: { 'istio.io/rev': '1-30' } });
});

test('[F001] or not at all', () => {
  expect(shopOf({ inMesh: false }, { revision: '1-30' }).metadata).toEqual({ name: 'shop', labels: { 'istio-injection': 'disabled' } });
});

test('it has a name, labels and annotations of its own', () => {
  expect(shopOf({ namespaceName: 'shop-eu', labels: { team: 'shop' }, annotations: { 'example.com/owner': 'shop' } }).metadata).toEqual({
    name: 'shop-eu', labels: { 'istio-injection': 'enabled', 'team': 'shop' }, annotations: { 'example.com/owner': 'shop' },
  });
});

test('it says which Pod Security standards hold', () => {
  expect(shopOf({ enforce: PodSecurity.BASELINE, warn: PodSecurity.RESTRICTED }, { cni: true }).metadata.labels).toEqual({
    'istio-injection': 'enabled', 'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/warn': 'restricted',
  });
});

test('fails on a standard that its pods would not pass', () => {
  expect(() => shopOf({ enforce: PodSecurity.RESTRICTED })).toThrow(/^namespaces\/shop: pods get a container of Istio that sets up their network, /);
});

test('a namespace lies in none, whatever the one of its chart is, and works in a stock app', () => {
  const app = new App();
  Istio.mesh().applyTo(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const namespace = new MeshNamespace(chart, 'shop');
  ApiObject.of(namespace).metadata.addLabel('team', 'shop');
  expect(objectsIn(chart)).toEqual([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled', 'team': 'shop' } } },
  ]);
  expect(namespace.namespaceName).toBe('shop');
});

test('has one owner in each environment', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  for (const name of ['dev', 'prod']) {
    new MeshNamespace(new Chart(app.environment(name), 'platform'), 'shop');
  }
  const other = new Chart(app.environment('prod'), 'other');
  expect(() => new MeshNamespace(other, 'again', { namespaceName: 'shop' })).toThrow(
    new Error('prod/other/again: "prod/platform/shop" already renders the namespace "shop". Set its options there.'),
  );
});

test('fails on a name that is none', () => {
  expect(() => shopOf({ namespaceName: 'Shop' })).toThrow(
    new Error('namespaces/shop: the name of the namespace: "Shop" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'),
  );
});

test('[F001] fails on labels that are for the mesh to say, given or added', () => {
  const message = 'namespaces/shop: "istio.io/rev" is set by the mesh. Leave it out; inMesh: false keeps the pods of a namespace out of the mesh.';
  expect(() => shopOf({ labels: { 'istio.io/rev': '1-30' } })).toThrow(new Error(message));
  const namespace = new MeshNamespace(new Chart(new MeshApp({ mesh: Istio.mesh() }), 'namespaces'), 'shop');
  expect(namespace.node.validate()).toEqual([]);
  ApiObject.of(namespace).metadata.addLabel('istio.io/rev', '1-30');
  expect(namespace.node.validate()).toEqual([message]);
});

test('[F004] fails on an annotation that makes it part of another mesh', () => {
  expect(() => shopOf({ annotations: { 'linkerd.io/inject': 'enabled' } })).toThrow(new Error(
    'namespaces/shop: "linkerd.io/inject: enabled" would also add its pods to Linkerd, but a pod can be in only one mesh. Leave it out, or set inMesh: false.',
  ));
  expect(shopOf({ annotations: { 'linkerd.io/inject': 'enabled' }, inMesh: false }).metadata.annotations).toEqual({ 'linkerd.io/inject': 'enabled' });
});

test.each([DefaultAccess.DENY, DefaultAccess.OPEN])('[F053] fails on an access of %s by default where no pod has a proxy', defaultAccess => {
  expect(() => shopOf({ inMesh: false, defaultAccess })).toThrow(
    new Error('namespaces/shop: its pods have no proxy to enforce it, so defaultAccess has no effect. Leave it out, or add it to the mesh: leave out inMesh: false.'),
  );
});

describe('outside of the mesh', () => {
  const PATH = 'namespaces/old';

  function outside(): { readonly chart: Chart; readonly old: MeshNamespace } {
    const chart = new Chart(new MeshApp({ mesh: Istio.mesh() }), 'namespaces', { namespace: 'shop' });
    return { chart, old: new MeshNamespace(chart, 'old', { inMesh: false }) };
  }

  test.each<[string, (access: Access, old: MeshNamespace) => void]>([
    ['let in', (access, old) => access.allowFrom(old)], ['kept out', (access, old) => access.denyFrom(old)], ['noted', (access, old) => access.auditFrom(old)],
  ])('its pods prove to nobody who they are, so that they cannot be %s', (_, say) => {
    const { chart, old } = outside();
    const { access } = MeshService.adopt(chart, 'web', { port: 8080, podLabels: { app: 'web' } });
    expect(() => say(access, old)).toThrow(new Error(
      `${PATH}: its pods have no proxy, so they cannot prove their identity. Leave out inMesh: false, or name their addresses: Caller.cidr.`,
    ));
  });

  test.each<[string, (old: MeshNamespace) => void]>([
    ['who may call', ({ access }) => access.allowFrom(Caller.anyone())],
    ['who may not', ({ access }) => access.denyFrom(Caller.namespaces('shop'))],
    ['which tokens are read', ({ access }) => access.acceptJwt(JwtIssuer.of({ issuer: 'https://auth.example.com' }))],
    ['which connections are taken', ({ access }) => access.mutualTls(MutualTls.PERMISSIVE)],
    ['what is seen', ({ telemetry }) => telemetry.traceTo(TraceSink.fromName('traces'))],
  ])('nobody there does what would be said: %s', (_, say) => {
    expect(() => say(outside().old)).toThrow(new Error(`${PATH}: its pods have no proxy, which is needed for this. Leave out inMesh: false.`));
  });

  test('it may stand beside one of which something is said', () => {
    const { chart } = outside();
    new MeshNamespace(chart, 'shop').access.denyFrom(Caller.namespaces('legacy'));
    MeshService.adopt(chart, 'web', { port: 8080, podLabels: { app: 'web' } }).access.allowFrom(Caller.anyone());
    expect(chart.node.root.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
  });
});
