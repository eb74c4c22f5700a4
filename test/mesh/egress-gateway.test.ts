import { Chart, Duration } from 'cdk8s';
import {
  AppProtocol, Caller, ClientTls, DataPlaneMode, DefaultAccess, EgressGateway, EgressGatewayProps, EgressGatewayReference, ExternalService,
  ExternalServiceProps, GatewayTls, HostLookup, IEgressGateway, IngressGateway,
  Istio, Linkerd, Match, Mesh, MeshApp, MeshService, PathMatch, Percent, Split, Weight, WeightedTarget,
} from '../../lib';
import { objectsIn } from '../support/edge-chart';

const SERVICE = 'istio-egressgateway.istio-egress.svc.cluster.local';
const HTTPS: Partial<ExternalServiceProps> = { port: 443, protocol: AppProtocol.HTTPS, originateTls: undefined };

let app: MeshApp;
let egressChart: Chart;
let shop: Chart;
beforeEach(() => chartsOf(Istio.mesh({ defaultAccess: DefaultAccess.OPEN })));

function chartsOf(mesh: Mesh): void {
  app = new MeshApp({ mesh });
  egressChart = new Chart(app, 'egress', { namespace: 'istio-egress' });
  shop = new Chart(app, 'shop', { namespace: 'shop' });
}

function egressIn(props?: EgressGatewayProps): EgressGateway {
  return new EgressGateway(egressChart, 'egress', props);
}

/** The host pay.example.com, with which proxies speak TLS. */
function payIn(props: Partial<ExternalServiceProps> = {}): ExternalService {
  return new ExternalService(shop, 'pay', { host: 'pay.example.com', port: 80, originateTls: ClientTls.simple(), ...props });
}

function specOf(chart: Chart, kind: string): any {
  const [object, ...others] = objectsIn(chart).filter(candidate => candidate.kind === kind);
  expect(others).toEqual([]);
  return object.spec;
}

/** Where rules of a gateway send to the host. */
const TO_PAY = { destination: { host: 'pay.example.com', port: { number: 80 } } };
const TO_EGRESS = { destination: { host: SERVICE, subset: 'pay-example-com', port: { number: 443 } } };

