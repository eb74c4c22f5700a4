import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import {
  AccessOptions, AppProtocol, Caller, DefaultAccess, GatewayApi, GatewayTls, HttpMethod, IngressGateway, IngressGatewayProps, Istio, JwtIssuer,
  Linkerd, Match, MeshJob, MeshNamespace, MeshPlatform, MeshService, PathMatch, ServicePort,
} from '../../lib';
import { guardedChart, policiesOf, problemsOf, serviceIn } from '../support/guarded-chart';
import { WEB } from '../support/shop-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const SQL: ServicePort = { port: 3306, protocol: AppProtocol.MYSQL };
const GRPC: ServicePort = { port: 90, targetPort: 9090, protocol: AppProtocol.GRPC };
const OPEN = Istio.mesh({ defaultAccess: DefaultAccess.OPEN });

function gatewayIn(chart: Chart, props: Partial<IngressGatewayProps> = {}): IngressGateway {
  return new IngressGateway(chart, 'edge', {
    hostnames: ['shop.example.com'], tls: GatewayTls.none(), podNamespace: props.api === undefined ? 'istio-system' : undefined, ...props,
  });
}

/** The rules of `orders`, after something was said of it. */
function rulesOf(say: (orders: MeshService, chart: Chart) => void, props = {}, name = 'orders'): any {
  const chart = guardedChart();
  say(serviceIn(chart, 'orders', props), chart);
  return policiesOf(chart)[`shop/${name}`].rules;
}

const webs = [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }];

describe('who is let in', () => {
  test('[F045] [F046] [F055] a service is, by the account that its pods run as, for methods and paths', () => {
    const chart = guardedChart();
    const web = serviceIn(chart, 'web');
    const paths = [PathMatch.prefix('/api/'), PathMatch.prefix('/orders'), PathMatch.exact('/v1/traces')];
    serviceIn(chart, 'orders').access.allowFrom(web, { methods: [HttpMethod.POST, HttpMethod.GET], paths });
    expect(policiesOf(chart)).toEqual({
      'shop/orders': {
        selector: { matchLabels: { app: 'orders' } },
        rules: [{ from: webs, to: [{ operation: { methods: ['GET', 'POST'], paths: ['/api/*', '/orders*', '/v1/traces'] } }] }],
      },
    });
  });

  test('[F045] the identity has the domain of trust of the mesh', () => {
    const chart = guardedChart(Istio.mesh({ trustDomain: 'example.org' }));
    serviceIn(chart, 'orders').access.allowFrom(serviceIn(chart, 'web'));
    expect(policiesOf(chart)['shop/orders'].rules).toEqual([{ from: [{ source: { principals: ['example.org/ns/shop/sa/web'] } }] }]);
  });

  test.each<[string, (chart: Chart) => any, object]>([
    ['[F047] [F056] namespaces', () => Caller.namespaces('gateway', 'frontend'), { namespaces: ['frontend', 'gateway'] }],
    ['[F047] a namespace that is ours', chart => new MeshNamespace(new Chart(chart.node.root, 'namespaces'), 'tenant'), { namespaces: ['tenant'] }],
    ['[F048] addresses', () => Caller.cidr('192.168.1.0/24', '2001:db8::/32'), { ipBlocks: ['192.168.1.0/24', '2001:db8::/32'] }],
    ['[F052] tokens', () => Caller.token(ISSUER), { requestPrincipals: ['https://auth.example.com/*'] }],
    ['a job', chart => new MeshJob(chart, 'migrate', { ...WEB, inMesh: true }), { principals: ['cluster.local/ns/shop/sa/migrate'] }],
    ['a gateway, known by the namespace of its pods', chart => gatewayIn(chart), { namespaces: ['istio-system'] }],
    ['a gateway, known by its account', chart => gatewayIn(chart, { podNamespace: 'edge', serviceAccount: 'edge-pods' }), { principals: ['cluster.local/ns/edge/sa/edge-pods'] }],
    ['a gateway of the Kubernetes Gateway API', chart => gatewayIn(chart, { api: GatewayApi.KUBERNETES }), { principals: ['cluster.local/ns/shop/sa/edge-istio'] }],
    ['a gateway of somebody else', chart => IngressGateway.fromName(chart, 'shared', 'istio-ingress/shared'), { namespaces: ['istio-ingress'] }],
    ['a gateway of somebody else, with its pods elsewhere', chart => IngressGateway.fromName(chart, 'shared', 'ingress/shared', { podNamespace: 'istio-system' }), { namespaces: ['istio-system'] }],
    ['a gateway of somebody else, by its account', chart => IngressGateway.fromName(chart, 'shared', 'ingress/shared', { serviceAccount: 'pods' }), { principals: ['cluster.local/ns/ingress/sa/pods'] }],
    ['a service that Helm deploys', chart => MeshService.adopt(chart, 'shipping', { port: 80, serviceAccount: 'shipping-pods' }), { principals: ['cluster.local/ns/shop/sa/shipping-pods'] }],
    ['a service with a Deployment of somebody else', chart => MeshService.fromDeployment(chart, 'tax', new Deployment(chart, 'pods', { containers: [{ image: 'tax:1', portNumber: 80 }] }), { port: 80 }),
      { principals: ['cluster.local/ns/shop/sa/tax'] }],
  ])('%s', (_, caller, source) => {
    expect(rulesOf((orders, chart) => orders.access.allowFrom(caller(chart)))).toEqual([{ from: [{ source }] }]);
  });

  test('anyone', () => {
    expect(rulesOf(orders => orders.access.allowFrom(Caller.anyone()))).toEqual([{}]);
  });

  test('the callers of two verbs are alternatives, and what is chained holds together', () => {
    const rules = rulesOf(({ access }) => {
      access.allowFrom(Caller.namespaces('a').fromCidr('192.0.2.0/24').withToken(ISSUER).withSubject('joe').withClaim('role', 'user', 'admin'));
      access.allowFrom(Caller.namespaces('b'), { methods: [HttpMethod.GET] });
    });
    expect(rules).toEqual([
      {
        from: [{ source: { namespaces: ['a'], ipBlocks: ['192.0.2.0/24'], requestPrincipals: ['https://auth.example.com/joe'] } }],
        when: [{ key: 'request.auth.claims[role]', values: ['admin', 'user'] }],
      },
      { from: [{ source: { namespaces: ['b'] } }], to: [{ operation: { methods: ['GET'] } }] },
    ]);
  });

  test('what is said twice is rendered once', () => {
    expect(rulesOf(({ access }) => [1, 2].forEach(() => access.allowFrom(Caller.namespaces('a'))))).toHaveLength(1);
  });
});

