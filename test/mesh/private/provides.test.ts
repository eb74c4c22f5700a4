import { Chart } from 'cdk8s';
import {
  EastWestGateway, EgressGateway, ExternalAuthorizer, GatewayApi, GatewayTls, IngressGateway, Istio, LogSink, MeshApp, MeshPlatform, MeshService,
  TraceSink,
} from '../../../lib';
import { provide, providedTo, PROVIDES, providesProblems } from '../../../lib/mesh/private/provides';

let chart: Chart;
beforeEach(() => {
  chart = new Chart(new MeshApp({ mesh: Istio.mesh() }), 'shop', { namespace: 'shop' });
});

const said = (): string[] => providedTo(chart.node.findAll());

test('what constructs say that others create is told once, in order', () => {
  provide(chart, 'Secret', 'shop', 'tls');
  chart.node.addMetadata(PROVIDES, 'Namespace web,  Secret   shop/tls , ,Secret');
  chart.node.addMetadata('aws:cdk', 'Secret shop/other');
  expect(said()).toEqual(['Namespace web', 'Secret shop/tls']);
});

test.each([
  ['shop/tls'], ['Secret'], ['Secret shop/tls/key'], ['secret shop/tls'], ['Secret shop tls'], ['Secret shop/tls; Namespace web'], ['7'],
])('of %j, which is no object, a construct is told how to write it', entry => {
  chart.node.addMetadata(PROVIDES, `Secret shop/a, ${entry},`);
  expect(providesProblems([chart])).toEqual([
    `shop: the metadata "cdk8s-mesh/provides" has "${entry}", which is not an object reference. Write 'Kind namespace/name', as in 'Secret istio-system/shop-tls', several separated by commas.`,
  ]);
});

test('so is the app', () => {
  chart.node.root.node.addMetadata(PROVIDES, 'shop/tls');
  expect(providesProblems([chart.node.root])).toEqual([expect.stringMatching(/^the app: the metadata "cdk8s-mesh\/provides" has "shop\/tls"/)]);
});

test.each(['Namespace web', 'Secret  shop/tls,Service shop/cart, ', 'VirtualService shop/a.b', ''])('nothing is wrong with %j', text => {
  chart.node.addMetadata(PROVIDES, text);
  expect(providesProblems([chart])).toEqual([]);
});

test('an adopted service says that its Service is there, and its account where that is known', () => {
  MeshService.adopt(chart, 'cart', { port: 80 });
  MeshService.adopt(chart, 'web', { port: 80, serviceName: 'shop-web', serviceAccount: 'web' });
  expect(said()).toEqual(['Service shop/cart', 'Service shop/shop-web', 'ServiceAccount shop/web']);
});

test('a service that is deployed here says nothing', () => {
  new MeshService(chart, 'cart', { image: 'cart:1.4', port: 80 });
  expect(said()).toEqual([]);
});

test('a gateway says that its pods are there, and the Secret that it names', () => {
  new IngressGateway(chart, 'edge', { hostnames: ['a.example.com'], tls: GatewayTls.secret('a-tls'), podNamespace: 'istio-system', serviceAccount: 'edge' });
  expect(said()).toEqual(['Deployment istio-system/istio-ingressgateway', 'Secret istio-system/a-tls', 'ServiceAccount istio-system/edge']);
});

test.each([
  ['the label app', { app: 'shop-gateway', istio: 'gateway' }, 'shop-gateway'],
  ['the label istio', { istio: 'gateway' }, 'istio-gateway'],
  ['its own name, without these', { edition: 'first' }, 'edge'],
])('what runs the pods of a gateway is called by %s', (_, podLabels, name) => {
  new IngressGateway(chart, 'edge', { hostnames: ['*'], tls: GatewayTls.none(), podLabels });
  expect(said()).toEqual([`Deployment shop/${name}`]);
});

test.each([
  ['with a certificate of cert-manager', { tls: GatewayTls.certManager('letsencrypt') }, ['Deployment shop/istio-ingressgateway']],
  ['of the Kubernetes Gateway API, with pods of the mesh', { tls: GatewayTls.secret('tls'), api: GatewayApi.KUBERNETES }, ['Secret shop/tls']],
])('a gateway %s says the rest', (_, props, expected) => {
  new IngressGateway(chart, 'edge', { hostnames: ['a.example.com'], ...props });
  expect(said()).toEqual(expected);
});

test('so do gateways between clusters, and those by which requests leave', () => {
  new EastWestGateway(chart, 'between');
  new EgressGateway(chart, 'out');
  expect(said()).toEqual(['Deployment shop/istio-eastwestgateway', 'Deployment shop/istio-egressgateway', 'Service shop/istio-egressgateway']);
});

test('whoever tells the mesh of a collector or an authorizer says that its Service is there, but where it is rendered', () => {
  const platform = new MeshPlatform(chart.node.root, 'platform');
  platform.addTraceSink(TraceSink.openTelemetry('spans', { host: 'otel.obs.svc.cluster.local' }));
  platform.addLogSink(LogSink.openTelemetry('lines', { host: 'loki.obs.svc.cluster.local' }));
  platform.addAuthorizer(ExternalAuthorizer.grpc('opa', { service: MeshService.fromHost('opa.opa.svc.cluster.local', 9191) }));
  expect(providedTo([platform])).toEqual(['Service obs/loki', 'Service obs/otel', 'Service opa/opa']);
  expect(providedTo([platform], thing => thing === 'Service obs/otel')).toEqual(['Service obs/loki', 'Service opa/opa']);
});
