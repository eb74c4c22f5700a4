import { Chart, Duration, Testing } from 'cdk8s';
import {
  AppProtocol, ClientTls, ExternalService, ExternalServiceProps, HostLookup, IngressGateway, Istio, Match, MeshApp,
  MeshService, PathMatch, Percent, Split, Weight,
} from '../../lib';
import { objectsIn } from '../support/edge-chart';
import { shopChart } from '../support/shop-chart';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

/** The host pay.example.com, as plainly as can be. */
function payIn(scope: Chart, props: Partial<ExternalServiceProps> = {}): ExternalService {
  return new ExternalService(scope, 'pay', { host: 'pay.example.com', port: 80, ...props });
}

/** The spec of the only object of a kind, of a chart whose objects an API server takes. */
function specOf(kind: string): any {
  const [object, ...others] = objectsIn(chart).filter(candidate => candidate.kind === kind);
  expect(others).toEqual([]);
  return object.spec;
}

const ORIGINATED: Partial<ExternalServiceProps> = { originateTls: ClientTls.simple() };
const HTTPS: Partial<ExternalServiceProps> = { port: 443, protocol: AppProtocol.HTTPS };
const TCP: Partial<ExternalServiceProps> = { port: 5432, protocol: AppProtocol.TCP };

describe('a host outside', () => {
  test('is known to the mesh by its name, and nothing else is rendered before something is said', () => {
    payIn(chart, HTTPS);
    expect(objectsIn(chart)).toEqual([{
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: { name: 'pay.example.com', namespace: 'shop' },
      spec: { hosts: ['pay.example.com'], location: 'MESH_EXTERNAL', resolution: 'DNS', ports: [{ number: 443, name: 'https', protocol: 'HTTPS' }] },
    }]);
  });

  test('may be all hosts below one, which callers look up', () => {
    payIn(chart, { ...HTTPS, host: '*.example.com' });
    expect(objectsIn(chart)[0]).toMatchObject({ metadata: { name: 'wildcard.example.com' }, spec: { hosts: ['*.example.com'], resolution: 'NONE' } });
  });

  test('may be at fixed addresses, which also tell its connections from others', () => {
    payIn(chart, { ...TCP, endpoints: ['203.0.113.7', '203.0.113.8'] });
    expect(specOf('ServiceEntry')).toEqual({
      hosts: ['pay.example.com'],
      addresses: ['203.0.113.7', '203.0.113.8'],
      location: 'MESH_EXTERNAL',
      resolution: 'STATIC',
      ports: [{ number: 5432, name: 'tcp', protocol: 'TCP' }],
      endpoints: [{ address: '203.0.113.7' }, { address: '203.0.113.8' }],
    });
  });

  test('of which the mesh sees requests needs no addresses', () => {
    payIn(chart, { endpoints: ['203.0.113.7'] });
    expect(specOf('ServiceEntry').addresses).toBeUndefined();
  });

  test('may be a range of addresses', () => {
    payIn(chart, { ...TCP, host: '*.db.example.com', addresses: ['203.0.113.0/24', '2001:db8::/32'] });
    expect(specOf('ServiceEntry')).toMatchObject({ addresses: ['203.0.113.0/24', '2001:db8::/32'], resolution: 'NONE' });
  });

  test('may have several ports', () => {
    payIn(chart, { morePorts: [{ port: 443, protocol: AppProtocol.TLS }, { port: 9090, protocol: AppProtocol.GRPC, name: 'grpc-api', targetPort: 9443 }] });
    expect(specOf('ServiceEntry').ports).toEqual([
      { number: 80, name: 'http', protocol: 'HTTP' },
      { number: 443, name: 'tls', protocol: 'TLS' },
      { number: 9090, name: 'grpc-api', protocol: 'GRPC', targetPort: 9443 },
    ]);
  });

  test('works in a stock app whose chart names no namespace', () => {
    const app = Testing.app();
    Istio.mesh().applyTo(app);
    chart = new Chart(app, 'test');
    payIn(chart, { namespaceOnly: true });
    expect(objectsIn(chart)[0].spec.exportTo).toEqual(['.']);
  });

  test('that one namespace alone knows has rules and policies there alone', () => {
    const pay = payIn(chart, { ...ORIGINATED, namespaceOnly: true });
    pay.traffic.timeout(Duration.seconds(3));
    expect(objectsIn(chart).map(({ kind, spec }) => [kind, spec.exportTo])).toEqual([
      ['ServiceEntry', ['.']], ['DestinationRule', ['.']], ['VirtualService', ['.']],
    ]);
  });
});