describe('what is asked for', () => {
  test('a path and what lies below it, and everything', () => {
    const rules = rulesOf(({ access }) => access.allowFrom(Caller.anyone(), { paths: [PathMatch.below('/orders'), PathMatch.below('/')] }));
    expect(rules).toEqual([{ to: [{ operation: { paths: ['/orders', '/orders/*', '/*'] } }] }]);
  });

  test('a host, with any port behind it', () => {
    const rules = rulesOf(({ access }) => access.allowFrom(Caller.anyone(), { hosts: ['shop.example.com'] }));
    expect(rules).toEqual([{ to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] }]);
  });

  test('all hosts below a name: a policy takes an asterisk at one end alone', () => {
    const rules = rulesOf(({ access }) => access.allowFrom(Caller.anyone(), { hosts: ['*.example.com'] }));
    expect(rules).toEqual([{ to: [{ operation: { hosts: ['*.example.com'] } }] }]);
  });

  test('ports of the Service, of which policies know those of the pods', () => {
    const props = { port: 80, targetPort: 8080, morePorts: [GRPC, SQL] };
    expect(rulesOf(({ access }) => access.allowFrom(Caller.anyone(), { ports: [90, 80] }), props)).toEqual([{ to: [{ operation: { ports: ['8080', '9090'] } }] }]);
    expect(rulesOf(({ access }) => access.allowFrom(Caller.anyone(), { ports: [3306] }), props)).toEqual([{ to: [{ operation: { ports: ['3306'] } }] }]);
    expect(rulesOf(({ access }) => access.allowFrom(Caller.anyone(), { ports: [80, 90, 3306] }), props)).toEqual([{}]);
  });

  test('of what only requests have, those ports whose requests are seen', () => {
    const props = { port: 80, targetPort: 8080, morePorts: [GRPC, SQL] };
    const asked = [{ to: [{ operation: { methods: ['GET'], ports: ['8080', '9090'] } }] }];
    expect(rulesOf(({ access }) => access.allowFrom(Caller.anyone(), { methods: [HttpMethod.GET] }), props)).toEqual(asked);
    expect(rulesOf(({ access }) => access.allowFrom(Caller.token(ISSUER)), props)).toEqual([
      { from: [{ source: { requestPrincipals: ['https://auth.example.com/*'] } }], to: [{ operation: { ports: ['8080', '9090'] } }] },
    ]);
  });

  test('of TCP, connections', () => {
    expect(rulesOf(({ access }) => access.allowFrom(Caller.namespaces('shop')), { port: 3306, protocol: AppProtocol.MYSQL })).toEqual([{ from: [{ source: { namespaces: ['shop'] } }] }]);
  });
});

