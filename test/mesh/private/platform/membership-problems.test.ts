import { ApiObject, Chart } from 'cdk8s';
import { Istio, Linkerd, Mesh, MeshApp, MeshNamespace, MeshNamespaceProps, MeshService } from '../../../../lib';
import { webIn } from '../../../support/shop-chart';

/** The service `web` in a namespace of the same app. */
function webOf(mesh: Mesh, props?: MeshNamespaceProps): { readonly web: MeshService; readonly namespace: MeshNamespace } {
  const app = new MeshApp({ mesh });
  const web = webIn(new Chart(app, 'shop', { namespace: 'shop' }));
  return { web, namespace: new MeshNamespace(new Chart(app, 'namespaces'), 'shop', props) };
}

function podsOf(web: MeshService) {
  return web.version('v1').deployment!.podMetadata;
}

test('[F004] a service of one mesh is fine, with its namespace or without', () => {
  expect(webOf(Istio.mesh()).web.node.validate()).toEqual([]);
  expect(webOf(Linkerd.mesh()).web.node.validate()).toEqual([]);
  expect(webIn(new Chart(new MeshApp({ mesh: Istio.mesh() }), 'shop', { namespace: 'shop' })).node.validate()).toEqual([]);
});

test('[F004] fails on pods with the mark of another mesh', () => {
  const { web } = webOf(Istio.mesh());
  podsOf(web).addAnnotation('linkerd.io/inject', 'enabled');
  expect(web.node.validate()).toEqual([
    'shop/web, pods of "web-v1": "linkerd.io/inject: enabled" on the pods would also add them to Linkerd, but a pod can be in only one mesh. Remove it.',
  ]);
});

test('[F004] fails when that is said by the namespace of the pods, in whichever order they are created', () => {
  const { web, namespace } = webOf(Linkerd.mesh());
  ApiObject.of(namespace).metadata.addLabel('istio-injection', 'enabled');
  expect(web.node.validate()).toEqual([
    'shop/web, pods of "web-v1": "istio-injection: enabled" on their namespace "namespaces/shop" would also add them to Istio, but a pod can be in only one mesh. Remove it.',
  ]);
});

test('[F004] pods that keep out of one of both are in one mesh', () => {
  const { web, namespace } = webOf(Istio.mesh());
  ApiObject.of(namespace).metadata.addAnnotation('linkerd.io/inject', 'enabled');
  expect(web.node.validate()).not.toEqual([]);
  podsOf(web).addAnnotation('linkerd.io/inject', 'disabled');
  expect(web.node.validate()).toEqual([]);
  podsOf(web).addAnnotation('linkerd.io/inject', 'enabled');
  podsOf(web).addLabel('sidecar.istio.io/inject', 'false');
  expect(web.node.validate()).toEqual([]);
});

test('[F002] fails on pods that ask for a proxy in a namespace that keeps them out', () => {
  const { web } = webOf(Istio.mesh(), { inMesh: false });
  expect(web.node.validate()).toEqual([
    'shop/web, pods of "web-v1": their namespace, "namespaces/shop", keeps its pods out of the mesh by "istio-injection: disabled". Leave out inMesh: false there, or deploy them in another namespace.',
  ]);
  podsOf(web).addLabel('sidecar.istio.io/inject', 'false');
  expect(web.node.validate()).toEqual([]);
});

test('[F004] an app in which a workload is in two meshes renders nothing', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  podsOf(webIn(new Chart(app, 'shop', { namespace: 'shop' }))).addAnnotation('linkerd.io/inject', 'enabled');
  expect(() => app.synthYaml()).toThrow('"linkerd.io/inject: enabled" on the pods would also add them to Linkerd');
});
