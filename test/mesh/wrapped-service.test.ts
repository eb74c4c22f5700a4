import { Chart, Size, Testing } from 'cdk8s';
import { Cpu, Deployment, DeploymentProps, LabelSelector, ServiceAccount } from 'cdk8s-plus-28';
import { InboundEndpoint, Istio, MeshApp, MeshService, ProxyResources, WrappedService, WrappedServiceProps } from '../../lib';
import { objectsOf, shopChart, specOf, webIn } from '../support/shop-chart';
import { refusals } from '../support/valid';

const CONTAINER = { image: 'registry.example.com/web:1.4.2', portNumber: 8080 };

function deploymentIn(chart: Chart, id: string, props: DeploymentProps = {}): Deployment {
  return new Deployment(chart, id, { metadata: { name: id }, containers: [CONTAINER], ...props });
}

function wrappedIn(chart: Chart, deployment: DeploymentProps = {}, props?: WrappedServiceProps): WrappedService {
  return MeshService.fromDeployment(chart, 'web', deploymentIn(chart, 'old', deployment), props);
}

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

test('[F002] [F105] [F112] a Deployment gets a Service, an account, and labels on its pods; the rest stays as it is', () => {
  const before = shopChart();
  deploymentIn(before, 'old');
  wrappedIn(chart);
  expect((chart.toJson()).map(({ kind, metadata: { name } }) => [kind, name])).toEqual([['Deployment', 'old'], ['ServiceAccount', 'web'], ['Service', 'web']]);
  expect(specOf(chart, 'Service')).toEqual({ selector: { app: 'web' }, ports: [{ name: 'http', port: 8080, targetPort: 8080, appProtocol: 'http' }] });
  const plain = specOf(before, 'Deployment');
  expect(specOf(chart, 'Deployment')).toEqual({
    ...plain,
    template: {
      metadata: {
        labels: { ...plain.template.metadata.labels, 'app': 'web', 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/version': 'v1', 'sidecar.istio.io/inject': 'true', 'version': 'v1' },
      },
      spec: { ...plain.template.spec, serviceAccountName: 'web' },
    },
  });
});

test('[F103] what it selects stays, since no cluster lets it change; one that selects nothing selects its version', () => {
  wrappedIn(chart, { select: false });
  expect(specOf(chart, 'Deployment').selector).toEqual({ matchLabels: { app: 'web', version: 'v1' } });
});

test('names are those of its labels, and its account is its own', () => {
  const web = wrappedIn(chart, {
    podMetadata: { labels: { 'app': 'shop-web', 'version': 'stable', 'app.kubernetes.io/name': 'shop' } },
    serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'robot'),
  });
  expect([web.host, web.versions.map(({ name, deployment }) => [name, deployment?.name])]).toEqual(['shop-web.shop.svc.cluster.local', [['stable', 'old']]]);
  const { template: { metadata, spec } } = specOf(chart, 'Deployment');
  expect([metadata.labels['app.kubernetes.io/name'], spec.serviceAccountName, objectsOf(chart, 'ServiceAccount')]).toEqual(['shop', 'robot', []]);
});

test('routes know the versions of more Deployments, which share the account', () => {
  const web = wrappedIn(chart);
  web.addVersion('v2', deploymentIn(chart, 'new'));
  expect(objectsOf(chart, 'ServiceAccount')).toHaveLength(1);
  expect(objectsOf(chart, 'Deployment').map(({ spec: { template } }) => [template.metadata.labels.version, template.spec.serviceAccountName])).toEqual([['v1', 'web'], ['v2', 'web']]);
  expect(specOf(chart, 'DestinationRule').subsets).toEqual(['v1', 'v2'].map(version => ({ name: version, labels: { version } })));
});