describe('who is kept out, and who is noted', () => {
  test('[F049] [F055] a range of addresses, whoever else lets it in', () => {
    const chart = guardedChart();
    const { access } = serviceIn(chart, 'orders');
    access.denyFrom(Caller.cidr('10.3.0.0/16'), { methods: [HttpMethod.DELETE] });
    expect(policiesOf(chart)).toEqual({
      'shop/orders.deny': {
        selector: { matchLabels: { app: 'orders' } }, action: 'DENY',
        rules: [{ from: [{ source: { ipBlocks: ['10.3.0.0/16'] } }], to: [{ operation: { methods: ['DELETE'] } }] }],
      },
    });
  });

  test('[F055] to audit changes nothing else', () => {
    const chart = guardedChart();
    serviceIn(chart, 'orders').access.auditFrom(Caller.anyone(), { paths: [PathMatch.below('/admin')] });
    expect(policiesOf(chart)).toEqual({
      'shop/orders.audit': { selector: { matchLabels: { app: 'orders' } }, action: 'AUDIT', rules: [{ to: [{ operation: { paths: ['/admin', '/admin/*'] } }] }] },
    });
  });
});

describe('gateways', () => {
  test('let in everybody where nobody is by default, until somebody is named', () => {
    const [first, second, open] = [guardedChart(), guardedChart(), guardedChart(OPEN)];
    [first, open].forEach(chart => gatewayIn(chart));
    expect(policiesOf(first)).toEqual({ 'istio-system/shop.edge': { selector: { matchLabels: { istio: 'ingressgateway' } }, rules: [{}] } });
    expect(policiesOf(open)).toEqual({});
    gatewayIn(second, { podNamespace: 'shop', podLabels: { app: 'edge' } }).access.allowFrom(Caller.clientCidr('203.0.113.0/24'), { ports: [8443, 8080] });
    expect(policiesOf(second)).toEqual({
      'shop/edge': {
        selector: { matchLabels: { app: 'edge' } },
        rules: [{ from: [{ source: { remoteIpBlocks: ['203.0.113.0/24'] } }], to: [{ operation: { ports: ['8080', '8443'] } }] }],
      },
    });
  });

  test('[F048] of the Kubernetes Gateway API are found by name', () => {
    const chart = guardedChart();
    gatewayIn(chart, { api: GatewayApi.KUBERNETES }).access.allowFrom(Caller.cidr('203.0.113.7/32'));
    expect(policiesOf(chart)).toEqual({
      'shop/edge': {
        targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }],
        rules: [{ from: [{ source: { ipBlocks: ['203.0.113.7/32'] } }] }],
      },
    });
  });

  test('still let in everybody who is not denied', () => {
    const chart = guardedChart();
    gatewayIn(chart).access.denyFrom(Caller.cidr('198.51.100.0/24'));
    expect(Object.keys(policiesOf(chart))).toEqual(['istio-system/shop.edge', 'istio-system/shop.edge.deny']);
  });

  test('are let in where they send to, at that port', () => {
    const chart = guardedChart();
    const edge = gatewayIn(chart);
    serviceIn(chart, 'web').exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.below('/web') });
    serviceIn(chart, 'shop', { port: 80, targetPort: 8080, morePorts: [GRPC] }).exposeVia(edge, { hostname: 'shop.example.com' });
    expect(policiesOf(chart)).toMatchObject({
      'shop/web': { rules: [{ from: [{ source: { namespaces: ['istio-system'] } }] }] },
      'shop/shop': { rules: [{ from: [{ source: { namespaces: ['istio-system'] } }], to: [{ operation: { ports: ['8080'] } }] }] },
    });
  });

  test('are no reason to close a service that everybody may call', () => {
    const chart = guardedChart(OPEN);
    const [web, edge] = [serviceIn(chart, 'web'), gatewayIn(chart)];
    web.exposeVia(edge, { hostname: 'shop.example.com' });
    expect(policiesOf(chart)).toEqual({});
    web.access.allowFrom(Caller.namespaces('shop'));
    expect(policiesOf(chart)['shop/web'].rules).toEqual([
      { from: [{ source: { namespaces: ['istio-system'] } }] }, { from: [{ source: { namespaces: ['shop'] } }] },
    ]);
  });

  test('are no reason to guard pods without a proxy, or of which nothing is known', () => {
    const chart = guardedChart();
    const edge = gatewayIn(chart);
    serviceIn(chart, 'web', { inMesh: false }).exposeVia(edge, { hostname: 'shop.example.com' });
    MeshService.adopt(chart, 'orders', { port: 80 }).exposeVia(edge, { hostname: 'shop.example.com', path: PathMatch.below('/orders') });
    expect(Object.keys(policiesOf(chart))).toEqual(['istio-system/shop.edge']);
  });
});

