import { App, Chart, Duration, Testing } from 'cdk8s';
import { EnvValue, HorizontalPodAutoscaler, Probe } from 'cdk8s-plus-28';
import { AppProtocol, ClientTls, InboundEndpoint, Istio, MeshApp, MeshService, MeshServiceProps, ProxyVolume } from '../../lib';
import { ProxyResources } from '../../lib/mesh/proxy-resources';
import { objectsOf, shopChart, specOf, WEB, webIn } from '../support/shop-chart';
import { refusals } from '../support/valid';

test('[F045] [F103] [F105] a service is an account, a Service of all versions, and a Deployment for each, in the order in which they are applied', () => {
  const chart = shopChart();
  webIn(chart).addVersion('v2', WEB);
  expect((chart.toJson()).map(({ kind, metadata: { name, namespace } }) => [kind, name, namespace])).toEqual([
    ['ServiceAccount', 'web', 'shop'], ['Service', 'web', 'shop'], ['Deployment', 'web-v1', 'shop'], ['Deployment', 'web-v2', 'shop'],
    ['DestinationRule', 'web', 'shop'], ['VirtualService', 'web', 'shop'],
  ]);
  expect(specOf(chart, 'Service').selector).toEqual({ app: 'web' });
  expect(objectsOf(chart, 'Deployment').map(({ metadata, spec }) => [metadata.labels, spec.selector, spec.template.spec.serviceAccountName])).toEqual(
    ['v1', 'v2'].map(version => [{ app: 'web', version }, { matchLabels: { app: 'web', version } }, 'web']),
  );
});

test('[F002] [F112] pods are labelled for the mesh, with app and version in both spellings, and with no hash of the construct', () => {
  const chart = shopChart();
  webIn(chart);
  expect(specOf(chart, 'Deployment').template.metadata).toEqual({
    labels: { 'app': 'web', 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/version': 'v1', 'sidecar.istio.io/inject': 'true', 'version': 'v1' },
  });
});

test('[F106] the port says its protocol in both ways', () => {
  const chart = shopChart();
  webIn(chart, { protocol: AppProtocol.GRPC, port: 80, targetPort: 8080 });
  expect(specOf(chart, 'Service').ports).toEqual([{ name: 'grpc', appProtocol: 'grpc', port: 80, targetPort: 8080 }]);
  expect(specOf(chart, 'Deployment').template.spec.containers[0].ports).toEqual([{ name: 'grpc', containerPort: 8080 }]);
});

test('[F107] [F108] containers have probes and resources, unless others are named', () => {
  const chart = shopChart();
  webIn(chart);
  const [{ livenessProbe, readinessProbe, resources }] = specOf(chart, 'Deployment').template.spec.containers;
  expect([livenessProbe, readinessProbe].map(({ httpGet, initialDelaySeconds, periodSeconds }) => [httpGet.path, initialDelaySeconds, periodSeconds]))
    .toEqual([['/healthz', 30, 10], ['/readyz', 10, 5]]);
  expect(resources).toEqual({ requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } });
});

test('[F107] probes can ask for other paths', () => {
  const chart = shopChart();
  webIn(chart, { livenessPath: '/health', readinessPath: '/ready' });
  const [{ livenessProbe, readinessProbe }] = specOf(chart, 'Deployment').template.spec.containers;
  expect([livenessProbe, readinessProbe].map(({ httpGet, periodSeconds }) => [httpGet.path, httpGet.port, periodSeconds]))
    .toEqual([['/health', 8080, 10], ['/ready', 8080, 5]]);
});

test.each<[string, Partial<MeshServiceProps>]>([
  ['livenessPath has no effect: port 8080 speaks grpc, which has no paths. Leave it out.', { protocol: AppProtocol.GRPC, livenessPath: '/health' }],
  ['readinessPath has no effect: the probe beside it decides that. Leave it out.', { readiness: Probe.fromTcpSocket({ port: 8080 }), readinessPath: '/ready' }],
  ['replicas cannot be -1. Use a whole number from 0 to 2147483647.', { replicas: -1 }],
  ['replicas cannot be 1.5. Use a whole number from 0 to 2147483647.', { replicas: 1.5 }],
  ['user cannot be 0. Use a whole number from 1 to 2147483647.', { user: 0 }],
  ['"A B" in env is not a valid variable name. Use letters, digits, "_", "-" and ".", and do not begin with a digit or two dots.', { env: { 'A B': EnvValue.fromValue('x') } }],
  ['livenessPath: a path begins with "/". Use "/health".', { livenessPath: 'health' }],
])('fails: %s', (problem, props) => {
  expect(() => webIn(shopChart(), props)).toThrow(new Error(`shop/web, version "v1": ${problem}`));
});

