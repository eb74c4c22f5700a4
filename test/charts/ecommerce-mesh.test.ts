import { Duration } from 'cdk8s';
import {
  EcommerceMesh, EcommerceMeshProps, GatewayTls, HttpMethod, Istio, LoadBalancing, MeshApp,
  MeshPlatform, MeshService, Percent, ShopPart, Split, TraceSink, Weight,
} from '../../lib';
import { findingsOf } from '../support/published-findings';
import { refusals } from '../support/valid';

const app = (): MeshApp => new MeshApp({ mesh: Istio.mesh() });

function shopIn(props: Partial<EcommerceMeshProps> = {}, root = app()): EcommerceMesh {
  return new EcommerceMesh(root, 'ecommerce', { tls: GatewayTls.none(), ...props });
}

function objects(shop: EcommerceMesh, kind: string): any[] {
  return (shop.toJson()).filter(object => object.kind === kind);
}

function named(shop: EcommerceMesh, kind: string, name: string): any {
  return objects(shop, kind).find(({ metadata }) => metadata.name === name)?.spec;
}

describe('the shop', () => {
  test('[F132] is the whole of the document, with its numbers', () => {
    const shop = shopIn({ gatewayPodNamespace: 'istio-system' });
    expect(objects(shop, 'Namespace').map(({ metadata: { name, labels } }) => [name, labels])).toEqual([['ecommerce', { 'istio-injection': 'enabled' }]]);
    expect(objects(shop, 'Deployment').map(({ metadata: { name }, spec: { replicas } }) => [name, replicas])).toEqual([
      ['frontend-v1', 2], ['api-gateway-v1', 3], ['product-service-v1', 5], ['product-service-v2', 1],
      ['order-service-v1', 3], ['inventory-service-v1', 2], ['payment-service-v1', 2], ['user-service-v1', 2],
    ]);
    const services = ['frontend', 'api-gateway', 'product-service', 'order-service', 'inventory-service', 'payment-service', 'user-service'];
    expect(['Service', 'ServiceAccount'].map(kind => objects(shop, kind).map(({ metadata: { name } }) => name))).toEqual([services, services]);
    expect(named(shop, 'Gateway', 'ecommerce-gateway').servers[0].hosts).toEqual(['ecommerce.example.com']);
    const [reads, api] = named(shop, 'VirtualService', 'ecommerce-gateway.ecommerce.example.com').http;
    expect([reads.match, reads.route[0].destination.host, reads.timeout, reads.retries.attempts, reads.retries.perTryTimeout]).toEqual([
      [{ uri: { prefix: '/api' }, method: { exact: 'GET' } }], 'api-gateway.ecommerce.svc.cluster.local', '30s', 3, '7s',
    ]);
    expect([api.match, api.route, api.timeout]).toEqual([[{ uri: { prefix: '/api' } }], reads.route, '30s']);
    const { http: [{ route }] } = named(shop, 'VirtualService', 'product-service');
    expect(route.map(({ destination: { subset }, weight }: any) => [subset, weight])).toEqual([['v1', 90], ['v2', 10]]);
    expect(named(shop, 'DestinationRule', 'product-service').trafficPolicy).toEqual({
      loadBalancer: { consistentHash: { httpHeaderName: 'x-user-id' } },
      connectionPool: { tcp: { maxConnections: 100 }, http: { http1MaxPendingRequests: 10, maxRequestsPerConnection: 2 } },
      outlierDetection: expect.objectContaining({ consecutive5xxErrors: 5, interval: '30s', baseEjectionTime: '30s' }),
    });
    expect(objects(shop, 'PeerAuthentication').map(({ spec }) => spec)).toEqual([{ mtls: { mode: 'STRICT' } }]);
    expect(named(shop, 'AuthorizationPolicy', 'product-service').rules).toEqual([{
      from: [{ source: { principals: ['cluster.local/ns/ecommerce/sa/api-gateway'] } }], to: [{ operation: { methods: ['GET', 'POST'] } }],
    }]);
  });

  test('[F133] edges are access rules by identity, accounts, and what proxies know of hosts', () => {
    const shop = shopIn();
    const from = (name: string): object => ({ from: [{ source: { principals: [`cluster.local/ns/ecommerce/sa/${name}`] } }] });
    const to = (methods: string[], ...paths: string[]): object => ({ to: [{ operation: { methods, ...paths.length > 0 ? { paths } : {} } }] });
    const gateway = from('istio-ingressgateway');
    const both = ['GET', 'POST'];
    expect(Object.fromEntries(objects(shop, 'AuthorizationPolicy').map(({ metadata: { name }, spec: { rules } }) => [name, rules]))).toEqual({
      'ecommerce-gateway': [{}],
      'frontend': [gateway],
      'api-gateway': [{ ...from('frontend'), ...to(both, '/api', '/api/*') }, gateway],
      'product-service': [{ ...from('api-gateway'), ...to(both) }],
      'order-service': [{ ...from('api-gateway'), ...to(both, '/orders', '/orders/*', '/api/order', '/api/order/*') }],
      'payment-service': [{ ...from('api-gateway'), ...to(['POST']) }],
      'user-service': [{ ...from('api-gateway'), ...to(['GET'], '/api/user', '/api/user/*') }],
      'inventory-service': [{ ...from('order-service'), ...to(both, '/check', '/check/*') }],
    });
    expect(objects(shop, 'Deployment').map(({ metadata: { name }, spec: { template } }) => [name, template.spec.serviceAccountName])).toEqual([
      ['frontend-v1', 'frontend'], ['api-gateway-v1', 'api-gateway'], ['product-service-v1', 'product-service'], ['product-service-v2', 'product-service'],
      ['order-service-v1', 'order-service'], ['inventory-service-v1', 'inventory-service'], ['payment-service-v1', 'payment-service'], ['user-service-v1', 'user-service'],
    ]);
    const hosts = (...names: string[]): string[] => [...names.map(name => `ecommerce/${name}.ecommerce.svc.cluster.local`), 'istio-system/*'];
    expect(Object.fromEntries(objects(shop, 'Sidecar').map(({ metadata: { name }, spec }) => [name, spec.egress[0].hosts]))).toEqual({
      'frontend': hosts('api-gateway'),
      'api-gateway': hosts('order-service', 'payment-service', 'product-service', 'user-service'),
      'order-service': hosts('inventory-service'),
    });
  });

  test('the gateway is let in by its account alone, and elsewhere by its namespace, unless its account is said', () => {
    const callers = (props: Partial<EcommerceMeshProps>): unknown => named(shopIn(props), 'AuthorizationPolicy', 'frontend').rules[0].from[0].source;
    expect(callers({ gatewayServiceAccount: 'edge' })).toEqual({ principals: ['cluster.local/ns/ecommerce/sa/edge'] });
    expect(callers({ gatewayPodNamespace: 'istio-system' })).toEqual({ namespaces: ['istio-system'] });
    expect(callers({ gatewayPodNamespace: 'istio-system', gatewayServiceAccount: 'istio-ingressgateway-service-account' })).toEqual({
      principals: ['cluster.local/ns/istio-system/sa/istio-ingressgateway-service-account'],
    });
  });

  test('TLS ends at the gateway, which sends plain HTTP there', () => {
    expect(named(shopIn({ tls: GatewayTls.secret('shop-certificate') }), 'Gateway', 'ecommerce-gateway').servers).toEqual([
      { hosts: ['ecommerce.example.com'], port: { name: 'http', number: 80, protocol: 'HTTP' }, tls: { httpsRedirect: true } },
      { hosts: ['ecommerce.example.com'], port: { name: 'https', number: 443, protocol: 'HTTPS' }, tls: expect.objectContaining({ mode: 'SIMPLE', credentialName: 'shop-certificate' }) },
    ]);
  });

  test('no port is open for plain HTTP where it is not sent there, so that cert-manager can answer an HTTP-01 challenge', () => {
    const servers = (gatewayRedirectHttp?: boolean): unknown => (
      named(shopIn({ tls: GatewayTls.certManager('letsencrypt'), gatewayRedirectHttp }), 'Gateway', 'ecommerce-gateway').servers.map(({ port }: any) => port.number)
    );
    expect([servers(), servers(true), servers(false)]).toEqual([[80, 443], [80, 443], [443]]);
  });

  test('a redirect without TLS is refused by the gateway', () => {
    expect(() => shopIn({ gatewayRedirectHttp: true })).toThrow(new Error(
      'ecommerce/ecommerce-gateway: without TLS there is no HTTPS, so redirectHttp has no effect. Leave it out, or name a certificate: tls: GatewayTls.secret("...").',
    ));
  });

  test('[F134] orders are 3 pods, asked for their health after 10 and 5 seconds, and reached at /orders in 3 seconds: three tries of one second each', () => {
    const shop = shopIn({ apiHostname: 'api.example.com' });
    const { replicas, template: { spec: { containers: [{ livenessProbe, readinessProbe, resources }] } } } = named(shop, 'Deployment', 'order-service-v1');
    expect([replicas, [livenessProbe, readinessProbe].map(({ httpGet: { path }, initialDelaySeconds }) => [path, initialDelaySeconds])]).toEqual([3, [['/health', 10], ['/health', 5]]]);
    expect(resources).toEqual({ requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } });
    const { hosts, http: [reads, orders] } = named(shop, 'VirtualService', 'ecommerce-gateway.api.example.com');
    expect([hosts, reads.match, reads.timeout, reads.retries.attempts, reads.retries.perTryTimeout]).toEqual([
      ['api.example.com'], [{ uri: { prefix: '/orders' }, method: { exact: 'GET' } }], '3s', 2, '1s',
    ]);
    expect([orders.match, orders.timeout]).toEqual([[{ uri: { prefix: '/orders' } }], '3s']);
  });

  test('what reads is tried again after a try that took too long; of all else, what nobody has processed', () => {
    for (const name of ['api-gateway', 'order-service']) {
      const [reads, rest] = named(shopIn(), 'VirtualService', name).http.map(({ retries }: any) => [retries.attempts, retries.perTryTimeout !== undefined, retries.retryOn]);
      expect(reads).toEqual([rest[0], true, 'gateway-error,reset,connect-failure,refused-stream']);
      expect(rest.slice(1)).toEqual([false, 'connect-failure,refused-stream,reset-before-request']);
    }
  });

  test('retries that are said hold for all requests', () => {
    const { http } = named(shopIn({ order: { retry: { attempts: 1 } } }), 'VirtualService', 'order-service');
    expect(http.map(({ name, retries }: any) => [name, retries.attempts])).toEqual([['default', 1]]);
  });

  test('[F135] users and orders answer the API gateway at their paths, at port 8080', () => {
    const shop = shopIn();
    const paths = (name: string): string[] => named(shop, 'AuthorizationPolicy', name).rules.flatMap((rule: any) => rule.to[0].operation.paths);
    expect(paths('user-service')).toEqual(['/api/user', '/api/user/*']);
    expect(paths('order-service')).toEqual(['/orders', '/orders/*', '/api/order', '/api/order/*']);
    expect(objects(shop, 'Service').map(({ spec }) => spec.ports[0].port)).toEqual([8080, 8080, 8080, 8080, 8080, 8080, 8080]);
  });

  test.each([['no TLS', GatewayTls.none()], ['a Secret', GatewayTls.secret('shop')], ['cert-manager', GatewayTls.certManager('letsencrypt')]])(
    'is taken by an API server, and nothing is wrong with it: %s', (_what, tls) => {
      const findings = findingsOf(outdir => {
        const root = new MeshApp({ mesh: Istio.mesh(), outdir });
        new MeshPlatform(root, 'platform');
        shopIn({ tls, apiHostname: 'api.example.com' }, root);
        expect(refusals({ 'shop.yaml': root.synthYaml() })).toEqual([]);
        root.synth();
      });
      // The hash holds within a version, as the props say.
      expect(findings).toEqual([expect.stringMatching(/^MESH025 /)]);
    },
  );

  test('looks like this', () => {
    expect(shopIn({ tls: GatewayTls.secret('shop-certificate') }).toJson()).toMatchSnapshot();
  });
});

