import { App, Chart, Duration } from 'cdk8s';
import {
  AppProtocol, DataPlaneMode, GatewayApi, GatewayTls, HttpMethod, IngressGateway, IngressGatewayProps, Istio, Linkerd, Match, Mesh, MeshApp,
  MeshService, PathMatch, ProxyRateLimit, ProxyRateLimitProps, RequestRate, Runbook,
} from '../../lib';
import { FILTER_MARK } from '../../lib/istio/render/marks-for-checks';
import { objectsOf, shopChart, specOf, webIn } from '../support/shop-chart';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

function limitOf(props: Partial<ProxyRateLimitProps> = {}): ProxyRateLimit {
  return new ProxyRateLimit(chart, 'web-limit', { workload: webIn(chart), requestsPerProxy: 100, ...props });
}

function gatewayIn(scope: Chart, props: Partial<IngressGatewayProps> = {}): IngressGateway {
  return new IngressGateway(scope, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), ...props });
}

function chartOf(mesh: Mesh): Chart {
  return new Chart(new MeshApp({ mesh }), 'shop', { namespace: 'shop' });
}

/** What is put into the proxies. */
function configuration(): any {
  return specOf(chart, 'EnvoyFilter').configPatches[0].patch.value.typed_config;
}

describe('a rate limit of proxies', () => {
  test('[F089] stands in the proxies of a service, before the request is sent on, and is enforced', () => {
    limitOf({ burst: 200 });
    expect(objectsOf(chart, 'EnvoyFilter')).toEqual([{
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata: { name: 'web-limit', namespace: 'shop', annotations: { 'cdk8s-mesh/suppress': FILTER_MARK } },
      spec: {
        workloadSelector: { labels: { app: 'web' } },
        priority: 10,
        configPatches: [{
          applyTo: 'HTTP_FILTER',
          match: {
            context: 'SIDECAR_INBOUND',
            listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name: 'envoy.filters.http.router' } } } },
          },
          patch: {
            operation: 'INSERT_BEFORE',
            value: {
              name: 'envoy.filters.http.local_ratelimit',
              typed_config: {
                '@type': 'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit',
                'stat_prefix': 'web-limit',
                'token_bucket': { max_tokens: 200, tokens_per_fill: 100, fill_interval: '1s' },
                'filter_enabled': { default_value: { numerator: 100, denominator: 'HUNDRED' } },
                'filter_enforced': { default_value: { numerator: 100, denominator: 'HUNDRED' } },
                'enable_x_ratelimit_headers': 'DRAFT_VERSION_03',
                'rate_limited_as_resource_exhausted': true,
              },
            },
          },
        }],
      },
    }]);
  });

  test('lies where the pods are, whatever the namespace of its chart', () => {
    const limits = new Chart(chart.node.root, 'limits', { namespace: 'platform' });
    new ProxyRateLimit(limits, 'web-limit', { workload: webIn(chart), requestsPerProxy: 100 });
    expect(objectsOf(limits, 'EnvoyFilter')[0].metadata).toMatchObject({ name: 'web-limit', namespace: 'shop' });
  });

  test('stands in gateways, by the labels of their pods or by name', () => {
    const [labelled, named] = [
      gatewayIn(chart, { tls: GatewayTls.secret('shop'), podNamespace: 'istio-ingress' }),
      gatewayIn(new Chart(chart.node.root as App, 'edges', { namespace: 'edges' }), { api: GatewayApi.KUBERNETES }),
    ].map((workload, index) => new ProxyRateLimit(chart, `limit-${index}`, { workload, requestsPerProxy: 100 }));
    const contextOf = ({ spec }: any): string => spec.configPatches[0].match.context;
    const [ofLabels, ofName] = objectsOf(chart, 'EnvoyFilter');
    expect([labelled.node.id, ofLabels.metadata.namespace, ofLabels.spec.workloadSelector, contextOf(ofLabels)])
      .toEqual(['limit-0', 'istio-ingress', { labels: { istio: 'ingressgateway' } }, 'GATEWAY']);
    expect([named.node.id, ofName.metadata.namespace, ofName.spec.targetRefs, ofName.spec.workloadSelector, contextOf(ofName)])
      .toEqual(['limit-1', 'edges', [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }], undefined, 'GATEWAY']);
  });

  test('stands in gateways of ambient mode, but not in pods of services', () => {
    chart = chartOf(Istio.mesh({ mode: DataPlaneMode.AMBIENT }));
    new ProxyRateLimit(chart, 'edge-limit', { workload: gatewayIn(chart, { api: GatewayApi.KUBERNETES }), requestsPerProxy: 100 });
    expect(objectsOf(chart, 'EnvoyFilter')).toHaveLength(1);
    expect(() => limitOf()).toThrow('shop/web-limit: a rate limit of proxies cannot be rendered for Istio 1.30 in ambient mode. Pods of services have no proxies of their own there. Set it on a gateway, or run sidecars: leave out DataPlaneMode.AMBIENT.');
  });

  test('is of Istio alone', () => {
    chart = chartOf(Linkerd.mesh());
    const workload = MeshService.adopt(shopChart(), 'web', { port: 80, podLabels: { app: 'web' } });
    expect(() => limitOf({ workload })).toThrow('shop/web-limit: a rate limit of proxies cannot be rendered for Linkerd. Only Istio supports it: leave it out, or use Istio.mesh({...}).');
  });

  test('needs pods whose requests the mesh sees', () => {
    const database = new MeshService(chart, 'db', { image: 'registry.example.com/db:1.0', port: 5432, protocol: AppProtocol.TCP });
    expect(() => limitOf({ workload: database })).toThrow(
      'shop/web-limit: the mesh sees no requests at the ports of the service, 5432 (tcp), so a rate limit of proxies has no effect. Set what they speak, such as protocol: AppProtocol.HTTP, or leave it out.',
    );
  });

  test('may tell clients nothing, and have another name', () => {
    limitOf({ clientHeaders: false, limitName: 'calm' });
    expect([configuration().enable_x_ratelimit_headers, configuration().stat_prefix]).toEqual([undefined, 'calm']);
  });

  test.each<[unknown, RequestRate]>([
    [{ max_tokens: 10, tokens_per_fill: 10, fill_interval: '60s' }, { requestsPerProxy: 10, interval: Duration.minutes(1) }],
    [{ max_tokens: 1, tokens_per_fill: 10, fill_interval: '0.05s' }, { requestsPerProxy: 10, burst: 1, interval: Duration.millis(50) }],
    [{ max_tokens: 10, tokens_per_fill: 10, fill_interval: '1.5s' }, { requestsPerProxy: 10, interval: Duration.millis(1500) }],
  ])('counts in %j', (bucket, rate) => {
    limitOf(rate);
    expect(configuration().token_bucket).toEqual(bucket);
  });

  test.each<[string, Partial<ProxyRateLimitProps>]>([
    ['shop/web-limit: requestsPerProxy cannot be 0. Use a whole number from 1 to 2147483647.', { requestsPerProxy: 0 }],
    ['shop/web-limit: burst cannot be 1.5. Use a whole number from 1 to 2147483647.', { burst: 1.5 }],
    ['shop/web-limit: interval cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.', { interval: Duration.millis(0) }],
    ['shop/web-limit: interval cannot be 49 milliseconds, because proxies need at least 50. Allow fewer requests in a longer interval, such as Duration.seconds(1).', { interval: Duration.millis(49) }],
    ['shop/web-limit: "Web" is not a valid name of a rate limit. Use lowercase letters, digits and inner hyphens, no dots, and at most 63 characters.', { limitName: 'Web' }],
  ])('fails with "%s"', (problem, props) => {
    expect(() => limitOf(props)).toThrow(problem);
  });

  test('is said once of the same pods, and under a name of its own', () => {
    limitOf();
    const workload = MeshService.adopt(chart, 'same', { port: 80, podLabels: { app: 'web' } });
    const other = MeshService.adopt(chart, 'other', { port: 80, podLabels: { app: 'other' } });
    expect(() => new ProxyRateLimit(chart, 'again', { workload, requestsPerProxy: 1 })).toThrow(
      'shop/again: "shop/web-limit" limits the requests of the same pods, but clients would see only one of the two. Set one limit, and restrict some of the requests: restrict("...", Match.path(...), {...}).',
    );
    expect(() => new ProxyRateLimit(chart, 'named', { workload: other, requestsPerProxy: 1, limitName: 'web-limit' })).toThrow(
      'shop/named: "shop/web-limit" renders the EnvoyFilter "web-limit" in the namespace "shop" already, and one would replace the other. Give one of the two another name.',
    );
  });

  test('is in the runbook, with how one sees it after an upgrade', () => {
    limitOf();
    const [, page] = Runbook.of(chart).markdown.split('## Filters of proxies');
    expect(page).toContain('coupled to the version of the proxy');
    expect(page).toContain([
      '### EnvoyFilter shop/web-limit',
      '',
      '```sh',
      '# a line for each pod: at how many places its proxy has the filter; 0 is none',
      'for POD in $(kubectl get pods -n shop -l app=web -o name); do echo "$POD $(kubectl exec -n shop "$POD" -c istio-proxy -- pilot-agent request GET config_dump | grep -cF \'"stat_prefix": "web-limit"\')"; done',
      '```',
    ].join('\n'));
  });
});