describe('requests that leave by a gateway', () => {
  test('come to it by mutual TLS of the mesh, under the name of the host', () => {
    payIn().leaveVia(egressIn());
    expect(objectsIn(egressChart)).toEqual([
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'DestinationRule',
        metadata: { name: 'istio-egressgateway', namespace: 'istio-egress' },
        spec: { host: SERVICE, subsets: [{ name: 'pay-example-com', trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL', sni: 'pay.example.com' } } }] },
      },
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'Gateway',
        metadata: { name: 'egress', namespace: 'istio-egress' },
        spec: {
          selector: { istio: 'egressgateway' },
          servers: [{ port: { number: 443, name: 'https', protocol: 'HTTPS' }, hosts: ['pay.example.com'], tls: { mode: 'ISTIO_MUTUAL' } }],
        },
      },
    ]);
  });

  test('are sent on by rules of the one object of the host, and the gateway makes the TLS that the host wants', () => {
    payIn().leaveVia(egressIn());
    expect(specOf(shop, 'VirtualService')).toEqual({
      hosts: ['pay.example.com'],
      gateways: ['mesh', 'istio-egress/egress'],
      http: [
        { name: 'default', match: [{ gateways: ['mesh'] }], route: [TO_EGRESS] },
        { name: 'egress', match: [{ gateways: ['istio-egress/egress'], port: 443 }], route: [TO_PAY], retries: { attempts: 0 } },
      ],
    });
    expect(specOf(shop, 'ServiceEntry').ports).toEqual([{ number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 }]);
    expect(specOf(shop, 'DestinationRule')).toEqual({
      host: 'pay.example.com',
      trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'SIMPLE', caCertificates: 'system', sni: 'pay.example.com', subjectAltNames: ['pay.example.com'] } }] },
    });
  });

  test('are treated where they are sent off, whenever that was said', () => {
    const pay = payIn();
    pay.traffic.timeout(Duration.seconds(3));
    pay.leaveVia(egressIn());
    pay.traffic.injectFault('slow', Match.header('x-test', 'slow'), { delay: { percent: Percent.of(100), duration: Duration.seconds(1) } });
    pay.traffic.respond('closed', Match.path(PathMatch.below('/admin')), { status: 403 });
    const closed = { directResponse: { status: 403 } };
    const paths = [{ uri: { exact: '/admin' } }, { uri: { prefix: '/admin/' } }];
    const asked = { headers: { 'x-test': { exact: 'slow' } } };
    expect(specOf(shop, 'VirtualService').http).toEqual([
      { name: 'slow-closed', match: paths.map(each => ({ gateways: ['mesh'], ...asked, ...each })), ...closed },
      {
        name: 'slow',
        match: [{ gateways: ['mesh'], ...asked }],
        fault: { delay: { percentage: { value: 100 }, fixedDelay: '1s' } },
        route: [TO_EGRESS],
      },
      { name: 'closed', match: paths.map(each => ({ gateways: ['mesh'], ...each })), ...closed },
      { name: 'default', match: [{ gateways: ['mesh'] }], route: [TO_EGRESS], timeout: '3s' },
      { name: 'egress', match: [{ gateways: ['istio-egress/egress'], port: 443 }], route: [TO_PAY], retries: { attempts: 0 } },
    ]);
  });

  test('for another host leave under the name that the host outside knows, all or a part of them', () => {
    const pay = payIn();
    const web = MeshService.adopt(shop, 'web', { port: 8080 });
    web.traffic.route('pay', Match.path(PathMatch.below('/pay')), pay);
    web.traffic.sendTo(Split.between(new WeightedTarget(web, Weight.percent(90)), new WeightedTarget(pay, Weight.percent(10))));
    pay.leaveVia(egressIn());
    const [, rules] = objectsIn(shop).filter(({ kind }) => kind === 'VirtualService');
    expect(rules.spec.http).toEqual([
      { name: 'pay', match: [{ uri: { exact: '/pay' } }, { uri: { prefix: '/pay/' } }], rewrite: { authority: 'pay.example.com' }, route: [TO_EGRESS] },
      {
        name: 'default',
        route: [
          { destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } }, weight: 90 },
          { ...TO_EGRESS, weight: 10, headers: { request: { set: { host: 'pay.example.com' } } } },
        ],
      },
    ]);
  });

  test('may come in by another gateway', () => {
    const pay = payIn();
    const edge = new IngressGateway(egressChart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none() });
    pay.exposeVia(edge, { hostname: 'shop.example.com' });
    pay.leaveVia(egressIn());
    expect(specOf(egressChart, 'VirtualService').http).toEqual([{ name: 'pay.example.com', rewrite: { authority: 'pay.example.com' }, route: [TO_EGRESS] }]);
  });

  test.each([AppProtocol.GRPC, AppProtocol.HTTP2])('of %s come to the gateway by HTTP/2', protocol => {
    payIn({ protocol, port: 443 }).leaveVia(egressIn());
    expect(specOf(egressChart, 'DestinationRule').subsets).toEqual([{
      name: 'pay-example-com',
      trafficPolicy: { connectionPool: { http: { h2UpgradePolicy: 'UPGRADE' } }, tls: { mode: 'ISTIO_MUTUAL', sni: 'pay.example.com' } },
    }]);
  });
});

