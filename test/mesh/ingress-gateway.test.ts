import { ApiObject, Chart } from 'cdk8s';
import { AppProtocol, DefaultAccess, GatewayApi, GatewayTls, IngressGateway, IngressGatewayProps, Istio, MeshApp, MeshService, PathMatch, Runbook, Split, Weight } from '../../lib';
import { edgeApp, edgeChart, edgeIn, objectsIn, renderedTarget, routeTo } from '../support/edge-chart';
import { WEB, webIn } from '../support/shop-chart';

test('[F035] [F036] [F037] [F040] a gateway with a certificate redirects plain HTTP', () => {
  const chart = edgeChart();
  edgeIn(chart);
  expect(objectsIn(chart)).toEqual([{
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'edge', namespace: 'istio-ingress' },
    spec: {
      selector: { istio: 'ingressgateway' },
      servers: [
        { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['shop.example.com'], tls: { httpsRedirect: true } },
        {
          port: { number: 443, name: 'https', protocol: 'HTTPS' },
          hosts: ['shop.example.com'],
          tls: { mode: 'SIMPLE', credentialName: 'shop-certificate', minProtocolVersion: 'TLSV1_2' },
        },
      ],
    },
  }, {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: { name: 'edge', namespace: 'istio-ingress' },
    spec: { selector: { matchLabels: { istio: 'ingressgateway' } }, rules: [{}] },
  }]);
});

describe('who may come in', () => {
  const policyOf = (props: Partial<IngressGatewayProps>, mesh = Istio.mesh()): any => {
    const chart = edgeChart(new MeshApp({ mesh }));
    edgeIn(chart, props);
    const { metadata, spec } = objectsIn(chart).find(({ kind }) => kind === 'AuthorizationPolicy') ?? {};
    return { metadata, spec };
  };

  test.each<[Partial<IngressGatewayProps>, string, string]>([
    [{}, 'istio-ingress', 'edge'],
    [{ podNamespace: 'istio-system' }, 'istio-system', 'istio-ingress.edge'],
    [{ tls: GatewayTls.none(), podNamespace: 'gateways' }, 'gateways', 'istio-ingress.edge'],
    [{ podNamespace: 'istio-ingress', gatewayName: 'shared' }, 'istio-ingress', 'shared'],
  ])('is said where the pods are: with %j in %s, as %s', (props, namespace, name) => {
    expect(policyOf(props)).toEqual({ metadata: { name, namespace }, spec: { selector: { matchLabels: { istio: 'ingressgateway' } }, rules: [{}] } });
  });

  test('is said where the gateway is, wherever the control plane is', () => {
    expect(policyOf({}, Istio.mesh({ rootNamespace: 'mesh' })).metadata).toEqual({ name: 'edge', namespace: 'istio-ingress' });
  });

  test('is said of the labels of the pods', () => {
    expect(policyOf({ podLabels: { app: 'edge' } }).spec).toEqual({ selector: { matchLabels: { app: 'edge' } }, rules: [{}] });
  });

  test('needs no word where everybody may call everything', () => {
    expect(policyOf({}, Istio.mesh({ defaultAccess: DefaultAccess.OPEN }))).toEqual({});
  });
});