test('[F105] a later version may show no ports, or more of them, or those that the first does not show either', () => {
  const image = 'registry.example.com/web:2.0.0';
  const web = wrappedIn(chart);
  web.addVersion('v2', deploymentIn(chart, 'silent', { containers: [{ image }] }));
  web.addVersion('v3', deploymentIn(chart, 'more', { containers: [{ image, ports: [{ number: 9090, name: 'metrics' }, { number: 8080, name: 'http' }] }] }));
  const other = MeshService.fromDeployment(chart, 'other', deploymentIn(chart, 'first'), { targetPort: 8000 });
  other.addVersion('v2', deploymentIn(chart, 'second', { containers: [{ image, portNumber: 9090 }] }));
  expect([web, other].map(({ versions }) => versions.length)).toEqual([3, 2]);
});

test('[F113] [F116] its proxies are tuned as those of others', () => {
  const web = wrappedIn(chart);
  web.proxy.resources(ProxyResources.of({ cpu: Cpu.millis(50), memory: Size.mebibytes(64) }));
  web.proxy.inbound(8080, InboundEndpoint.loopback(8080));
  expect(specOf(chart, 'Deployment').template.metadata.annotations).toEqual({ 'sidecar.istio.io/proxyCPU': '50m', 'sidecar.istio.io/proxyMemory': '64Mi' });
  expect(specOf(chart, 'Sidecar').ingress).toHaveLength(1);
});

test('[F002] its pods can stay outside of the mesh, also in the network of their nodes', () => {
  expect(wrappedIn(chart, { hostNetwork: true }, { inMesh: false }).inMesh).toBe(false);
  expect(specOf(chart, 'Deployment').template.metadata.labels['sidecar.istio.io/inject']).toBe('false');
});

test('an API server takes it, and a stock App renders the same', () => {
  const [ours, stock] = [new MeshApp({ mesh: Istio.mesh() }), Testing.app()];
  Istio.mesh().applyTo(stock);
  const charts = [ours, stock].map(app => new Chart(app, 'shop', { namespace: 'shop' }));
  charts.forEach(each => wrappedIn(each).addVersion('v2', deploymentIn(each, 'new')));
  expect(refusals({ 'shop.yaml': ours.synthYaml() })).toEqual([]);
  expect(charts[1].toJson()).toEqual(charts[0].toJson());
});

