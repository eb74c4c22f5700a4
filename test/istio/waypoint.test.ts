import { Chart } from 'cdk8s';
import {
  AppProtocol, Caller, DataPlaneMode, DefaultAccess, GatewayApi, GatewayTls, HttpMethod, IngressGateway, Istio, IstioRelease, Linkerd, MeshApp,
  MeshNamespace, MeshService, MeshServiceProps, Waypoint,
} from '../../lib';
import { ambientShop, specsOf } from '../support/ambient-shop';
import { objectsIn } from '../support/edge-chart';
import { objectsOf, shopChart, WEB, webIn } from '../support/shop-chart';

const PRINCIPAL = 'cluster.local/ns/shop/sa/waypoint';
const SELECTOR = { matchLabels: { app: 'web' } };

function ordersIn(chart: Chart, props: Partial<MeshServiceProps> = {}): MeshService {
  return new MeshService(chart, 'orders', { image: 'registry.example.com/orders:1', port: 8080, ...props });
}

function inOrder(chart: Chart): string[] {
  return objectsIn(chart).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
}

describe('a waypoint', () => {
  test('[F144] is a Gateway of its class for what is sent to Services, and lets nobody through by default', () => {
    const chart = ambientShop();
    new Waypoint(chart, 'waypoint');
    expect(objectsIn(chart)).toEqual([
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: { name: 'waypoint', namespace: 'shop', labels: { 'istio.io/waypoint-for': 'service' } },
        spec: { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] },
      },
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'AuthorizationPolicy',
        metadata: { name: 'waypoint', namespace: 'shop' },
        spec: { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'waypoint' }] },
      },
    ]);
  });

  test('lets everybody through where nothing else is said, if the mesh does', () => {
    const chart = ambientShop({ defaultAccess: DefaultAccess.OPEN });
    new Waypoint(chart, 'waypoint', { services: [webIn(chart)] });
    expect(Object.keys(specsOf(chart, 'AuthorizationPolicy'))).toEqual(['web.waypoint', 'web.waypoint-only']);
  });

  test('[F144] gets the requests for a service by labels of its Service, and nobody reaches the pods past it', () => {
    const chart = ambientShop();
    new Waypoint(chart, 'waypoint', { services: [webIn(chart)] });
    const [{ metadata }] = objectsOf(chart, 'Service');
    expect(metadata.labels).toEqual({ 'app': 'web', 'istio.io/use-waypoint': 'waypoint', 'istio.io/ingress-use-waypoint': 'true' });
    expect(specsOf(chart, 'AuthorizationPolicy')).toEqual({
      'waypoint': { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'waypoint' }] },
      'web.waypoint': { selector: SELECTOR, rules: [{ from: [{ source: { principals: [PRINCIPAL] } }] }] },
      'web.waypoint-only': { selector: SELECTOR, action: 'DENY', rules: [{ from: [{ source: { notPrincipals: [PRINCIPAL] } }] }] },
    });
  });

  test('[F144] gets the requests for versions, too, and nobody calls one of them by its own host, whatever is said first', () => {
    const [first, second] = [ambientShop(), ambientShop()];
    const web = webIn(first);
    new Waypoint(first, 'waypoint', { services: [web] });
    web.addVersion('v2', WEB);
    const same = webIn(second);
    same.addVersion('v2', WEB);
    new Waypoint(second, 'waypoint', { services: [same] });
    expect(objectsIn(second)).toEqual(objectsIn(first));
    expect(Object.fromEntries(objectsOf(first, 'Service').map(({ metadata: { name, labels } }) => [name, labels['istio.io/use-waypoint']]))).toEqual({
      'web': 'waypoint', 'web-v1': 'waypoint', 'web-v2': 'waypoint',
    });
    expect(specsOf(first, 'AuthorizationPolicy')).toMatchObject({
      'web-v1': { targetRefs: [{ group: '', kind: 'Service', name: 'web-v1' }] },
      'web-v2': { targetRefs: [{ group: '', kind: 'Service', name: 'web-v2' }] },
    });
  });

  test('can have another name than its construct, which is that of its account', () => {
    const chart = ambientShop({ trustDomain: 'example.org' });
    new Waypoint(chart, 'proxy', { waypointName: 'shop-waypoint', services: [webIn(chart)] });
    expect(specsOf(chart, 'AuthorizationPolicy')['web.waypoint']).toEqual({
      selector: SELECTOR, rules: [{ from: [{ source: { principals: ['example.org/ns/shop/sa/shop-waypoint'] } }] }],
    });
  });

  test('renders the same in whatever order things are said', () => {
    const [first, second] = [ambientShop(), ambientShop()];
    const [web, orders] = [webIn(first), ordersIn(first)];
    orders.access.allowFrom(web, { methods: [HttpMethod.GET] });
    new Waypoint(first, 'waypoint', { services: [web, orders] });

    const [sameWeb, sameOrders] = [webIn(second), ordersIn(second)];
    const waypoint = new Waypoint(second, 'waypoint');
    waypoint.serve(sameOrders);
    waypoint.serve(sameWeb);
    sameOrders.access.allowFrom(sameWeb, { methods: [HttpMethod.GET] });

    expect(objectsIn(second)).toEqual(objectsIn(first));
    expect(inOrder(first).slice(-6)).toEqual([
      'Gateway waypoint',
      'AuthorizationPolicy waypoint',
      'AuthorizationPolicy orders.waypoint',
      'AuthorizationPolicy orders.waypoint-only',
      'AuthorizationPolicy web.waypoint',
      'AuthorizationPolicy web.waypoint-only',
    ]);
  });
});

