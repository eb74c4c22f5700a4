import { Chart } from 'cdk8s';
import {
  AppProtocol, EgressGateway, ExternalService, GatewayApi, GatewayTls, IngressGateway, IngressGatewayProps, Istio, IstioChart, IstioInstall,
  IstioMeshProps, MeshApp, MeshPlatform, PathNormalization, Runbook,
} from '../../../lib';
import { gatewaySettings } from '../../../lib/istio/render/gateway-releases';
import { companionsOf } from '../../../lib/mesh/private/runbook/companions';

interface Edges {
  readonly platform: MeshPlatform;
  readonly edge: (namespace: string, id?: string, props?: Partial<IngressGatewayProps>) => void;
  readonly exit: (props?: object) => void;
}

function edges(mesh: IstioMeshProps = {}): Edges {
  const app = new MeshApp({ mesh: Istio.mesh({ pathNormalization: PathNormalization.BASE, ...mesh }) });
  const platform = new MeshPlatform(app, 'platform');
  let port = 8080;
  const edge = (namespace: string, id = 'edge', props: Partial<IngressGatewayProps> = {}): void => {
    port += 1;
    const chart = new Chart(app, `${namespace}-${id}`, { namespace });
    new IngressGateway(chart, id, { hostnames: [`${id}.example.com`], tls: GatewayTls.none(), httpPort: port, ...props });
  };
  const exit = (props: object = {}): void => {
    const egress = new EgressGateway(new Chart(app, 'exit', { namespace: 'istio-egress' }), 'egress', props);
    new ExternalService(new Chart(app, 'shop', { namespace: 'shop' }), 'pay', { host: 'pay.example.com', port: 443, protocol: AppProtocol.HTTPS }).leaveVia(egress);
  };
  return { platform, edge, exit };
}

/** The commands for gateways on the page. */
function commandsOf(platform: MeshPlatform): string[] {
  const [, section] = Runbook.of(platform).markdown.split('### With Helm\n');
  return section.split('### ')[0].split('\n').filter(line => line.includes('istio/gateway')).map(line => line.replace('helm upgrade --install ', ''));
}

function operatorOf(platform: MeshPlatform): any {
  return companionsOf(platform).find(({ path }) => path === 'install/istio-operator.yaml')!.content();
}

test('each gateway has a command of its own, with its namespace', () => {
  const { platform, edge, exit } = edges();
  edge('istio-ingress');
  exit();
  expect(commandsOf(platform)).toEqual([
    'istio-egressgateway istio/gateway -n istio-egress --create-namespace --version \'~1.30.0\' --set service.type=ClusterIP',
    'istio-ingressgateway istio/gateway -n istio-ingress --create-namespace --version \'~1.30.0\'',
  ]);
});

test('with the revision of the mesh, what its pods are called, and the file with values', () => {
  const { platform, edge, exit } = edges({ revision: '1-30' });
  IstioInstall.of(platform).values(IstioChart.GATEWAY, { replicaCount: 2 });
  edge('edge', 'internal', { podLabels: { 'istio': 'internal', 'example.com/tier': 'edge' }, serviceAccount: 'internal' });
  exit({ serviceName: 'way-out', podLabels: { app: 'way-out' } });
  expect(commandsOf(platform)).toEqual([
    'way-out istio/gateway -n istio-egress --create-namespace --version \'~1.30.0\' -f install/gateway-values.yaml --set revision=1-30 --set service.type=ClusterIP',
    'istio-internal istio/gateway -n edge --create-namespace --version \'~1.30.0\' -f install/gateway-values.yaml --set revision=1-30 --set serviceAccount.name=internal --set \'labels.example\\.com/tier=edge\'',
  ]);
});

test('istioctl is told the same', () => {
  const { platform, edge, exit } = edges();
  edge('istio-ingress');
  exit();
  expect(IstioInstall.of(platform).istioOperator).toEqual(operatorOf(platform));
  expect(operatorOf(platform)).toEqual({
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    metadata: { name: 'istio-control-plane', namespace: 'istio-system' },
    spec: {
      components: {
        egressGateways: [{ name: 'istio-egressgateway', namespace: 'istio-egress', enabled: true, label: { istio: 'egressgateway' } }],
        ingressGateways: [{ name: 'istio-ingressgateway', namespace: 'istio-ingress', enabled: true, label: { istio: 'ingressgateway' } }],
      },
    },
  });
});

test('gateways of the same pods are installed once, in any order', () => {
  const lists = [['a', 'b'], ['b', 'a']].map(ids => {
    const { platform, edge } = edges();
    ids.forEach(id => edge('istio-ingress', id));
    edge('shop', 'c', { podNamespace: 'istio-ingress' });
    return commandsOf(platform);
  });
  expect(lists[0]).toEqual(['istio-ingressgateway istio/gateway -n istio-ingress --create-namespace --version \'~1.30.0\'']);
  expect(lists[1]).toEqual(lists[0]);
});

test('the mesh runs pods for those of the Kubernetes Gateway API itself', () => {
  const { platform, edge } = edges();
  edge('istio-ingress', 'edge', { api: GatewayApi.KUBERNETES });
  expect(commandsOf(platform)).toEqual([]);
  expect(operatorOf(platform)).toBeUndefined();
});

test('without a word of labels, a release is called as the gateway', () => {
  expect(gatewaySettings({ kind: 'ingress', name: 'edge', namespace: 'edge', podLabels: { app: 'edge', istio: 'edge' } })).toEqual(['labels.app=edge']);
  expect(gatewaySettings({ kind: 'ingress', name: 'edge', namespace: 'edge', podLabels: { app: 'edge' } })).toEqual([]);
});