describe('TLS that callers speak themselves', () => {
  test('is passed on unread, by the name that they ask for', () => {
    payIn(HTTPS).leaveVia(egressIn({ port: 8443, serviceName: 'egress', podLabels: { app: 'egress' }, gatewayName: 'out' }));
    expect(objectsIn(egressChart).map(({ kind, metadata, spec }) => [kind, metadata.name, spec])).toEqual([['Gateway', 'out', {
      selector: { app: 'egress' },
      servers: [{ port: { number: 8443, name: 'tls', protocol: 'TLS' }, hosts: ['pay.example.com'], tls: { mode: 'PASSTHROUGH' } }],
    }]]);
    expect(specOf(shop, 'VirtualService')).toEqual({
      hosts: ['pay.example.com'],
      gateways: ['mesh', 'istio-egress/out'],
      tls: [
        {
          match: [{ gateways: ['mesh'], port: 443, sniHosts: ['pay.example.com'] }],
          route: [{ destination: { host: 'egress.istio-egress.svc.cluster.local', port: { number: 8443 } } }],
        },
        {
          match: [{ gateways: ['istio-egress/out'], port: 8443, sniHosts: ['pay.example.com'] }],
          route: [{ destination: { host: 'pay.example.com', port: { number: 443 } } }],
        },
      ],
    });
  });

  test('fails for connections under another name', () => {
    const pay = payIn(HTTPS);
    pay.leaveVia(egressIn());
    const other = new ExternalService(shop, 'other', { ...HTTPS, host: 'other.example.com', port: 443 });
    expect(() => other.traffic.sendTo(pay)).toThrow(new Error(
      'shop/pay: connections for other.example.com cannot leave through the gateway "istio-egress/egress", which knows them only as pay.example.com. Leave leaveVia out, or let callers call pay.example.com themselves.',
    ));
  });
});

describe('several hosts', () => {
  /** Three hosts that leave by one gateway, in some order. */
  function carried(order: readonly number[]): unknown[] {
    chartsOf(Istio.mesh());
    const egress = egressIn();
    const hosts = [
      payIn(),
      new ExternalService(shop, 'maps', { host: 'maps.example.com', port: 80 }),
      new ExternalService(shop, 'mail', { host: 'mail.example.com', port: 443, protocol: AppProtocol.TLS }),
    ];
    order.forEach(index => hosts[index].leaveVia(egress));
    return [...objectsIn(egressChart), ...objectsIn(shop)];
  }

  test('share it, in the order of their names', () => {
    carried([0, 1, 2]);
    expect(specOf(egressChart, 'Gateway').servers.map(({ hosts, port }: any) => [port.name, hosts])).toEqual([
      ['https', ['maps.example.com', 'pay.example.com']], ['tls', ['mail.example.com']],
    ]);
    expect(specOf(egressChart, 'DestinationRule').subsets.map(({ name }: any) => name)).toEqual(['maps-example-com', 'pay-example-com']);
  });

  test('share it alike, whatever was said first', () => {
    expect(carried([2, 1, 0])).toEqual(carried([0, 1, 2]));
  });

  test('fail when nothing could tell them apart', () => {
    const egress = egressIn();
    new ExternalService(shop, 'one', { host: 'a-b.example.com', port: 80 }).leaveVia(egress);
    expect(() => new ExternalService(shop, 'three', { host: 'a.b.example.com', port: 80 }).leaveVia(egress)).toThrow(new Error(
      'egress/egress: "a.b.example.com" and "a-b.example.com" would both get the subset name "a-b-example-com". Call one of them without the gateway.',
    ));
    const long = `${'a'.repeat(60)}.com`;
    expect(() => new ExternalService(shop, 'long', { host: long, port: 80 }).leaveVia(egress)).toThrow(new Error(
      `egress/egress: the gateway identifies "${long}" by its name, which may have at most 63 characters here. Call it without the gateway.`,
    ));
  });
});

describe('who may leave', () => {
  test('is said as for a service', () => {
    const egress = egressIn();
    payIn().leaveVia(egress);
    egress.access.allowFrom(MeshService.adopt(shop, 'web', { port: 8080, serviceAccount: 'web' }));
    expect(specOf(egressChart, 'AuthorizationPolicy')).toEqual({
      selector: { matchLabels: { istio: 'egressgateway' } },
      rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }],
    });
  });

  test('fails where TLS is passed on, and something is asked that does not show there', () => {
    const egress = egressIn();
    payIn(HTTPS).leaveVia(egress);
    egress.access.allowFrom(Caller.cidr('10.0.0.0/8'));
    expect(() => app.synthYaml()).not.toThrow();
    egress.access.allowFrom(Caller.namespaces('shop'));
    expect(() => app.synthYaml()).toThrow('egress/egress: passes TLS for "pay.example.com" through, so it sees neither requests nor caller identities, which its access rules need. Allow callers by address, or route such hosts through another gateway.');
  });

  test('is everybody where nobody is let in by default', () => {
    chartsOf(Istio.mesh({ defaultAccess: DefaultAccess.DENY }));
    payIn().leaveVia(egressIn());
    expect(specOf(egressChart, 'AuthorizationPolicy').rules).toEqual([{}]);
  });
});