describe('TLS that proxies make', () => {
  test('leads from port 80 to 443, where the server has to have a certificate of the host', () => {
    const pay = payIn(chart, ORIGINATED);
    pay.traffic.timeout(Duration.seconds(3));
    expect(specOf('ServiceEntry').ports).toEqual([{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }]);
    expect(specOf('DestinationRule')).toEqual({
      host: 'pay.example.com',
      trafficPolicy: {
        portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'SIMPLE', caCertificates: 'system', sni: 'pay.example.com', subjectAltNames: ['pay.example.com'] } }],
      },
    });
    expect(specOf('VirtualService')).toEqual({
      hosts: ['pay.example.com'],
      http: [{ name: 'default', route: [{ destination: { host: 'pay.example.com', port: { number: 80 } } }], timeout: '3s' }],
    });
  });

  test('leads from another port to the same, and may show a certificate too', () => {
    const tls = ClientTls.mutual({ clientCertificate: '/etc/pay/cert.pem', privateKey: '/etc/pay/key.pem', caCertificates: '/etc/pay/ca.pem', sni: 'eu.example.com' });
    payIn(chart, { port: 8443, originateTls: tls });
    expect(specOf('ServiceEntry').ports).toEqual([{ number: 8443, name: 'http', protocol: 'HTTP' }]);
    expect(specOf('DestinationRule').trafficPolicy.portLevelSettings[0].tls).toEqual({
      mode: 'MUTUAL',
      clientCertificate: '/etc/pay/cert.pem',
      privateKey: '/etc/pay/key.pem',
      caCertificates: '/etc/pay/ca.pem',
      sni: 'eu.example.com',
      subjectAltNames: ['eu.example.com'],
    });
  });

  test('asks each host below one for its own certificate', () => {
    payIn(chart, { ...ORIGINATED, host: '*.example.com' });
    expect(specOf('DestinationRule').trafficPolicy.portLevelSettings[0].tls).toEqual({ mode: 'SIMPLE', caCertificates: 'system' });
  });

  test('holds for connections of TCP, too', () => {
    payIn(chart, { ...TCP, targetPort: 5433, ...ORIGINATED });
    expect(specOf('ServiceEntry').ports).toEqual([{ number: 5432, name: 'tcp', protocol: 'TCP', targetPort: 5433 }]);
    expect(specOf('DestinationRule').trafficPolicy.portLevelSettings[0].tls.sni).toBe('pay.example.com');
  });

  test.each([ClientTls.disabled(), ClientTls.mutualByMesh()])('fails without a certificate that the mesh could know', originateTls => {
    expect(() => payIn(chart, { originateTls }))
      .toThrow(new Error('shop/pay: originateTls is TLS with a server outside the mesh. Use ClientTls.simple(), or ClientTls.mutual({...}).'));
  });

  test('fails where callers speak TLS themselves, or a connection does not say its host', () => {
    expect(() => payIn(chart, { ...HTTPS, ...ORIGINATED })).toThrow(
      new Error('shop/pay: callers speak https, which originateTls would encrypt again. Leave it out, or set protocol: AppProtocol.HTTP if they speak plain text.'),
    );
    expect(() => new ExternalService(chart, 'all', { ...TCP, ...ORIGINATED, port: 5432, host: '*.example.com', addresses: ['203.0.113.0/24'] })).toThrow(
      new Error('shop/all: connections of tcp do not tell which host below "*.example.com" must present a certificate. Create an ExternalService for each host.'),
    );
  });
});