describe('is an error', () => {
  test('when two services wrap one Deployment, in whichever chart, or when a service has made it', () => {
    const deployment = deploymentIn(chart, 'old');
    MeshService.fromDeployment(chart, 'web', deployment);
    const other = new Chart(chart.node.root, 'other', { namespace: 'shop' });
    expect(() => MeshService.fromDeployment(other, 'second', deployment, { serviceName: 'web2', version: 'v1' })).toThrow(
      new Error('other/second: the pods of "shop/old" already belong to "shop/web", and pods are configured in one place. Set it there.'),
    );
    const orders = webIn(new Chart(chart.node.root, 'more', { namespace: 'more' })).version('v1').deployment!;
    expect(() => MeshService.fromDeployment(new Chart(chart.node.root, 'again', { namespace: 'more' }), 'again', orders, { serviceName: 'again' }))
      .toThrow(/the pods of "more\/web\/workload\/v1" already belong to "more\/web", and pods are configured in one place\. Set it there/);
  });

  test.each<[string, DeploymentProps, WrappedServiceProps, string]>([
    ['a label that contradicts', { podMetadata: { labels: { app: 'shop' } } }, { serviceName: 'web' }, 'shop/web, version "v1": its pods have "app: shop", but the mesh sets "web". Remove it there, or use the same value.'],
    ['another version', { podMetadata: { labels: { version: 'v7' } } }, { version: 'v1' }, 'shop/web, version "v1": its pods have "version: v7", but the mesh sets "v1". Remove it there, or use the same value.'],
    ['pods outside of the mesh', { podMetadata: { labels: { 'sidecar.istio.io/inject': 'false' } } }, {}, 'shop/web, version "v1": its pods have "sidecar.istio.io/inject: false", but the mesh sets "true". Remove it there, or use the same value.'],
    ['another namespace', { metadata: { name: 'old', namespace: 'other' } }, {}, 'shop/web, version "v1": "shop/old" is in the namespace "other", and its service in "shop", but a Service selects only pods of its own namespace. Create both in one namespace.'],
    ['the network of its nodes', { hostNetwork: true }, {}, 'shop/web, version "v1": "shop/old" uses the host network, where pods get no proxy. Leave out hostNetwork, or set inMesh: false.'],
    ['no port', { containers: [{ image: 'registry.example.com/web:1.4.2' }] }, {}, 'shop/web: which port of "shop/old" it serves is ambiguous. Known ports of its containers: none. Set one: targetPort: 8080.'],
  ])('to have %s', (_, deployment, props, message) => {
    expect(() => wrappedIn(chart, deployment, props)).toThrow(new Error(message));
  });

  test('[F105] to take in a version that listens at another port than the Service leads to', () => {
    const web = wrappedIn(chart);
    const containers = [{ image: 'registry.example.com/web:2.0.0', portNumber: 8081 }];
    expect(() => web.addVersion('v2', deploymentIn(chart, 'new', { containers }))).toThrow(new Error(
      'shop/web, version "v2": the containers of "shop/new" listen at 8081, and port 8080 of the Service leads to 8080 in all versions. Let them listen at 8080, and set portNumber: 8080.',
    ));
    expect(web.versions.map(({ name }) => name)).toEqual(['v1']);
  });

  test('[F103] to have the name of another Deployment', () => {
    webIn(chart);
    const other = deploymentIn(chart, 'other', { metadata: { name: 'web-v1' } });
    expect(() => MeshService.fromDeployment(chart, 'second', other)).toThrow(new Error(
      'shop/second, version "v1": "shop/web" has the Deployment "web-v1" in the namespace "shop" already, and one would replace the other. Give one of the two another name.',
    ));
  });

  test('to take the user, or a port, of the proxy', () => {
    const securityContext = { user: 1337 };
    expect(() => wrappedIn(chart, { containers: [{ ...CONTAINER, securityContext }] })).toThrow('shop/web: its containers cannot run as user 1337');
    expect(() => wrappedIn(shopChart(), { securityContext })).toThrow('shop/web: its containers cannot run as user 1337');
    const ports = [{ number: 8080, name: 'http' }, { number: 15090, name: 'metrics' }];
    expect(() => wrappedIn(shopChart(), { containers: [{ image: CONTAINER.image, ports }] }, { targetPort: 8080 })).toThrow('shop/web: its containers cannot listen at 15090');
  });

  test('to select other pods than those of the version', () => {
    const deployment = deploymentIn(chart, 'old', { select: false });
    deployment.select(LabelSelector.of({ labels: { app: 'shop' } }));
    expect(() => MeshService.fromDeployment(chart, 'web', deployment)).toThrow(
      new Error('shop/web, version "v1": "shop/old" selects pods with "app: shop", but they will have "app: web". Use the same value, or select by other labels.'),
    );
  });

  test('to say otherwise what is said of proxies', () => {
    const web = wrappedIn(chart, { podMetadata: { annotations: { 'sidecar.istio.io/proxyCPU': '1' } } });
    expect(() => web.proxy.resources()).toThrow(
      new Error('shop/web, version "v1": its pods have "sidecar.istio.io/proxyCPU: 1", but the mesh sets "100m". Remove it there, or use the same value.'),
    );
  });

  test('[F104] to select by what two versions have in common', () => {
    const common = { select: false } as const;
    const [old, young] = ['old', 'young'].map(id => deploymentIn(chart, id, common));
    [old, young].forEach(deployment => deployment.select(LabelSelector.of({ labels: { app: 'web' } })));
    MeshService.fromDeployment(chart, 'web', old).addVersion('v2', young);
    expect(chart.node.root.node.findAll().flatMap(({ node }) => node.validate())).toHaveLength(2);
  });
});
