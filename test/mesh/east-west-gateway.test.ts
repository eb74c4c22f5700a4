import { Chart } from 'cdk8s';
import { DefaultAccess, EastWestGateway, EastWestGatewayProps, Istio, IstioChart, IstioInstall, Linkerd, Mesh, MeshApp, MeshPlatform, MeshService } from '../../lib';
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

test('fails on what is exposed by it, since it lets all be called', () => {
  const gateway = gatewayIn(Istio.mesh());
  const web = MeshService.adopt(Chart.of(gateway), 'web', { port: 8080 });
  expect(() => web.exposeVia(gateway, { hostname: 'shop.local' })).toThrow(new Error(
    'edge/cross-network: passes TLS between clusters on by itself, to the service that is asked for. Leave out what exposes "web".',
  ));
});

test('fails for Linkerd', () => {
  expect(() => gatewayIn(Linkerd.mesh())).toThrow('edge/cross-network: a gateway cannot be rendered for Linkerd.');
});