describe('what is sent there from elsewhere', () => {
  let web: MeshService;
  beforeEach(() => {
    web = new MeshService(chart, 'web', { port: 8080, image: 'registry.example.com/web:1.4.2' });
  });
  const pay = (): unknown => ({ host: 'pay.example.com', port: { number: 80 } });
  const own = (): unknown => ({ host: 'web.shop.svc.cluster.local', port: { number: 8080 } });

  test('asks for the host outside by its own name', () => {
    web.traffic.route('pay', Match.path(PathMatch.below('/pay')), payIn(chart, ORIGINATED));
    expect(specOf('VirtualService').http).toEqual([
      { name: 'pay', match: [{ uri: { exact: '/pay' } }, { uri: { prefix: '/pay/' } }], rewrite: { authority: 'pay.example.com' }, route: [{ destination: pay() }] },
      { name: 'default', route: [{ destination: own() }] },
    ]);
  });

  test('may ask for another name, or change the path as well', () => {
    const target = payIn(chart, ORIGINATED);
    web.traffic.route('eu', Match.path(PathMatch.exact('/eu')), target, { rewrite: { host: 'eu.example.com' } });
    web.traffic.route('pay', Match.path(PathMatch.exact('/pay')), target, { rewrite: { path: '/' } });
    expect(specOf('VirtualService').http.map(({ rewrite }: any) => rewrite)).toEqual([
      { authority: 'eu.example.com' }, { uri: '/', authority: 'pay.example.com' }, undefined,
    ]);
  });

  test('may be a part, which alone asks by that name', () => {
    const part = new ExternalService(chart, 'outside', { host: 'pay.example.com', port: 80 });
    web.traffic.sendTo(Split.between({ target: web, weight: Weight.percent(90) }, { target: part, weight: Weight.percent(10) }));
    expect(specOf('VirtualService').http).toEqual([{
      name: 'default',
      route: [
        { destination: own(), weight: 90 },
        { destination: pay(), weight: 10, headers: { request: { set: { host: 'pay.example.com' } } } },
      ],
    }]);
  });

  test('may go to a port of its own', () => {
    web.traffic.sendTo(payIn(chart, { ...HTTPS, morePorts: [{ port: 80 }] }).atPort(80));
    expect(specOf('VirtualService').http[0]).toEqual({ name: 'default', rewrite: { authority: 'pay.example.com' }, route: [{ destination: pay() }] });
  });

  test('may be connections, whose host nobody changes', () => {
    const database = MeshService.adopt(chart, 'db', { port: 5432, protocol: AppProtocol.TCP });
    database.traffic.sendTo(payIn(chart, TCP));
    expect(specOf('VirtualService')).toEqual({
      hosts: ['db.shop.svc.cluster.local'],
      tcp: [{ match: [{ port: 5432 }], route: [{ destination: { host: 'pay.example.com', port: { number: 5432 } } }] }],
    });
  });

  describe('are no copies, which keep the host of the request', () => {
    const problem = 'copies requests to pay.example.com, which is outside the mesh, and copies keep the host of the request, which a server outside does not know. Send them to a service of the mesh whose pods call pay.example.com themselves.';

    test('not to a host outside', () => {
      expect(() => web.traffic.mirrorTo(payIn(chart), Percent.of(10))).toThrow(new Error(`shop/web: ${problem}`));
    });

    test('not to a service that sends them on there, whatever is said first', () => {
      const orders = MeshService.adopt(chart, 'orders', { port: 80 });
      web.traffic.mirrorTo(orders, Percent.of(10));
      orders.traffic.sendTo(payIn(chart));
      expect(web.node.validate()).toEqual([`shop/web, route "default": ${problem}`]);
    });

    test('but what is copied to the host itself has its name', () => {
      const itself = payIn(chart, { morePorts: [{ port: 8080 }] });
      itself.traffic.onPort(80).mirrorTo(itself.atPort(8080), Percent.of(10));
      expect(itself.node.validate()).toEqual([]);
    });
  });

  test.each<[string, Partial<ExternalServiceProps>]>([
    [
      'port 443 speaks https, and requests for web.shop.svc.cluster.local would arrive there in plain text. Set port: 80 and originateTls: ClientTls.simple().',
      HTTPS,
    ],
    [
      'traffic for web.shop.svc.cluster.local cannot be sent to "*.example.com", which is not a single host. Create an ExternalService for the intended host.',
      { host: '*.example.com' },
    ],
    [
      'traffic for web.shop.svc.cluster.local cannot be sent to it, because nothing is looked up and it would go to the address of web.shop.svc.cluster.local. Set lookup: HostLookup.DNS.',
      { lookup: HostLookup.NONE },
    ],
  ])('fails: %s', (problem, props) => {
    expect(() => web.traffic.sendTo(payIn(chart, props))).toThrow(new Error(`shop/pay: ${problem}`));
  });

  test('fails to a port that it does not have', () => {
    expect(() => payIn(chart).atPort(8080)).toThrow(/^shop\/pay: has no port 8080\. Known ports: 80\./);
  });
});