describe('who sends requests on', () => {
  test('brings those who may call him, whatever was asked of him', () => {
    const chart = guardedChart();
    const [web, orders, bills, app] = ['web', 'orders', 'bills', 'app'].map(name => serviceIn(chart, name));
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
    orders.traffic.sendTo(bills);
    web.access.allowFrom(app, { paths: [PathMatch.below('/orders')] });
    const callers = [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/app'] } }] }];
    expect(policiesOf(chart)).toMatchObject({ 'shop/orders': { rules: callers }, 'shop/bills': { rules: callers } });
  });

  test('may be two services that send to each other', () => {
    const chart = guardedChart();
    const [web, orders, app] = ['web', 'orders', 'app'].map(name => serviceIn(chart, name));
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
    orders.traffic.route('web', Match.path(PathMatch.below('/web')), web);
    web.access.allowFrom(app);
    expect(policiesOf(chart)['shop/orders'].rules).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/app'] } }] }]);
  });

  test('lets nobody in while nobody may call him', () => {
    const chart = guardedChart();
    const [web, orders] = ['web', 'orders'].map(name => serviceIn(chart, name));
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
    expect(policiesOf(chart)).toEqual({ 'shop/orders': { selector: { matchLabels: { app: 'orders' } } } });
  });

  test('brings those who are told by tokens, if these are read', () => {
    const chart = guardedChart();
    const [web, orders] = ['web', 'orders'].map(name => serviceIn(chart, name));
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), orders);
    web.access.allowFrom(Caller.token(ISSUER));
    expect(problemsOf(chart)).toEqual([
      'shop/orders: gets requests of callers identified by tokens of "https://auth.example.com", which are not verified here, so they are not let in. Call access.acceptJwt with the same JwtIssuer.',
    ]);
    orders.access.acceptJwt(ISSUER);
    expect(policiesOf(chart)['shop/orders'].rules).toEqual([{ from: [{ source: { requestPrincipals: ['https://auth.example.com/*'] } }] }]);
  });

  test('has no say for pods without a proxy', () => {
    const chart = guardedChart();
    const web = serviceIn(chart, 'web');
    web.traffic.route('orders', Match.path(PathMatch.below('/orders')), serviceIn(chart, 'orders', { inMesh: false }));
    web.traffic.route('bills', Match.path(PathMatch.below('/bills')), MeshService.adopt(chart, 'bills', { port: 8080 }));
    expect(policiesOf(chart)).toEqual({});
  });
});

