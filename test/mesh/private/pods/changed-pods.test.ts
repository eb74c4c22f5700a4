import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { ContainerRestartPolicy, Deployment, LabelSelector } from 'cdk8s-plus-28';
import { Istio, Linkerd, Mesh, MeshApp, MeshJob, MeshService } from '../../../../lib';
import { shopChart, WEB, webIn } from '../../../support/shop-chart';

const SIDE = { name: 'side', image: 'registry.example.com/side:1' };
const V1 = 'shop/web, version "v1"';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

/** All that is complained of in the app of a chart. */
function problems(): string[] {
  return chart.node.root.node.findAll().flatMap(({ node }) => node.validate());
}

function webOf(mesh: Mesh): Deployment {
  chart = new Chart(new MeshApp({ mesh }), 'shop', { namespace: 'shop' });
  return webIn(chart).version('v1').deployment!;
}

describe('labels', () => {
  test('that were changed to cdk8s-plus are an error', () => {
    webIn(chart).version('v1').deployment!.podMetadata.addLabel('version', 'v9');
    expect(problems()).toEqual([`${V1}: its pods have the label "version: v9", but the Service finds them by "version: v1". Do not change that label.`]);
  });

  test('that were patched away are an error, of a StatefulSet as well', () => {
    ApiObject.of(webIn(chart, { stateful: true }).version('v1').statefulSet!).addJsonPatch(JsonPatch.remove('/spec/template/metadata/labels/app'));
    expect(problems()).toEqual([`${V1}: its pods no longer have the label "app", but the Service finds them by "app: web". Do not change that label.`]);
  });

  test('of a Deployment that is wrapped count, although it selects by something else', () => {
    const deployment = new Deployment(chart, 'web', { containers: [{ image: 'registry.example.com/web:1', portNumber: 80 }] });
    MeshService.fromDeployment(chart, 'service', deployment, { serviceName: 'web' });
    expect(problems()).toEqual([]);
    deployment.podMetadata.addLabel('app', 'zzz');
    expect(problems()).toEqual(['shop/service, version "v1": its pods have the label "app: zzz", but the Service finds them by "app: web". Do not change that label.']);
  });

  test('of a job count, by which policies find it', () => {
    new MeshJob(chart, 'migrate', { ...SIDE, inMesh: true }).workload.podMetadata.addLabel('app.kubernetes.io/name', 'x');
    expect(problems()).toEqual([expect.stringMatching('^shop/migrate: its pods have the label "app.kubernetes.io/name: x"')]);
  });

  test('that nobody finds pods by may be changed', () => {
    const { podMetadata } = webIn(chart).version('v1').deployment!;
    podMetadata.addLabel('app.kubernetes.io/version', '1.4.2');
    podMetadata.addLabel('team', 'shop');
    expect(problems()).toEqual([]);
  });
});

describe('selectors', () => {
  test('of a Deployment have to select the pods that it makes', () => {
    webIn(chart).version('v1').deployment!.select(LabelSelector.of({ labels: { tier: 'front' } }));
    expect(problems()).toEqual([`${V1}: its Deployment does not select the pods that it creates, so the API server rejects it. Do not change its selector or the labels that it selects.`]);
  });

  test.each([
    [{ tier: 'front' }, 'tier: front'],
    [{}, '(none)'],
  ])('of a Service have to find pods of it: %j', (selector, said) => {
    const web = webIn(chart);
    web.objects.service.addJsonPatch(JsonPatch.replace('/spec/selector', selector));
    expect(problems()).toEqual([`shop/web: its Service "web" selects pods with the labels ${said}, but none of its own pods has them. Do not change its selector.`]);
  });

  test('of a Service may say more, if the pods have it', () => {
    const web = webIn(chart);
    web.objects.service.addJsonPatch(JsonPatch.add('/spec/selector/tier', 'front'));
    web.version('v1').deployment!.podMetadata.addLabel('tier', 'front');
    expect(problems()).toEqual([]);
  });
});

describe('what a proxy needs', () => {
  const TAKEN = /^shop\/web, version "v1": its containers cannot listen at 15001, which the proxy beside them needs itself/;

  test('is taken by a container that was added later', () => {
    webOf(Istio.mesh()).addContainer({ ...SIDE, portNumber: 15001 });
    expect(problems()).toEqual([expect.stringMatching(TAKEN)]);
  });

  test('is taken by one that starts first and stays, and not by one that ends before', () => {
    const deployment = webOf(Istio.mesh());
    deployment.addInitContainer({ ...SIDE, name: 'first', portNumber: 15001 });
    expect(problems()).toEqual([]);
    deployment.addInitContainer({ ...SIDE, portNumber: 15001, restartPolicy: ContainerRestartPolicy.ALWAYS });
    expect(problems()).toEqual([expect.stringMatching(TAKEN)]);
  });

  test('is taken by whoever runs as its user', () => {
    webOf(Istio.mesh()).addContainer({ ...SIDE, securityContext: { user: 1337 } });
    expect(problems()).toEqual([`${V1}: its containers cannot run as user 1337, that of the proxy, because all their traffic would bypass it. Use another number.`]);
  });

  test('is taken by a container of a job', () => {
    new MeshJob(chart, 'migrate', { ...SIDE, inMesh: true }).workload.addContainer({ ...SIDE, name: 'more', portNumber: 15020 });
    expect(problems()).toEqual([expect.stringMatching('^shop/migrate: its containers cannot listen at 15020')]);
  });

  test('concerns nobody outside of the mesh, nor another mesh', () => {
    webOf(Linkerd.mesh()).addContainer({ ...SIDE, portNumber: 15001 });
    expect(problems()).toEqual([]);
    chart = shopChart();
    webIn(chart, { inMesh: false }).version('v1').deployment!.addContainer({ ...SIDE, portNumber: 15001 });
    const { deployment } = new MeshService(chart, 'other', { ...WEB, port: 80 }).version('v1');
    ApiObject.of(deployment!).addJsonPatch(JsonPatch.replace('/spec/template/metadata/labels/sidecar.istio.io~1inject', 'false'));
    deployment!.addContainer({ ...SIDE, portNumber: 15001 });
    expect(problems()).toEqual([]);
  });
});