describe('of the requests for it', () => {
  test('can be said what can be said of any', () => {
    const pay = payIn(chart, ORIGINATED);
    pay.traffic.retry({ attempts: 2 });
    pay.traffic.respond('reports', Match.path(PathMatch.exact('/reports')), { status: 404 });
    pay.traffic.ejectOutliers();
    expect(specOf('VirtualService').http.map(({ name }: any) => name)).toEqual(['reports', 'default']);
    expect(specOf('DestinationRule').trafficPolicy.portLevelSettings[0]).toMatchObject({ outlierDetection: { consecutive5xxErrors: 5 }, tls: { mode: 'SIMPLE' } });
  });

  test('nothing can be said where the mesh sees none', () => {
    const { traffic } = payIn(chart, HTTPS);
    expect(() => traffic.timeout(Duration.seconds(3))).toThrow(/^shop\/pay: timeout applies to requests, but the mesh sees none here\./);
    traffic.limitConnections({ maxConnections: 10 });
    expect(specOf('DestinationRule').trafficPolicy).toEqual({ connectionPool: { tcp: { maxConnections: 10 } } });
  });

  test('a gateway may send them on, under the name of the host', () => {
    const edge = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared');
    payIn(chart, ORIGINATED).exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.exact('/pay') });
    expect(specOf('VirtualService')).toEqual({
      hosts: ['shop.example.com'],
      gateways: ['istio-ingress/shared'],
      http: [{
        name: 'pay.example.com',
        match: [{ uri: { exact: '/pay' } }],
        rewrite: { authority: 'pay.example.com' },
        route: [{ destination: { host: 'pay.example.com', port: { number: 80 } } }],
      }],
    });
  });

  test('a gateway sends on redirects as they are', () => {
    const pay = payIn(chart, ORIGINATED);
    pay.traffic.redirect('old', Match.path(PathMatch.exact('/old')), { path: '/' });
    pay.exposeVia(IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared'), { hostname: 'shop.example.com' });
    const { spec } = objectsIn(chart).find(({ metadata }) => metadata.name === 'shared.shop.example.com');
    expect(spec.http[0]).toEqual({ name: 'pay.example.com-old', match: [{ uri: { exact: '/old' } }], redirect: { uri: '/', redirectCode: 301 } });
  });

  test('a gateway sends none on that nobody reads', () => {
    const edge = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared');
    expect(() => payIn(chart, HTTPS).exposeVia(edge, { hostname: 'shop.example.com' }))
      .toThrow(/^shop\/pay: port 443 speaks https, and requests for shop\.example\.com would arrive there in plain text\./);
  });
});

test('the order in which things are said changes nothing', () => {
  const verbs: ReadonlyArray<(pay: ExternalService) => void> = [
    pay => pay.traffic.timeout(Duration.seconds(3)),
    pay => pay.traffic.route('slow', Match.path(PathMatch.exact('/slow')), pay, { timeout: Duration.seconds(30) }),
    pay => pay.traffic.limitConnections(),
    pay => pay.traffic.retry({ attempts: 1 }),
  ];
  const render = (order: typeof verbs): string => {
    const own = shopChart();
    const pay = payIn(own, ORIGINATED);
    order.forEach(say => say(pay));
    return JSON.stringify(own.toJson());
  };
  const rotated = verbs.map((_, start) => [...verbs.slice(start), ...verbs.slice(0, start)]);
  expect(new Set([...rotated, ...rotated.map(order => [...order].reverse())].map(render)).size).toBe(1);
});