describe('what holds for more than one service', () => {
  test('[F053] [F056] a namespace that lets nobody in, unless it is said', () => {
    const chart = guardedChart(OPEN);
    const namespace = new MeshNamespace(chart, 'tenant', { defaultAccess: DefaultAccess.DENY });
    namespace.access.allowFrom(namespace);
    expect(policiesOf(chart)).toEqual({ 'tenant/allow-nothing': {}, 'tenant/namespace': { rules: [{ from: [{ source: { namespaces: ['tenant'] } }] }] } });
  });

  test('[F053] a mesh that lets nobody in, unless it is said', () => {
    const chart = new MeshPlatform(guardedChart().node.root, 'platform');
    chart.access.allowFrom(Caller.namespaces('monitoring'), { ports: [9090] });
    expect(policiesOf(chart)).toEqual({
      'istio-system/allow-nothing': {}, 'istio-system/mesh': { rules: [{ from: [{ source: { namespaces: ['monitoring'] } }], to: [{ operation: { ports: ['9090'] } }] }] },
    });
  });

  test('a mesh that lets everybody in renders no policy', () => {
    expect(policiesOf(new MeshPlatform(guardedChart(OPEN).node.root, 'platform'))).toEqual({});
  });

  test('an open namespace in a mesh that lets nobody in', () => {
    const chart = guardedChart();
    new MeshNamespace(chart, 'legacy', { defaultAccess: DefaultAccess.OPEN });
    expect(policiesOf(chart)).toEqual({ 'legacy/namespace': { rules: [{}] } });
  });

  test('[F049] a namespace and a mesh keep callers out', () => {
    const platform = new MeshPlatform(guardedChart(OPEN).node.root, 'platform');
    platform.access.denyFrom(Caller.cidr('198.51.100.0/24'));
    platform.addNamespace('shop').access.denyFrom(Caller.namespaces('old'));
    expect(policiesOf(platform)).toEqual({
      'istio-system/mesh.deny': { action: 'DENY', rules: [{ from: [{ source: { ipBlocks: ['198.51.100.0/24'] } }] }] },
      'shop/namespace.deny': { action: 'DENY', rules: [{ from: [{ source: { namespaces: ['old'] } }] }] },
    });
  });
});

