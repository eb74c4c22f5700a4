import { Chart } from 'cdk8s';
import {
  Caller, DefaultAccess, EastWestGateway, EastWestGatewayProps, IngressGateway, Istio, IstioChart, IstioInstall, Linkerd, LogSink, Mesh, MeshApp,
  MeshPlatform,
} from '../../lib';
import { objectsIn } from '../support/edge-chart';

function gatewayIn(mesh: Mesh, props?: EastWestGatewayProps): EastWestGateway {
  return new EastWestGateway(new Chart(new MeshApp({ mesh }), 'edge', { namespace: 'istio-system' }), 'cross-network', props);
}

test('[F121] passes TLS on at port 15443, for all services of the cluster', () => {
  const gateway = gatewayIn(Istio.mesh({ defaultAccess: DefaultAccess.OPEN }));
  expect(objectsIn(Chart.of(gateway))).toEqual([{
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'cross-network', namespace: 'istio-system' },
    spec: {
      selector: { istio: 'eastwestgateway' },
      servers: [{ port: { number: 15443, name: 'tls', protocol: 'TLS' }, hosts: ['*.local'], tls: { mode: 'AUTO_PASSTHROUGH' } }],
    },
  }]);
});

test('[F121] its pods get the label with their network by a value of the chart', () => {
  const platform = new MeshPlatform(new MeshApp({ mesh: Istio.mesh() }), 'platform');
  const install = IstioInstall.of(platform);
  install.values(IstioChart.GATEWAY, { networkGateway: 'network1' });
  expect(install.chartValues(IstioChart.GATEWAY)).toEqual({ networkGateway: 'network1' });
});

test('says all that is said of it', () => {
  const gateway = gatewayIn(Istio.mesh({ clusterDomain: 'corp.example' }), {
    gatewayName: 'east-west', port: 443, podLabels: { app: 'east-west' }, podNamespace: 'edge-pods',
  });
  const [{ metadata, spec }] = objectsIn(Chart.of(gateway));
  expect(metadata.name).toBe('east-west');
  expect(spec).toMatchObject({ selector: { app: 'east-west' }, servers: [{ port: { number: 443 }, hosts: ['*.corp.example'] }] });
  expect(gateway._workload()).toEqual({ namespace: 'edge-pods', podLabels: { app: 'east-west' } });
});

test('says nothing of requests, which it does not read, and nobody takes it for the caller of a service', () => {
  const gateway = gatewayIn(Istio.mesh());
  expect(gateway).not.toBeInstanceOf(IngressGateway);
  expect(['_callers', '_expose', 'hostnames', 'redirect', 'respond'].filter(name => name in gateway)).toEqual([]);
  expect(gateway.reference).toBe('istio-system/cross-network');
});

test('lets all connections in where the mesh lets in nobody by default, and can say who is left', () => {
  const gateway = gatewayIn(Istio.mesh(), { podNamespace: 'edge-pods' });
  const policies = () => objectsIn(Chart.of(gateway)).filter(({ kind }) => kind === 'AuthorizationPolicy').map(({ metadata, spec }) => [metadata, spec]);
  const metadata = { name: 'istio-system.cross-network', namespace: 'edge-pods' };
  const selector = { matchLabels: { istio: 'eastwestgateway' } };
  expect(policies()).toEqual([[metadata, { selector, rules: [{}] }]]);
  gateway.access.allowFrom(Caller.cidr('203.0.113.0/24'));
  expect(policies()).toEqual([[metadata, { selector, rules: [{ from: [{ source: { ipBlocks: ['203.0.113.0/24'] } }] }] }]]);
});

test('says what is seen of its connections', () => {
  const gateway = gatewayIn(Istio.mesh());
  gateway.telemetry.logTo(LogSink.OUTPUT);
  expect(objectsIn(Chart.of(gateway)).find(({ kind }) => kind === 'Telemetry')).toMatchObject({
    metadata: { name: 'cross-network', namespace: 'istio-system' },
    spec: { selector: { matchLabels: { istio: 'eastwestgateway' } }, accessLogging: [{ providers: [{ name: 'envoy' }] }] },
  });
});

test.each<[string, EastWestGatewayProps, string]>([
  ['labels that every pod has', { podLabels: {} }, 'edge/cross-network: without labels, it would apply to every pod of the mesh. Set the labels of the gateway\'s pods: podLabels: { istio: "eastwestgateway" }.'],
  ['what is no port', { port: 0 }, '0 is not a valid port.'],
  ['what is no name', { gatewayName: 'A' }, 'edge/cross-network: "A" is not a valid name of a gateway.'],
])('fails on %s', (_, props, message) => {
  expect(() => gatewayIn(Istio.mesh(), props)).toThrow(message);
});

test('fails beside another gateway of the same pods that listens there', () => {
  const first = gatewayIn(Istio.mesh());
  expect(() => new EastWestGateway(Chart.of(first), 'second')).toThrow('edge/second: "edge/cross-network" has the same pods (istio=eastwestgateway) and listens for "*.local" at port 15443 already');
});

test('fails for Linkerd', () => {
  expect(() => gatewayIn(Linkerd.mesh())).toThrow('edge/cross-network: a gateway cannot be rendered for Linkerd.');
});