test('a further version is as the first one, but for what is said of it', () => {
  const chart = shopChart();
  const web = webIn(chart, { replicas: 5, env: { LOG: EnvValue.fromValue('info') }, livenessPath: '/health', shutdownTime: Duration.seconds(20) });
  web.addVersion('v2', { image: 'registry.example.com/web:1.5.0', replicas: 1 });
  const [first, second] = objectsOf(chart, 'Deployment').map(({ spec }) => spec);
  const podOf = ({ template: { metadata, spec: { containers: [{ env, livenessProbe }], terminationGracePeriodSeconds } } }: any): unknown => (
    { annotations: metadata.annotations, env, livenessProbe, terminationGracePeriodSeconds }
  );
  expect(podOf(second)).toEqual(podOf(first));
  expect([first, second].map(({ replicas, template }) => [replicas, template.spec.containers[0].image]))
    .toEqual([[5, 'registry.example.com/web:1.4.2'], [1, 'registry.example.com/web:1.5.0']]);
});

test('[F108] something else may scale a Deployment of which nobody says how many pods it has', () => {
  const chart = shopChart();
  const deployment = webIn(chart).version('v1').deployment!;
  new HorizontalPodAutoscaler(chart, 'scaler', { target: deployment, maxReplicas: 9 });
  expect(specOf(chart, 'Deployment').replicas).toBeUndefined();
});

test('a port that speaks no HTTP is only asked whether it accepts connections', () => {
  const chart = shopChart();
  webIn(chart, { protocol: AppProtocol.TCP });
  const [{ livenessProbe, readinessProbe }] = specOf(chart, 'Deployment').template.spec.containers;
  expect([livenessProbe.tcpSocket, readinessProbe.tcpSocket]).toEqual([{ port: 8080 }, { port: 8080 }]);
});

test('nobody asks a port of UDP, neither by HTTP nor by TCP, unless a probe is named', () => {
  const chart = shopChart();
  webIn(chart, { protocol: AppProtocol.UDP }).addVersion('v2', { ...WEB, liveness: Probe.fromCommand(['/alive']) });
  const containers = objectsOf(chart, 'Deployment').map(({ spec }) => spec.template.spec.containers[0]);
  expect(containers.map(container => Object.keys(container).filter(name => name.endsWith('Probe')))).toEqual([[], ['livenessProbe']]);
});

test('pods pass what the standard "restricted" asks for', () => {
  const chart = shopChart();
  webIn(chart, { replicas: 3 });
  const { replicas, template: { spec } } = specOf(chart, 'Deployment');
  expect([replicas, spec.containers[0].securityContext]).toEqual([3, {
    allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true, runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  }]);
});

test('[F110] containers know the name and the namespace of their pod, besides what env says, which may say otherwise', () => {
  const chart = shopChart();
  webIn(chart, { env: { ENV: EnvValue.fromValue('prod'), POD_NAME: EnvValue.fromValue('web') } });
  expect(specOf(chart, 'Deployment').template.spec.containers[0].env).toEqual([
    { name: 'POD_NAME', value: 'web' },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
    { name: 'ENV', value: 'prod' },
  ]);
  webIn(new Chart(chart, 'second', { namespace: 'second' }));
  expect(specOf(Chart.of(chart.node.findChild('second')), 'Deployment').template.spec.containers[0].env[0])
    .toEqual({ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } });
});

test('[F111] a version that needs time to shut down is served that long by its proxy, and killed later', () => {
  const chart = shopChart();
  webIn(chart).addVersion('v2', { ...WEB, shutdownTime: Duration.seconds(20) });
  expect(objectsOf(chart, 'Deployment').map(({ spec: { template: { metadata, spec } } }) => [metadata.annotations, spec.terminationGracePeriodSeconds])).toEqual([
    [undefined, 30],
    [{ 'proxy.istio.io/config': '{"holdApplicationUntilProxyStarts":true,"terminationDrainDuration":"20s"}' }, 35],
  ]);
});

test('fails on a time to shut down that is no number of seconds, before anything is rendered of the version', () => {
  const chart = shopChart();
  const web = webIn(chart);
  expect(() => web.addVersion('v2', { ...WEB, shutdownTime: Duration.millis(500) })).toThrow(
    new Error('shop/web, version "v2": shutdownTime cannot be 500 milliseconds. Use a whole number of seconds, at least one.'),
  );
  expect(objectsOf(chart, 'Deployment')).toHaveLength(1);
});

test('an API server takes all that is rendered', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  webIn(new Chart(app, 'shop', { namespace: 'shop' }), { shutdownTime: Duration.seconds(20) }).addVersion('v2', WEB);
  expect(refusals({ 'shop.yaml': app.synthYaml() })).toEqual([]);
});

test('[F109] fails on an image that changes, before anything is rendered of the version', () => {
  const chart = shopChart();
  const web = webIn(chart);
  expect(() => web.addVersion('v2', { image: 'web:latest' })).toThrow(
    new Error('shop/web, version "v2": "web:latest" is whatever was pushed last, so pods of one version may differ. Use a fixed tag, such as "web:1.4.2", or a digest.'),
  );
  expect(objectsOf(chart, 'Deployment')).toHaveLength(1);
});