describe('fails', () => {
  const say = (verb: (orders: MeshService, chart: Chart) => void, props = {}) => (): void => {
    const chart = guardedChart();
    verb(serviceIn(chart, 'orders', props), chart);
  };
  const requests = 'whose requests the mesh does not see, so it cannot match their hosts, methods, paths or tokens. Leave these out, or name a port that speaks HTTP.';
  test.each<[string, () => void]>([
    ['shop/orders, allowFrom: methods is empty. Name at least one, or leave it out for all.', say(({ access }) => access.allowFrom(Caller.anyone(), { methods: [] }))],
    ['shop/orders, denyFrom: ports is empty. Name at least one, or leave it out for all.', say(({ access }) => access.denyFrom(Caller.namespaces('a'), { ports: [] }))],
    ['shop/orders, allowFrom: "shop.example.com:80" is not a host name. Write it alone, in lowercase, without a port: "shop.example.com", or "*.example.com" for all below it.',
      say(({ access }) => access.allowFrom(Caller.anyone(), { hosts: ['shop.example.com:80'] }))],
    ['shop/orders, allowFrom: the mesh does not support regular expressions for paths here, and would compare "/o.*" as plain text. Use PathMatch.exact, below or prefix.',
      say(({ access }) => access.allowFrom(Caller.anyone(), { paths: [PathMatch.regex('/o.*')] }))],
    ['shop/orders, auditFrom: "/a/*/b" contains a character that is not allowed in a path, or that is a wildcard here. Use only the path, without "*", "{", "}", "?" and "#".',
      say(({ access }) => access.auditFrom(Caller.anyone(), { paths: [PathMatch.exact('/a/*/b')] }))],
    [`shop/orders, allowFrom: port 8080 speaks mysql, ${requests}`, say(({ access }) => access.allowFrom(Caller.anyone(), { methods: [HttpMethod.GET] }), { protocol: AppProtocol.MYSQL })],
    [`shop/orders, denyFrom: port 3306 speaks mysql, ${requests}`,
      say(({ access }) => access.denyFrom(Caller.namespaces('a'), { methods: [HttpMethod.GET], ports: [8080, 3306] }), { morePorts: [SQL] })],
    [`shop/orders, allowFrom: port 8080 speaks tcp, ${requests}`, say(({ access }) => access.allowFrom(Caller.token(ISSUER)), { protocol: AppProtocol.TCP })],
    ['shop/orders, acceptJwt: the mesh sees no requests here, and so no tokens. Set protocol: AppProtocol.HTTP if the port speaks HTTP.',
      say(({ access }) => access.acceptJwt(ISSUER), { protocol: AppProtocol.TCP })],
    ['shop/orders, requireJwt: the mesh sees no requests here, and so no tokens. Set protocol: AppProtocol.HTTP if the port speaks HTTP.',
      say(({ access }) => access.requireJwt(ISSUER), { protocol: AppProtocol.TCP })],
    ['shop/orders, allowFrom: a pod of the mesh trusts any address in X-Forwarded-For. Use Caller.clientCidr on the gateway, or Caller.cidr.',
      say(({ access }) => access.allowFrom(Caller.clientCidr('203.0.113.0/24')))],
    ['shop/orders, denyFrom: would keep everyone out, whoever else is let in. Name the callers; with DefaultAccess.DENY, nobody is let in by default.',
      say(({ access }) => access.denyFrom(Caller.anyone()))],
    ['shop/orders, denyFrom: "10.0.0.0/8" contains a whole private network, including the pods and gateways of most clusters. Use a smaller range.',
      say(({ access }) => access.denyFrom(Caller.cidr('10.0.0.0/8')))],
    ['shop/orders: its pods have no proxy, which is needed for this. Leave out inMesh: false.', say(({ access }) => access.allowFrom(Caller.anyone()), { inMesh: false })],
    ['shop/web: its pods have no proxy, so they cannot prove their identity. Leave out inMesh: false, or name their addresses: Caller.cidr.',
      say(({ access }, chart) => access.allowFrom(serviceIn(chart, 'web', { inMesh: false })))],
    ['shop/job: its pods have no proxy, so they cannot prove their identity. Set inMesh: true, or name their addresses: Caller.cidr.',
      say(({ access }, chart) => access.allowFrom(new MeshJob(chart, 'job', { ...WEB, inMesh: false })))],
    ['shop/helm: the service account of its pods is not known here. Name it: serviceAccount: "helm".', say(({ access }, chart) => access.allowFrom(MeshService.adopt(chart, 'helm', { port: 80 })))],
    ['shop/helm: its pods are not known here. Set the labels that its Service selects: podLabels: { app: "helm" }.',
      say((_, chart) => MeshService.adopt(chart, 'helm', { port: 80 }).access.allowFrom(Caller.anyone()))],
    ['MeshService.fromHost("pay.books.svc.cluster.local"): the service account of its pods is not known here. Use MeshService.fromContract, with the account.',
      say(({ access }) => access.allowFrom(MeshService.fromHost('pay.books.svc.cluster.local', 80)))],
    ['shop/edge, allowFrom: 0 is not a valid port. Use whole numbers from 1 to 65535.', say((_, chart) => gatewayIn(chart).access.allowFrom(Caller.anyone(), { ports: [0] }))],
  ])('%s', (message, verb) => {
    expect(verb).toThrow(new Error(message));
  });

  test('where Linkerd would have to say who may call', () => {
    const chart = guardedChart(Linkerd.mesh());
    expect(() => serviceIn(chart, 'orders').access.allowFrom(serviceIn(chart, 'web'))).toThrow(new Error(
      'shop/orders/access/allow: who may call cannot be rendered for Linkerd. Use a Server and an AuthorizationPolicy of the generated constructs, or Istio.mesh().',
    ));
  });

  test.each([['paths', { paths: [PathMatch.exact('/admin')] }], ['hosts', { hosts: ['shop.example.com'] }]])('where %s would be denied, also in other languages', (name, options: AccessOptions) => {
    const { access } = serviceIn(guardedChart(), 'orders');
    expect(() => access.denyFrom(Caller.namespaces('a'), options)).toThrow(new Error(
      `shop/orders, denyFrom: paths and hosts can be written in several ways, and the other spellings would be let in, so ${name} has no effect. Leave it out, or allow those that are meant.`,
    ));
  });
});

test('a platform, a namespace and a service of a mesh that lets everybody in say nothing by themselves', () => {
  const chart = guardedChart(OPEN);
  serviceIn(chart, 'orders');
  new MeshNamespace(chart, 'shop');
  expect([policiesOf(chart), problemsOf(chart)]).toEqual([{}, []]);
});