describe('a waypoint fails', () => {
  test('[F144] where sidecars run, and in another mesh', () => {
    expect(() => new Waypoint(shopChart(), 'waypoint'))
      .toThrow(new Error('shop/waypoint: a waypoint cannot be rendered for Istio 1.30. Sidecars see requests themselves. Leave it out, or set mode: DataPlaneMode.AMBIENT.'));
    const other = new Chart(new MeshApp({ mesh: Linkerd.mesh() }), 'shop', { namespace: 'shop' });
    expect(() => new Waypoint(other, 'waypoint')).toThrow('shop/waypoint: a waypoint cannot be rendered for Linkerd');
  });

  test('on names that Istio or Kubernetes take otherwise', () => {
    expect(() => new Waypoint(ambientShop(), 'none')).toThrow(new Error('shop/none: "none" marks Services without a waypoint. Use another waypointName.'));
    expect(() => new Waypoint(ambientShop(), 'a', { waypointName: 'A' })).toThrow('shop/a: "A" is not a valid name of a waypoint.');
  });

  test('on a name that a service has, since Istio makes a Service, a Deployment and an account of its name', () => {
    const chart = ambientShop();
    webIn(chart);
    expect(() => new Waypoint(chart, 'waypoint', { waypointName: 'web' }))
      .toThrow('shop/waypoint: "shop/web" has the Service "web" in the namespace "shop" already, and one would replace the other. Use another waypointName.');
  });

  test('on a service of another namespace', () => {
    const app = new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT }) });
    const web = webIn(new Chart(app, 'shop', { namespace: 'shop' }));
    const waypoint = new Waypoint(new Chart(app, 'edge', { namespace: 'edge' }), 'waypoint');
    expect(() => waypoint.serve(web)).toThrow(new Error('edge/waypoint, serve("shop/web"): is in the namespace "shop", but the waypoint is in "edge". Create one there.'));
  });

  test('on a service that is served already, by it or by another', () => {
    const chart = ambientShop();
    const web = webIn(chart);
    const waypoint = new Waypoint(chart, 'waypoint', { services: [web] });
    expect(() => waypoint.serve(web)).toThrow(new Error('shop/waypoint, serve("shop/web"): requests for it pass the waypoint "shop/waypoint" already. Set it in one waypoint, and only once.'));
    expect(() => new Waypoint(chart, 'second', { services: [web] }))
      .toThrow(new Error('shop/second, serve("shop/web"): requests for it pass the waypoint "shop/waypoint" already. Set it in one waypoint, and only once.'));
  });

  test('on pods outside of the mesh', () => {
    const chart = ambientShop();
    expect(() => new Waypoint(chart, 'waypoint', { services: [webIn(chart, { inMesh: false })] })).toThrow('shop/web: its pods have no proxy, which is needed for this.');
  });

  test.each([
    ['headless', { headless: true }, 'web'],
    ['stateful', { stateful: true }, 'web-pods'],
  ])('on a %s service, whose pods callers find themselves', (_, props, name) => {
    const chart = ambientShop();
    new Waypoint(chart, 'waypoint', { services: [webIn(chart, props)] });
    expect(chart.node.findAll().flatMap(({ node }) => node.validate())).toContain(
      `shop/waypoint, serve("shop/web"): callers find its pods by the Service "${name}", which is headless, and traffic to pods bypasses the waypoint, so the pods refuse it. Leave it out of the waypoint, or leave out headless and stateful.`,
    );
  });
});

test('[F144] a gateway that exposes a service sends to its waypoint, which lets it in', () => {
  const chart = ambientShop();
  const web = webIn(chart);
  web.exposeVia(new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), api: GatewayApi.KUBERNETES }), { hostname: 'shop.example.com' });
  new Waypoint(chart, 'waypoint', { services: [web] });
  expect(specsOf(chart, 'AuthorizationPolicy').web).toEqual({
    targetRefs: [{ group: '', kind: 'Service', name: 'web' }], rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/edge-istio'] } }] }],
  });
});