describe('a restriction', () => {
  test('[F089] lets fewer of some requests through, which the limit of all counts as well', () => {
    limitOf().restrict('logins', Match.all(Match.method(HttpMethod.POST), Match.path(PathMatch.exact('/login'))), { requestsPerProxy: 5, interval: Duration.minutes(1) });
    expect(configuration()).toMatchObject({
      always_consume_default_token_bucket: true,
      rate_limits: [{
        actions: [{
          header_value_match: {
            descriptor_key: 'restriction',
            descriptor_value: 'logins',
            headers: [{ name: ':method', string_match: { exact: 'POST' } }, { name: ':path', string_match: { safe_regex: { regex: '/login([?].*)?' } } }],
          },
        }],
      }],
      descriptors: [{
        entries: [{ key: 'restriction', value: 'logins' }],
        token_bucket: { max_tokens: 5, tokens_per_fill: 5, fill_interval: '60s' },
      }],
    });
  });

  test('has a way for each alternative', () => {
    limitOf().restrict('writes', Match.method(HttpMethod.POST, HttpMethod.PUT), { requestsPerProxy: 5 });
    expect(configuration().rate_limits.map(({ actions: [{ header_value_match: { headers } }] }: any) => headers)).toEqual([
      [{ name: ':method', string_match: { exact: 'POST' } }], [{ name: ':method', string_match: { exact: 'PUT' } }],
    ]);
    expect(configuration().descriptors).toHaveLength(1);
  });

  test('stands by its name, in whatever order it is said', () => {
    const limit = limitOf();
    ['writes', 'logins'].forEach(name => limit.restrict(name, Match.header('x-kind', name), { requestsPerProxy: 5 }));
    expect(configuration().descriptors.map(({ entries: [{ value }] }: any) => value)).toEqual(['logins', 'writes']);
  });

  test('has a name, which no other has', () => {
    const limit = limitOf();
    const restrict = (name: string) => () => limit.restrict(name, Match.method(HttpMethod.POST), { requestsPerProxy: 5 });
    restrict('writes')();
    expect(restrict('writes')).toThrow('shop/web-limit, restriction "writes": this name is already in use. Give each its own name.');
    expect(restrict('Writes!')).toThrow('shop/web-limit: "Writes!" is not a valid name of a restriction.');
  });
});