test('[F035] plain HTTP alone is a choice', () => {
  const chart = edgeChart();
  edgeIn(chart, { tls: GatewayTls.none(), podLabels: { app: 'edge' }, gatewayName: 'shared', hostnames: ['*.example.com', 'example.com'] });
  const [{ metadata, spec }] = objectsIn(chart);
  expect({ metadata, spec }).toEqual({
    metadata: { name: 'shared', namespace: 'istio-ingress' },
    spec: { selector: { app: 'edge' }, servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*.example.com', 'example.com'] }] },
  });
});

test('[F121] a gateway between clusters passes TLS on', () => {
  const chart = edgeChart();
  edgeIn(chart, { hostnames: ['*.local'], tls: GatewayTls.autoPassthrough(), podLabels: { istio: 'eastwestgateway' } });
  expect(objectsIn(chart)[0].spec).toEqual({
    selector: { istio: 'eastwestgateway' },
    servers: [{ port: { number: 15443, name: 'tls', protocol: 'TLS' }, hosts: ['*.local'], tls: { mode: 'AUTO_PASSTHROUGH' } }],
  });
});

test('[F038] no output holds a Secret', () => {
  const chart = edgeChart();
  edgeIn(chart, { tls: GatewayTls.mutual('shop-certificate') })._expose(routeTo('web'));
  expect(objectsIn(chart).map(({ kind }) => kind)).toEqual(['Gateway', 'VirtualService', 'AuthorizationPolicy']);
});

test('[F022] [F039] what is exposed names the gateway with its namespace, and the hostname', () => {
  const chart = edgeChart();
  edgeIn(chart)._expose(routeTo('web', '/'));
  expect(objectsIn(chart)[1]).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'edge.shop.example.com', namespace: 'istio-ingress' },
    spec: { hosts: ['shop.example.com'], gateways: ['istio-ingress/edge'], http: [{ name: 'web', route: renderedTarget('web') }] },
  });
});

test('it knows its name and its hostnames', () => {
  const edge = edgeIn(edgeChart(), { hostnames: ['shop.example.com', '*.example.org'] });
  edge.hostnames?.push('more.example.com');
  expect([edge.reference, edge.hostnames]).toEqual(['istio-ingress/edge', ['shop.example.com', '*.example.org']]);
});

test('the object behind it can be had', () => {
  expect(ApiObject.of(edgeIn(edgeChart())).kind).toBe('Gateway');
});

test('fails without hostnames, with one twice, or with one that is none', () => {
  const edge = (...hostnames: string[]): IngressGateway => edgeIn(edgeChart(), { hostnames });
  expect(() => edge()).toThrow(new Error('edge/edge: serves no hostname. List at least one: hostnames: ["shop.example.com"].'));
  expect(() => edge('a.example.com', 'b.example.com', 'a.example.com'))
    .toThrow(new Error('edge/edge: "a.example.com" is in its hostnames twice. List each once.'));
  expect(() => edge('https://shop.example.com'))
    .toThrow(new Error('edge/edge: "https://shop.example.com" is not a hostname. Write only the name, in lowercase: "shop.example.com".'));
});

test('fails on labels that select every pod', () => {
  expect(() => edgeIn(edgeChart(), { podLabels: {} })).toThrow(
    new Error('edge/edge: without labels, it would apply to every pod of the mesh. Set the labels of the gateway\'s pods: podLabels: { istio: "ingressgateway" }.'),
  );
});

test('[F040] fails on a name that is no label, and on ports that cannot be', () => {
  expect(() => edgeIn(edgeChart(), { gatewayName: 'shop.edge' })).toThrow(/^edge\/edge: "shop\.edge" is not a valid name of a gateway\. /);
  expect(() => edgeIn(edgeChart(), { httpsPort: 0 })).toThrow(new Error('edge/edge: 0 is not a valid port. Use a whole number from 1 to 65535.'));
});

test('fails in a chart without a namespace', () => {
  expect(() => edgeIn(new Chart(edgeApp(), 'shop'))).toThrow(/^shop\/edge: its chart has no namespace/);
});

test('fails to expose through a gateway that sees no requests', () => {
  const edge = edgeIn(edgeChart(), { tls: GatewayTls.passthrough() });
  expect(() => edge._expose(routeTo('web')))
    .toThrow(new Error('edge/edge: passes TLS through, so it sees no requests for "web". Terminate TLS at the gateway: tls: GatewayTls.secret("..."), or expose a port that speaks TLS.'));
});