describe('what is said otherwise', () => {
  test('every number is a default', () => {
    const shop = shopIn({
      namespace: 'store',
      hostname: 'store.example.com',
      apiGateway: { image: 'registry.example.com/api:2.0.0', replicas: 1, timeout: Duration.seconds(10), retry: { attempts: 0 } },
      product: { replicas: 8 },
      productCanary: Weight.percent(25),
      productEjection: { consecutive5xxErrors: 3, maxEjection: Percent.of(20) },
      productLimits: { maxConnections: 10 },
      productLoadBalancing: LoadBalancing.leastRequest(),
      productV2: { image: 'registry.example.com/products:3.0.0' },
    });
    const [api] = named(shop, 'VirtualService', 'ecommerce-gateway.store.example.com').http;
    expect([api.timeout, api.retries.attempts]).toEqual(['10s', 0]);
    expect(named(shop, 'VirtualService', 'product-service').http[0].route.map(({ weight }: any) => weight)).toEqual([75, 25]);
    expect(named(shop, 'DestinationRule', 'product-service').trafficPolicy).toEqual({
      loadBalancer: { simple: 'LEAST_REQUEST' }, connectionPool: { tcp: { maxConnections: 10 } }, outlierDetection: expect.objectContaining({ consecutive5xxErrors: 3, maxEjectionPercent: 20 }),
    });
    const containers = (name: string): any => named(shop, 'Deployment', name).template.spec.containers[0];
    expect([containers('api-gateway-v1').image, containers('product-service-v2').image]).toEqual(['registry.example.com/api:2.0.0', 'registry.example.com/products:3.0.0']);
    expect([named(shop, 'Deployment', 'api-gateway-v1').replicas, named(shop, 'Deployment', 'product-service-v1').replicas, shop.namespace]).toEqual([1, 8, 'store']);
  });

  test('services, edges and versions are added to it', () => {
    const shop = shopIn({ without: [ShopPart.PRODUCT_CANARY] });
    const reviews = new MeshService(shop, 'reviews', { image: 'registry.example.com/reviews:1.0.0', port: 8080 });
    shop.product.calls(reviews, { methods: [HttpMethod.GET] });
    const versions = ['v2', 'v3'].map(name => shop.product.addVersion(name, { image: `registry.example.com/products:${name}` }));
    shop.product.traffic.sendTo(Split.between(...[shop.product.version('v1'), ...versions].map((version, index) => version.weighted(Weight.percent([80, 10, 10][index])))));
    expect(named(shop, 'VirtualService', 'product-service').http[0].route.map(({ weight }: any) => weight)).toEqual([80, 10, 10]);
    expect(named(shop, 'AuthorizationPolicy', 'reviews').rules[0].from[0].source.principals).toEqual(['cluster.local/ns/ecommerce/sa/product-service']);
  });

  test('a part is left out with its edges, and asking for it says so', () => {
    const shop = shopIn({ without: [ShopPart.PAYMENT, ShopPart.GATEWAY, ShopPart.PRODUCT] });
    expect(objects(shop, 'Service').map(({ metadata: { name } }) => name)).toEqual(['frontend', 'api-gateway', 'order-service', 'inventory-service', 'user-service']);
    expect([objects(shop, 'Gateway'), named(shop, 'Sidecar', 'api-gateway').egress[0].hosts.join()]).toEqual([[], expect.not.stringContaining('payment')]);
    expect(() => shop.payment).toThrow(new Error('ecommerce: has no payment-service, which was left out. Remove it from without: [...].'));
    expect(() => shop.gateway).toThrow(new Error('ecommerce: has no ecommerce-gateway, which was left out. Remove it from without: [...].'));
  });

  test.each<[keyof EcommerceMeshProps, ShopPart, Partial<EcommerceMeshProps>]>([
    ['productCanary', ShopPart.PRODUCT_CANARY, { productCanary: Weight.percent(25) }],
    ['productV2', ShopPart.PRODUCT_CANARY, { productV2: { replicas: 2 } }],
    ['productLimits', ShopPart.PRODUCT, { productLimits: { maxConnections: 10 } }],
    ['payment', ShopPart.PAYMENT, { payment: { replicas: 3 } }],
    ['hostname', ShopPart.GATEWAY, { hostname: 'shop.example.com' }],
    ['gatewayServiceAccount', ShopPart.GATEWAY, { gatewayServiceAccount: 'edge' }],
    ['gatewayRedirectHttp', ShopPart.GATEWAY, { gatewayRedirectHttp: false }],
    ['apiHostname', ShopPart.ORDER, { apiHostname: 'api.example.com' }],
  ])('%s says nothing where %s is left out', (name, part, props) => {
    expect(() => shopIn({ without: [part], ...props })).toThrow(new Error(
      `ecommerce: ${name} configures ${part}, which is left out. Remove it from without: [...], or leave ${name} out.`,
    ));
  });

  test('TLS has to be said of the gateway', () => {
    expect(() => new EcommerceMesh(app(), 'ecommerce', {} as EcommerceMeshProps)).toThrow(new Error(
      'ecommerce: the TLS mode of the gateway is not set. Set tls: GatewayTls.secret("shop-certificate"), GatewayTls.certManager("letsencrypt") or GatewayTls.none().',
    ));
  });

  test('traces go where it is said', () => {
    const root = app();
    const platform = new MeshPlatform(root, 'platform');
    const traces = TraceSink.openTelemetry('otel', { host: 'otel.observability.svc.cluster.local' });
    platform.addTraceSink(traces);
    expect(objects(shopIn({ traces }, root), 'Telemetry').map(({ spec }) => spec)).toEqual([{ tracing: [{ providers: [{ name: 'otel' }] }] }]);
  });
});