describe('fails at once', () => {
  test.each<[string, Partial<ExternalServiceProps>]>([
    ['"https://pay.example.com" is not a hostname. Write only the name, in lowercase: "pay.example.com".', { host: 'https://pay.example.com' }],
    ['"Pay.example.com:443" is not a hostname. Write only the name, in lowercase: "pay.example.com".', { host: 'Pay.example.com:443' }],
    ['endpoints is empty. Name at least one, or leave it out.', { endpoints: [] }],
    ['"*.example.com" cannot be looked up. Leave lookup out: callers look up the host that they want.', { host: '*.example.com', lookup: HostLookup.DNS }],
    ['0 is not a valid port. Use a whole number from 1 to 65535.', { port: 0 }],
  ])('%s', (problem, props) => {
    expect(() => payIn(chart, props)).toThrow(new Error(`shop/pay: ${problem}`));
  });

  test('on a host that has an owner', () => {
    payIn(chart);
    expect(() => new ExternalService(chart, 'again', { host: 'pay.example.com', port: 443 })).toThrow(/^shop\/again: "shop\/pay" already owns the host pay\.example\.com/);
  });

  test('on a host whose objects would have the name of those of another', () => {
    payIn(chart, { host: '*.example.com' });
    const again = (scope: Chart): ExternalService => new ExternalService(scope, 'again', { host: 'wildcard.example.com', port: 80 });
    expect(() => again(chart)).toThrow(new Error(
      'shop/again: "shop/pay" has the external host "wildcard.example.com" in the namespace "shop" already, and one would replace the other. Create one of the two in a chart of another namespace.',
    ));
    expect(() => again(new Chart(new MeshApp({ mesh: Istio.mesh() }), 'other', { namespace: 'other' }))).not.toThrow();
  });

  test('on the domain of another cluster', () => {
    const app = new MeshApp({ mesh: Istio.mesh({ clusterDomain: 'corp.internal' }) });
    expect(() => payIn(new Chart(app, 'shop', { namespace: 'shop' }), { host: 'web.shop.svc.corp.internal' })).toThrow('is a host of the cluster');
  });
});

describe('that one namespace alone knows', () => {
  const PRIVATE: Partial<ExternalServiceProps> = { ...ORIGINATED, namespaceOnly: true };
  const other = (): Chart => new Chart(chart.node.root, 'other', { namespace: 'other' });
  const routeTo = (pay: ExternalService, scope: Chart): void => {
    MeshService.adopt(scope, 'web', { port: 8080 }).traffic.route('pay', Match.path(PathMatch.below('/pay')), pay);
    scope.toJson();
  };

  test('gets requests from within it', () => {
    const pay = payIn(chart, PRIVATE);
    pay.exposeVia(IngressGateway.fromName(chart, 'edge', 'shop/edge'), { hostname: 'shop.example.com' });
    expect(() => routeTo(pay, chart)).not.toThrow();
  });

  test('gets none that come to a service in another', () => {
    expect(() => routeTo(payIn(chart, PRIVATE), other())).toThrow(
      'shop/pay: is visible only in the namespace "shop", but "other/web" is in "other", where requests to it would get a 503. Leave out namespaceOnly, or send to it from "shop".',
    );
  });

  test('gets none by a gateway in another', () => {
    const edge = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared');
    expect(() => payIn(chart, PRIVATE).exposeVia(edge, { hostname: 'shop.example.com' })).toThrow(new Error(
      'shop/pay: is visible only in the namespace "shop", but the gateway "istio-ingress/shared" is in "istio-ingress", where requests to it would get a 503. Leave out namespaceOnly, or send to it from "shop".',
    ));
  });
});

test('connections that name neither host nor address are taken by one host at each port', () => {
  const make = (id: string, props: Partial<ExternalServiceProps> = {}): ExternalService => (
    new ExternalService(chart, id, { host: `${id}.example.com`, port: 5432, protocol: AppProtocol.TCP, ...props })
  );
  make('first');
  make('second', { addresses: ['203.0.113.7'] });
  expect(() => make('third')).toThrow(/^shop\/third: port 5432 of "shop\/third" gets all connections to this port, .* including those to "shop\/first"\./);
});

test('one namespace is not in the way of another', () => {
  const app = chart.node.root as MeshApp;
  const namespaces = ['a', 'b'].map(name => new Chart(app, name, { namespace: name }));
  const make = (own: Chart): ExternalService => payIn(own, { ...TCP, host: `${own.node.id}.example.com`, namespaceOnly: true });
  expect(namespaces.map(make).map(({ host }) => host)).toEqual(['a.example.com', 'b.example.com']);
  expect(() => payIn(chart, TCP)).toThrow('gets all connections to this port');
});

test('is no valid app where what is said of connections cannot be', () => {
  const pay = payIn(chart, { morePorts: [{ port: 443, protocol: AppProtocol.HTTPS }], lookup: HostLookup.NONE });
  pay.traffic.clientTls(ClientTls.simple());
  expect(pay.node.validate()).toEqual([
    'shop/pay, port 443: callers speak https there themselves, which would be encrypted again. Use clientTls for another port: traffic.onPort(80).clientTls(...).',
  ]);
  pay.traffic.onPort(443).clientTls(ClientTls.disabled());
  expect(pay.node.validate()).toEqual([]);
});