describe('a port that speaks TLS', () => {
  const HTTPS = { port: 8443, protocol: AppProtocol.HTTPS };
  const webAt = (chart: Chart): MeshService => webIn(new Chart(chart.node.root, 'shop', { namespace: 'shop' }), { morePorts: [HTTPS] });

  test('is exposed by a gateway that passes TLS on, by the name that clients ask for, and split as inside', () => {
    const chart = edgeChart();
    const web = webAt(chart);
    const split = Split.canary({ stable: web.version('v1'), canary: web.addVersion('v2', WEB), weight: Weight.percent(10) });
    web.traffic.onPort(8443).sendTo(split);
    web.exposeVia(edgeIn(chart, { tls: GatewayTls.passthrough() }), { hostname: 'shop.example.com', port: 8443 });
    const [, { spec }] = objectsIn(chart);
    const at = (subset: string): object => ({ host: web.host, port: { number: 8443 }, subset });
    expect(spec).toEqual({
      hosts: ['shop.example.com'],
      gateways: ['istio-ingress/edge'],
      tls: [{ match: [{ sniHosts: ['shop.example.com'] }], route: [{ destination: at('v1'), weight: 90 }, { destination: at('v2'), weight: 10 }] }],
    });
  });

  test('goes to a gateway of somebody else, whatever that does with TLS', () => {
    const chart = edgeChart();
    webAt(chart).exposeVia(IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared'), { hostname: 'shop.example.com', port: 8443 });
    expect(objectsIn(chart)[0].spec.tls).toHaveLength(1);
  });

  test.each<[string, (web: MeshService, chart: Chart) => void]>([
    ['shop/web: has no port 80. Known ports: 8080, 8443. Use the port of the Service, not of its pods.', (web, chart) => (
      web.exposeVia(edgeIn(chart), { hostname: 'shop.example.com', port: 80 })
    )],
    ['shop/web: port 8443 speaks https, which hides the path. Expose a port that speaks HTTP; or TLS, by hostname only.', (web, chart) => (
      web.exposeVia(edgeIn(chart), { hostname: 'shop.example.com', port: 8443, path: PathMatch.below('/') })
    )],
    ['edge/edge, "web" under "shop.example.com": no HTTPRoute of the Kubernetes Gateway API passes TLS through. Use api: GatewayApi.ISTIO.', (web, chart) => {
      const edge = IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared', { api: GatewayApi.KUBERNETES });
      web.exposeVia(edge, { hostname: 'shop.example.com', port: 8443 });
    }],
  ])('fails: %s', (problem, expose) => {
    const chart = edgeChart();
    expect(() => expose(webAt(chart), chart)).toThrow(new Error(problem));
  });

  test('fails on a port that names no host at all', () => {
    const chart = edgeChart();
    const db = webIn(new Chart(chart.node.root, 'shop', { namespace: 'shop' }), { protocol: AppProtocol.MYSQL });
    expect(() => db.exposeVia(edgeIn(chart), { hostname: 'shop.example.com' })).toThrow(new Error(
      'shop/web: port 8080 speaks mysql, which does not show the hostname. Expose a port that speaks HTTP; or TLS, by hostname only.',
    ));
  });
});

describe('in words of the Kubernetes Gateway API', () => {
  const api = GatewayApi.KUBERNETES;

  test('[F035] [F037] [F039] the same is a Gateway of another class, and an HTTPRoute for each hostname', () => {
    const chart = edgeChart();
    edgeIn(chart, { api, gatewayClass: 'edge-class', redirectHttp: false })._expose(routeTo('web', '/web'));
    expect(objectsIn(chart).map(({ apiVersion, kind, metadata, spec }) => [apiVersion, kind, metadata.name, spec.gatewayClassName])).toEqual([
      ['gateway.networking.k8s.io/v1', 'Gateway', 'edge', 'edge-class'], ['gateway.networking.k8s.io/v1', 'HTTPRoute', 'edge.shop.example.com', undefined],
      ['security.istio.io/v1', 'AuthorizationPolicy', 'edge', undefined], ['gateway.networking.k8s.io/v1', 'ReferenceGrant', 'edge.istio-ingress', undefined],
    ]);
  });

  test('[F038] a certificate is got in the namespace of the gateway, where its pods run', () => {
    const chart = edgeChart();
    edgeIn(chart, { api, tls: GatewayTls.certManager('letsencrypt'), redirectHttp: false });
    const [gateway, certificate] = objectsIn(chart);
    expect(gateway.spec.listeners[0].tls.certificateRefs).toEqual([{ name: 'edge-certificate' }]);
    expect(certificate.metadata).toEqual({ name: 'edge-certificate', namespace: 'istio-ingress' });
  });

  test.each([{ podLabels: { istio: 'ingressgateway' } }, { podNamespace: 'istio-system' }, { serviceAccount: 'edge' }])('fails on %j, since the mesh runs the pods', props => {
    expect(() => edgeIn(edgeChart(), { api, ...props })).toThrow(new Error(
      `edge/edge: the mesh runs pods for a gateway of the Kubernetes Gateway API, in its namespace, so ${Object.keys(props)[0]} has no effect. Leave it out, or set api: GatewayApi.ISTIO.`,
    ));
  });

  test.each([{ gatewayClass: 'istio' }, { grantedNamespaces: ['shop'] }, { routesFromAllNamespaces: false }])('fails on %j in words of Istio', props => {
    expect(() => edgeIn(edgeChart(), props)).toThrow(new Error(
      `edge/edge: the mesh runs no pods for a gateway of the Istio API, and routes do not attach to it, so ${Object.keys(props)[0]} has no effect. Leave it out, or set api: GatewayApi.KUBERNETES.`,
    ));
  });
});

test('[F038] the runbook knows where a Secret is wanted, and leaves one of cert-manager to that', () => {
  const pageOf = (props: Partial<IngressGatewayProps>): string => {
    const chart = edgeChart();
    edgeIn(chart, props);
    return Runbook.of(chart).markdown;
  };
  expect(pageOf({ podNamespace: 'gateways' })).toContain('kubectl get secret shop-certificate -n gateways ');
  expect(pageOf({ api: GatewayApi.KUBERNETES })).toContain('kubectl get secret shop-certificate -n istio-ingress ');
  expect(pageOf({ tls: GatewayTls.certManager('letsencrypt') })).toBe('');
});

test.each([
  ['no certificate', GatewayTls.none()], ['a Secret', GatewayTls.secret('shop-certificate')], ['a certificate that is got', GatewayTls.certManager('letsencrypt')],
])('fails on a namespace of pods that cannot be, with %s', (_, tls) => {
  expect(() => edgeIn(edgeChart(), { tls, podNamespace: 'Gateways' })).toThrow(new Error(
    'edge/edge: "Gateways" is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.',
  ));
});

describe('a gateway that somebody else owns', () => {
  test('[F022] renders nothing but the routes that are ours', () => {
    const chart = new Chart(edgeApp(), 'shop', { namespace: 'shop' });
    const edge = IngressGateway.fromName(chart, 'edge', 'istio-system/shared');
    expect([edge.reference, edge.hostnames, objectsIn(chart)]).toEqual(['istio-system/shared', undefined, []]);

    edge._expose(routeTo('web', '/web'));
    expect(objectsIn(chart).map(({ metadata, spec: { hosts, gateways } }) => ({ metadata, hosts, gateways }))).toEqual([
      { metadata: { name: 'shared.shop.example.com', namespace: 'shop' }, hosts: ['shop.example.com'], gateways: ['istio-system/shared'] },
    ]);
  });

  test('may be known to serve some hostnames', () => {
    const edge = IngressGateway.fromName(edgeChart(), 'edge', 'istio-system/shared', { hostnames: ['*.example.org'] });
    expect(edge.hostnames).toEqual(['*.example.org']);
    expect(() => edge._expose(routeTo('web'))).toThrow(/^edge\/edge: does not serve "shop\.example\.com"/);
  });

  test('fails on a namespace of pods that cannot be', () => {
    expect(() => IngressGateway.fromName(edgeChart(), 'edge', 'istio-system/shared', { podNamespace: 'Gateways' })).toThrow(new Error(
      'edge/edge: "Gateways" is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.',
    ));
  });

  test('fails on a name without a namespace', () => {
    expect(() => IngressGateway.fromName(edgeChart(), 'edge', 'shared'))
      .toThrow(new Error('edge/edge: "shared" is not a reference. Write its namespace and its name: "istio-ingress/shared".'));
  });
});

describe('a hostname without a service', () => {
  test('leads elsewhere, but for what a service is exposed under', () => {
    const chart = edgeChart();
    const edge = edgeIn(chart, { hostnames: ['shop.example.com', 'old.example.com'] });
    edge.redirect('old.example.com', { host: 'shop.example.com', status: 308 });
    edge._expose(routeTo('api', '/api', { hostname: 'old.example.com' }));
    expect(objectsIn(chart)[1].spec).toEqual({
      hosts: ['old.example.com'],
      gateways: ['istio-ingress/edge'],
      http: [
        { name: 'api', match: [{ uri: { exact: '/api' } }, { uri: { prefix: '/api/' } }], route: renderedTarget('api') },
        { name: 'redirect', redirect: { authority: 'shop.example.com', redirectCode: 308 } },
      ],
    });
  });

  test('is answered', () => {
    const chart = edgeChart();
    edgeIn(chart).respond('shop.example.com', { status: 503, body: 'back soon' });
    expect(objectsIn(chart)[1].spec.http).toEqual([{ name: 'respond', directResponse: { status: 503, body: { string: 'back soon' } } }]);
  });

  test('leads elsewhere in words of Kubernetes, which have none for answers', () => {
    const chart = edgeChart();
    const edge = edgeIn(chart, { api: GatewayApi.KUBERNETES, hostnames: ['shop.example.com', 'old.example.com'] });
    edge.redirect('old.example.com', { host: 'shop.example.com' });
    const [route] = objectsIn(chart).filter(({ kind, spec }) => kind === 'HTTPRoute' && spec.hostnames?.[0] === 'old.example.com');
    expect(route.spec.rules.map(({ filters }: any) => filters)).toEqual([[{ type: 'RequestRedirect', requestRedirect: { hostname: 'shop.example.com', statusCode: 301 } }]]);
    edge.respond('shop.example.com', { status: 503 });
    expect(() => chart.toJson()).toThrow('rule "respond": responds with 503 itself, which an HTTPRoute of the Kubernetes Gateway API cannot express.');
  });

  test.each<[string, (edge: IngressGateway) => void]>([
    ['edge/edge: does not serve "a.example.com". It serves "shop.example.com". Add the name to its hostnames, or expose under one of them.', edge => edge.redirect('a.example.com', { host: 'b.example.com' })],
    ['edge/edge, redirect of "shop.example.com": a redirect needs a target. Set at least one of scheme, host and path.', edge => edge.redirect('shop.example.com', {})],
    ['edge/edge, respond of "shop.example.com": 20 is not a response status.', edge => edge.respond('shop.example.com', { status: 20 })],
    [
      'edge/edge, respond of "shop.example.com": handles the remaining requests of the hostname, so priority has no effect. Leave it out, or set priority in the traffic of an exposed service.',
      edge => edge.respond('shop.example.com', { status: 503, priority: 1 }),
    ],
    ['edge/edge, "respond" under "shop.example.com": can match the same requests as "redirect"', edge => {
      edge.redirect('shop.example.com', { host: 'b.example.com' });
      edge.respond('shop.example.com', { status: 503 });
    }],
  ])('fails: %s', (problem, say) => {
    expect(() => say(edgeIn(edgeChart()))).toThrow(problem);
  });

  test.each([[{ path: '/new' }], [{ host: 'shop.example.com' }]])('fails on a circle: %j', redirect => {
    const edge = edgeIn(edgeChart());
    edge.redirect('shop.example.com', redirect);
    expect(edge.node.validate()).toEqual([expect.stringContaining('so clients would be redirected in a loop')]);
  });
});