describe('fails', () => {
  const LOOKUP = 'nothing is looked up, so a gateway would send requests to the address that the caller chose, which is its own. Name one host, and leave lookup out.';

  test.each<[string, Partial<ExternalServiceProps>]>([
    [LOOKUP, { host: '*.example.com' }],
    [LOOKUP, { lookup: HostLookup.NONE }],
    [
      'port 5432 speaks tcp, whose connections name no host for the gateway to route to. Use a port that speaks HTTP or TLS through the gateway.',
      { port: 5432, protocol: AppProtocol.TCP, originateTls: undefined },
    ],
    [
      'all traffic through a gateway arrives at one port, where the ports 80, 8080 cannot be distinguished. Leave morePorts out.',
      { morePorts: [{ port: 8080 }] },
    ],
    [
      'is visible only in the namespace "shop", but the gateway "istio-egress/egress" is in "istio-egress", where requests to it would get a 503. Leave out namespaceOnly, or send to it from "shop".',
      { namespaceOnly: true },
    ],
  ])('for a host: %s', (problem, props) => {
    expect(() => payIn(props).leaveVia(egressIn())).toThrow(new Error(`shop/pay: ${problem}`));
  });

  test('when it is said twice', () => {
    const pay = payIn();
    const egress = egressIn();
    pay.leaveVia(egress);
    expect(() => pay.leaveVia(egress)).toThrow(new Error('shop/pay: already leaves through the gateway "istio-egress/egress". Set it once.'));
  });

  test('when requests would come to it under a name that it does not know', () => {
    const pay = payIn();
    const web = MeshService.adopt(shop, 'web', { port: 8080 });
    web.traffic.route('pay', Match.path(PathMatch.below('/pay')), pay, { rewrite: { host: 'eu.example.com' } });
    pay.leaveVia(egressIn());
    expect(() => app.synthYaml()).toThrow('shop/web, route "pay": sends requests to pay.example.com through a gateway under the name "eu.example.com", which that gateway does not know. Leave the host as it is, or let pay.example.com be called without a gateway.');
  });

  test('when nothing leaves by it', () => {
    egressIn();
    expect(() => app.synthYaml()).toThrow('egress/egress: no host leaves through it, and the mesh rejects a gateway without servers. Call leaveVia(...) on an external host, or remove the gateway.');
  });

  test('without labels of its pods', () => {
    expect(() => egressIn({ podLabels: {} })).toThrow(new Error(
      'egress/egress: without labels, it would apply to every pod of the mesh. Set the labels of the gateway\'s pods: podLabels: { istio: "egressgateway" }.',
    ));
  });

  test('in ambient mode, and for Linkerd', () => {
    chartsOf(Istio.mesh({ mode: DataPlaneMode.AMBIENT }));
    expect(() => egressIn()).toThrow(new Error('egress/egress/gateway: a gateway by which requests leave cannot be rendered for Istio 1.30 in ambient mode. The node proxies do not route by host. Let a waypoint do it, with a ServiceEntry and an HTTPRoute of the generated constructs, or run sidecars: leave out DataPlaneMode.AMBIENT.'));
    chartsOf(Linkerd.mesh());
    expect(() => egressIn()).toThrow(new Error('egress/egress/gateway: a gateway by which requests leave cannot be rendered for Linkerd. Use an EgressNetwork of the generated constructs, or Istio.mesh().'));
  });
});