describe('a waypoint of a whole namespace', () => {
  function shop(): { chart: Chart; waypoint: Waypoint; namespaceOfShop: MeshNamespace } {
    const chart = ambientShop();
    const namespaceOfShop = new MeshNamespace(chart, 'shop');
    return { chart, namespaceOfShop, waypoint: new Waypoint(chart, 'waypoint', { meshNamespace: namespaceOfShop }) };
  }

  function problemsOf(chart: Chart): string[] {
    return chart.node.root.node.findAll().flatMap(({ node }) => node.validate());
  }

  test('[F144] came with Istio 1.25: before, gateways did not read the label of the Namespace, and pods would refuse them', () => {
    const old = ambientShop({ release: IstioRelease.V1_24 });
    const namespaceOfShop = new MeshNamespace(old, 'shop');
    expect(() => new Waypoint(old, 'waypoint', { meshNamespace: namespaceOfShop })).toThrow(new Error(
      'shop/waypoint: a waypoint of a whole namespace cannot be rendered for Istio 1.24 in ambient mode. Gateways find it only if Services name it, and would be refused. Serve single services: services: [...].',
    ));
    const chart = ambientShop({ release: IstioRelease.V1_25 });
    expect(new Waypoint(chart, 'waypoint', { meshNamespace: new MeshNamespace(chart, 'shop') }).waypointName).toBe('waypoint');
  });

  test('[F144] is named by the Namespace, and closes its pods', () => {
    const { chart } = shop();
    const [{ metadata }] = objectsOf(chart, 'Namespace');
    expect(metadata.labels).toEqual({ 'istio.io/dataplane-mode': 'ambient', 'istio.io/use-waypoint': 'waypoint', 'istio.io/ingress-use-waypoint': 'true' });
    expect(specsOf(chart, 'AuthorizationPolicy')).toEqual({
      'waypoint': { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'waypoint' }] },
      'waypoint.waypoint': { rules: [{ from: [{ source: { principals: [PRINCIPAL] } }] }] },
      'waypoint.waypoint-only': { action: 'DENY', rules: [{ from: [{ source: { notPrincipals: [PRINCIPAL] } }] }] },
    });
    expect(problemsOf(chart)).toEqual([]);
  });

  test('[F144] reads what is said of each service, also of adopted ones, and of the namespace', () => {
    const { chart, namespaceOfShop } = shop();
    MeshService.adopt(chart, 'web', { port: 8080, podLabels: { app: 'web' } }).access.allowFrom(Caller.namespaces('batch'), { methods: [HttpMethod.GET] });
    namespaceOfShop.access.denyFrom(Caller.namespaces('legacy'), { methods: [HttpMethod.DELETE], ports: [8080] });
    expect(specsOf(chart, 'AuthorizationPolicy')).toMatchObject({
      'web': { targetRefs: [{ group: '', kind: 'Service', name: 'web' }] },
      'namespace.deny': { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'waypoint' }], action: 'DENY' },
    });
  });

  test('fails in another namespace, beside another one, and once more for a service', () => {
    const { chart, waypoint, namespaceOfShop } = shop();
    const edge = new Chart(chart.node.root, 'edge', { namespace: 'edge' });
    expect(() => new Waypoint(edge, 'waypoint', { meshNamespace: namespaceOfShop }))
      .toThrow(new Error('edge/waypoint: serves the namespace "shop", but is in "edge". Create it in a chart of "shop".'));
    expect(() => new Waypoint(chart, 'second', { meshNamespace: namespaceOfShop }))
      .toThrow(new Error('shop/second: requests for all services of the namespace "shop" pass the waypoint "shop/waypoint" already. Set it in one waypoint.'));
    expect(() => waypoint.serve(webIn(chart))).toThrow('shop/waypoint, serve("shop/web"): requests for it pass the waypoint "shop/waypoint" already.');
  });

  test('fails on services that it could not serve: headless, or served by another', () => {
    const chart = ambientShop();
    new Waypoint(chart, 'second', { services: [webIn(chart)] });
    ordersIn(chart, { headless: true });
    MeshService.adopt(chart, 'kafka', { port: 9092, protocol: AppProtocol.TCP, headless: true });
    MeshService.adopt(chart, 'cache', { port: 6379, protocol: AppProtocol.TCP });
    new Waypoint(chart, 'waypoint', { meshNamespace: new MeshNamespace(chart, 'shop') });
    expect(problemsOf(chart)).toEqual([
      'shop/waypoint: requests for "shop/web" pass the waypoint "shop/second", and its pods would accept only traffic through both. Serve it by one.',
      expect.stringContaining('shop/waypoint, "shop/orders": callers find its pods by the Service "orders", which is headless,'),
      'shop/waypoint, "shop/kafka": callers find its pods by the Service "kafka", which is headless, and traffic to pods bypasses the waypoint, so the pods refuse it. Serve single services: services: [...].',
    ]);
  });

  test('fails on gateways whose pods are there', () => {
    const { chart } = shop();
    new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), api: GatewayApi.KUBERNETES });
    expect(problemsOf(chart)).toEqual([
      'shop/waypoint: the pods of the gateway "shop/edge" are in the namespace "shop", too, and would accept only traffic through the waypoint. Run them in another namespace, or serve single services: services: [...].',
    ]);
  });
});