describe('[F002] outside of the mesh', () => {
  test('pods say so on the template, and the Deployment does not', () => {
    const chart = shopChart();
    webIn(chart, { inMesh: false, shutdownTime: Duration.seconds(20) }).addVersion('v2', WEB);
    expect(objectsOf(chart, 'Deployment').map(({ metadata, spec: { template } }) => [metadata.labels, template.metadata.labels['sidecar.istio.io/inject'], template.metadata.annotations])).toEqual(
      ['v1', 'v2'].map(version => [{ app: 'web', version }, 'false', undefined]),
    );
  });

  test('there are no proxies to tune', () => {
    const { proxy } = webIn(shopChart(), { inMesh: false });
    const words = (verb: string): Error => new Error(`shop/web: ${verb} configures proxies, but its pods are outside the mesh and have none. Leave it out, or inMesh: false.`);
    expect(() => proxy.resources(ProxyResources.SMALL)).toThrow(words('resources'));
    expect(() => proxy.inbound(8080, InboundEndpoint.loopback(8080))).toThrow(words('inbound'));
    expect(() => proxy.mountVolume('ca', ProxyVolume.secret('ca', '/etc/ca'))).toThrow(words('mountVolume'));
  });

  test('callers can still be told what to do, but not to ask for certificates of the mesh', () => {
    const { traffic } = webIn(shopChart(), { inMesh: false });
    traffic.timeout(Duration.seconds(1));
    expect(() => traffic.clientTls(ClientTls.mutualByMesh())).toThrow(
      new Error('shop/web: its pods are outside the mesh, so they have no certificate for mutual TLS. Leave clientTls out, or inMesh: false.'),
    );
  });
});

test('a stock App renders the same', () => {
  const stock = Testing.app();
  Istio.mesh().applyTo(stock);
  const [ours, theirs] = [shopChart(), new Chart(stock, 'shop', { namespace: 'shop' })];
  [ours, theirs].forEach(chart => webIn(chart).addVersion('v2', WEB));
  expect(theirs.toJson()).toEqual(ours.toJson());
});

test.each<[string, (app: App) => void, string]>([
  ['a name that is no label', app => new MeshService(new Chart(app, 'shop', { namespace: 'shop' }), 'Web_1', { ...WEB, port: 80 }), 'shop/Web_1: "Web_1" is not a valid name of a Service or version. Use lowercase letters, digits and inner hyphens, a letter first, and at most 63 characters.'],
  ['a chart without a namespace', app => new MeshService(new Chart(app, 'shop'), 'web', { ...WEB, port: 80 }), 'shop/web: its chart has no namespace, which full host names need. Use new Chart(app, "shop", { namespace: "shop" }).'],
])('fails on %s', (_, create, message) => {
  expect(() => create(new MeshApp({ mesh: Istio.mesh() }))).toThrow(new Error(message));
});

test('[F103] fails when another service has a Deployment of the name, or a StatefulSet if it is stateful', () => {
  for (const [what, stateful] of [['Deployment', false], ['StatefulSet', true]] as const) {
    const chart = shopChart();
    new MeshService(chart, 'a', { ...WEB, port: 80, version: 'b-v1', stateful });
    expect(() => new MeshService(chart, 'a-b', { ...WEB, port: 80, stateful })).toThrow(new Error(
      `shop/a-b, version "v1": "shop/a" has the ${what} "a-b-v1" in the namespace "shop" already, and one would replace the other. Give this version, or its service, another name.`,
    ));
  }
});

test('its containers run as a user that has no name', () => {
  const chart = shopChart();
  webIn(chart, { user: 1000, replicas: 0 });
  const { replicas, template } = specOf(chart, 'Deployment');
  expect([replicas, template.spec.containers[0].securityContext]).toEqual([0, {
    allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true, runAsNonRoot: true, runAsUser: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  }]);
});

test.each<[string, Partial<MeshServiceProps>]>([
  ['cannot listen at 15021, which the proxy beside them needs itself,', { targetPort: 15021 }],
  ['cannot run as user 1337, that of the proxy,', { user: 1337 }],
])('fails when its containers %s', (problem, props) => {
  expect(() => webIn(shopChart(), props)).toThrow(`shop/web: its containers ${problem}`);
  expect(() => webIn(shopChart(), { ...props, inMesh: false })).not.toThrow();
});

test('fails without a port, which types alone do not keep from JavaScript', () => {
  const props = { ...WEB } as MeshServiceProps;
  expect(() => new MeshService(shopChart(), 'web', props)).toThrow(new Error('shop/web: undefined is not a valid port. Use a whole number from 1 to 65535.'));
});