describe('a gateway of another team', () => {
  function partnerIn(props?: EgressGatewayReference): IEgressGateway {
    return EgressGateway.fromName(shop, 'partner', 'istio-egress/egress', props);
  }

  test('gets requests as one of ours does', () => {
    payIn().leaveVia(partnerIn());
    expect(specOf(shop, 'VirtualService')).toMatchObject({
      gateways: ['mesh', 'istio-egress/egress'],
      http: [{ match: [{ gateways: ['mesh'] }], route: [TO_EGRESS] }, { match: [{ gateways: ['istio-egress/egress'], port: 443 }], route: [TO_PAY] }],
    });
  });

  test('gets connections of TLS by the name that they ask for', () => {
    payIn(HTTPS).leaveVia(partnerIn({ port: 8443, serviceName: 'exit' }));
    const destination = { host: 'exit.istio-egress.svc.cluster.local', port: { number: 8443 } };
    expect(specOf(shop, 'VirtualService').tls).toMatchObject([
      { match: [{ gateways: ['mesh'], sniHosts: ['pay.example.com'] }], route: [{ destination }] },
      { match: [{ gateways: ['istio-egress/egress'], port: 8443, sniHosts: ['pay.example.com'] }] },
    ]);
  });

  test('renders nothing itself, and its owner serves what rules of others send there', () => {
    payIn().leaveVia(partnerIn());
    const [{ destination: { subset } }] = specOf(shop, 'VirtualService').http[0].route;
    expect(objectsIn(shop).map(({ kind }) => kind).sort()).toEqual(['DestinationRule', 'ServiceEntry', 'VirtualService']);
    chartsOf(Istio.mesh({ defaultAccess: DefaultAccess.OPEN }));
    egressIn({ hostnames: ['pay.example.com'], passedHostnames: ['api.example.com'] });
    expect(specOf(egressChart, 'DestinationRule').subsets).toEqual([{ name: subset, trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL', sni: 'pay.example.com' } } }]);
    expect(specOf(egressChart, 'Gateway').servers.map(({ hosts, tls }: any) => [hosts, tls.mode])).toEqual([
      [['pay.example.com'], 'ISTIO_MUTUAL'], [['api.example.com'], 'PASSTHROUGH'],
    ]);
  });

  test('of which this app says something as well has it once', () => {
    payIn().leaveVia(egressIn({ hostnames: ['pay.example.com'] }));
    expect(specOf(egressChart, 'Gateway').servers).toHaveLength(1);
  });

  test.each<[string, () => unknown, string]>([
    ['a name', () => EgressGateway.fromName(shop, 'partner', 'egress'), 'shop/partner: "egress" is not a reference. Write its namespace and its name: "istio-ingress/shared".'],
    ['a port', () => partnerIn({ port: 0 }), 'shop/partner: 0 is not a valid port. Use a whole number from 1 to 65535.'],
    ['HTTP/2', () => payIn({ protocol: AppProtocol.GRPC }).leaveVia(partnerIn()), 'shop/partner: requests for "pay.example.com" must reach the gateway over HTTP/2, which only its owner can set. Let its owner call leaveVia, or let callers speak TLS: protocol: AppProtocol.HTTPS.'],
    ['a host twice', () => egressIn({ hostnames: ['a.example.com'], passedHostnames: ['a.example.com'] }), 'egress/egress: "a.example.com" is listed twice. List it once, either in hostnames or in passedHostnames.'],
    ['hosts below one', () => egressIn({ passedHostnames: ['*.example.com'] }), 'egress/egress: "*.example.com" cannot be looked up, so the gateway would send requests to its own address. Name each host.'],
    ['a host that speaks otherwise', () => payIn().leaveVia(egressIn({ passedHostnames: ['pay.example.com'] })), 'egress/egress: "pay.example.com" is named in passedHostnames, but its traffic consists of requests. Move it to hostnames.'],
    ['a host whose TLS is passed through', () => payIn(HTTPS).leaveVia(egressIn({ hostnames: ['pay.example.com'] })), 'egress/egress: "pay.example.com" is named in hostnames, but its traffic is TLS that is passed through. Move it to passedHostnames.'],
  ])('fails on %s', (_, make, problem) => {
    expect(make).toThrow(new Error(problem));
  });
});
