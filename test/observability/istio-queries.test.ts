import { Chart, Duration } from 'cdk8s';
import { AppProtocol, DashboardVariable, IstioQueries, MeshQuery, MetricGrouping, MetricScope, ObservedSide, Percent, QueryOptions } from '../../lib';
import { seriesSelectors } from '../../lib/inspect/promql/selectors';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';
import { shopChart, WEB, webIn } from '../support/shop-chart';
import { requests, WELL } from '../support/shop-metrics';

const runs = promtoolTest();
let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

const ALL: Readonly<Record<string, (options?: QueryOptions) => MeshQuery>> = {
  requestRate: IstioQueries.requestRate,
  errorRate: IstioQueries.errorRate,
  successRate: IstioQueries.successRate,
  errorShare: IstioQueries.errorShare,
  latencyP50: IstioQueries.latencyP50,
  latencyP90: IstioQueries.latencyP90,
  latencyP99: IstioQueries.latencyP99,
  mutualTlsShare: IstioQueries.mutualTlsShare,
  requestBytes: IstioQueries.requestBytes,
  responseBytes: IstioQueries.responseBytes,
  tcpOpened: IstioQueries.tcpOpened,
  tcpClosed: IstioQueries.tcpClosed,
  tcpSent: IstioQueries.tcpSent,
  tcpReceived: IstioQueries.tcpReceived,
};

describe('the text', () => {
  test('[F077] of success rate, P99 and mutual TLS share counts each request once, by its true labels; and what never was counts as none', () => {
    expect(IstioQueries.successRate().text).toBe('sum(rate(istio_requests_total{reporter="destination",response_code!~"5..",grpc_response_status!~"2|4|12|13|14|15"}[5m])) / (sum(rate(istio_requests_total{reporter="destination"}[5m])) > 0) * 100'
      + ' or (sum(rate(istio_requests_total{reporter="destination"}[5m])) > 0) * 0');
    expect(IstioQueries.latencyP99({ groupBy: [MetricGrouping.SERVICE] }).text)
      .toBe('histogram_quantile(0.99, sum(rate(istio_request_duration_milliseconds_bucket{reporter="destination"}[5m])) by (le, destination_service_name, destination_service_namespace))');
    expect(IstioQueries.mutualTlsShare().text).toBe('sum(rate(istio_requests_total{reporter="destination",connection_security_policy="mutual_tls"}[5m])) / (sum(rate(istio_requests_total{reporter="destination",connection_security_policy!="unknown"}[5m])) > 0) * 100'
      + ' or (sum(rate(istio_requests_total{reporter="destination",connection_security_policy!="unknown"}[5m])) > 0) * 0');
  });

  test.each<[string, QueryOptions, string]>([
    ['a namespace', { scope: MetricScope.inNamespace('shop') }, 'reporter="destination",destination_service_namespace="shop"'],
    ['a service by name', { scope: MetricScope.serviceNamed('shop', 'web') }, 'reporter="destination",destination_service_namespace="shop",destination_service_name="web"'],
    ['a workload', { scope: MetricScope.workload('shop', 'web-v1') }, 'reporter="destination",destination_workload_namespace="shop",destination_workload="web-v1"'],
    ['what a workload asks for', { scope: MetricScope.callsOf('shop', 'web-v1') }, 'reporter="source",source_workload_namespace="shop",source_workload="web-v1"'],
    ['what the called counts of it', { scope: MetricScope.callsOf('shop', 'web-v1'), side: ObservedSide.SERVER }, 'reporter="destination",source_workload_namespace="shop",source_workload="web-v1"'],
    ['what callers see', { side: ObservedSide.CLIENT }, 'reporter="source"'],
    ['waypoints', { waypoints: true }, 'reporter=~"destination|waypoint"'],
    ['what a reader chose', { scope: MetricScope.chosen([DashboardVariable.NAMESPACE, DashboardVariable.SERVICE]) }, 'reporter="destination",destination_service_namespace=~"$namespace",destination_service=~"$service"'],
    ['what a chosen workload asks for', { scope: MetricScope.callsOfChosen([DashboardVariable.WORKLOAD]) }, 'reporter="source",source_workload=~"$workload"'],
  ])('is of %s', (_, options, labels) => {
    expect(IstioQueries.requestRate(options).text.replace(/\[.*/, '')).toBe(`sum(rate(istio_requests_total{${labels}}`);
  });

  test('is of a service, and of one of its versions', () => {
    const web = webIn(chart);
    web.addVersion('v2', WEB);
    expect([MetricScope.service(web), MetricScope.version(web, 'v2')].map(scope => IstioQueries.requestRate({ scope }).text)).toEqual([
      'sum(rate(istio_requests_total{reporter="destination",destination_service_namespace="shop",destination_service_name="web"}[5m]))',
      'sum(rate(istio_requests_total{reporter="destination",destination_service_namespace="shop",destination_service_name="web",destination_version="v2"}[5m]))',
    ]);
  });

  test.each<[Duration, string]>([[Duration.seconds(90), '90s'], [Duration.minutes(5), '5m'], [Duration.hours(6), '6h'], [Duration.days(3), '3d'], [Duration.minutes(60), '1h']])('counts over %p', (window, text) => {
    expect([IstioQueries.requestRate({ window }).text, IstioQueries.requestRate({ window }).window]).toEqual([`sum(rate(istio_requests_total{reporter="destination"}[${text}]))`, window]);
  });

  test('counts over what fits the picture of a dashboard', () => {
    const { text, window } = IstioQueries.requestRate({ scope: MetricScope.chosen() });
    expect([text, window]).toEqual(['sum(rate(istio_requests_total{reporter="destination"}[$__rate_interval]))', undefined]);
  });

  test.each(Object.entries(ALL))('of %s asks for known series, and keeps apart what it says', (_, make) => {
    const query = make({ groupBy: Object.values(MetricGrouping) });
    const selectors = seriesSelectors(query.text);
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.filter(({ metric, matchers }) => !metric.startsWith('istio_') || matchers[0].label !== 'reporter')).toEqual([]);
    expect([...new Set(selectors.map(({ groupings: [{ labels }] }) => labels.filter(label => label !== 'le').join()))]).toEqual([query.labels.join()]);
  });

  test('has a name and a unit of its own', () => {
    const made = Object.values(ALL).map(make => make());
    expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
    expect(made.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      'request-rate reqps', 'error-rate reqps', 'success-rate percent', 'error-share percent', 'latency-p50 ms', 'latency-p90 ms', 'latency-p99 ms', 'mutual-tls-share percent',
      'request-bytes Bps', 'response-bytes Bps', 'tcp-opened cps', 'tcp-closed cps', 'tcp-sent Bps', 'tcp-received Bps',
    ]);
  });
});

describe('the result', () => {
  const FAILED = requests('response_code="500",connection_security_policy="none"');

  runs('is what happened', () => {
    const world = {
      ...WELL,
      [requests()]: '0+54x60',
      [FAILED]: '0+6x60',
      'istio_tcp_connections_opened_total{reporter="destination"}': '0+120x60',
      'istio_tcp_connections_closed_total{reporter="destination"}': '0+60x60',
      'istio_request_bytes_sum{reporter="destination"}': '0+6000x60',
    };
    const service = '{destination_service_name="web",destination_service_namespace="shop"}';
    expect(resultsDiffer(world, [
      [IstioQueries.requestRate(), { '{}': 1 }],
      [IstioQueries.errorRate(), { '{}': 0.1 }],
      [IstioQueries.successRate(), { '{}': 90 }],
      [IstioQueries.errorShare(), { '{}': 10 }],
      [IstioQueries.mutualTlsShare(), { '{}': 90 }],
      [IstioQueries.successRate({ groupBy: [MetricGrouping.SERVICE] }), { [service]: 90 }],
      [IstioQueries.successRate({ groupBy: [MetricGrouping.VERSION], scope: MetricScope.serviceNamed('shop', 'web') }), { '{destination_version="v1"}': 90 }],
      [IstioQueries.successRate({ scope: MetricScope.serviceNamed('shop', 'other') }), {}],
      [IstioQueries.requestRate({ groupBy: [MetricGrouping.RESPONSE_CODE] }), { '{response_code="200"}': 0.9, '{response_code="500"}': 0.1 }],
      [IstioQueries.successRate({ side: ObservedSide.CLIENT }), { '{}': 100 }],
      // Of ten, eight take up to 25 ms, two up to 50: the ninth stands in the middle of these.
      [IstioQueries.latencyP90(), { '{}': 37.5 }],
      [IstioQueries.latencyP50(), { '{}': 15.625 }],
      [IstioQueries.tcpOpened(), { '{}': 2 }],
      [IstioQueries.tcpClosed(), { '{}': 1 }],
      [IstioQueries.requestBytes(), { '{}': 100 }],
    ])).toBe('');
  });

  runs('is none of all, when none ever succeeded or was secured; and nothing, when nobody asks', () => {
    const failing = { [FAILED]: '0+6x60' };
    expect(resultsDiffer(failing, [[IstioQueries.successRate(), { '{}': 0 }], [IstioQueries.mutualTlsShare(), { '{}': 0 }], [IstioQueries.errorShare(), { '{}': 100 }]])).toBe('');
    expect(resultsDiffer({ [requests()]: '0+6x60' }, [[IstioQueries.errorShare(), { '{}': 0 }]])).toBe('');
    expect(resultsDiffer({ [FAILED]: '7x60' }, [[IstioQueries.successRate(), {}]])).toBe('');
  });

  runs('tells calls of gRPC that fail by fault of the service, which HTTP takes for well', () => {
    const call = (status: number): string => requests(`response_code="200",grpc_response_status="${status}"`);
    const world = { [call(0)]: '0+60x60', [call(5)]: '0+30x60', [call(14)]: '0+20x60', [requests('response_code="503",grpc_response_status="14"')]: '0+10x60' };
    const onlyHttp = { grpcFailures: false };
    expect(resultsDiffer(world, [
      [IstioQueries.successRate(), { '{}': 75 }],
      [IstioQueries.errorShare(), { '{}': 25 }],
      [IstioQueries.errorRate(), { '{}': 0.5 }],
      [IstioQueries.errorShare(onlyHttp), { '{}': 8.3333 }],
    ])).toBe('');
  });
});

test('a service that is known to speak HTTP alone fails by status of HTTP, without a word', () => {
  const scope = MetricScope.service(webIn(chart));
  expect(IstioQueries.successRate({ scope }).text).not.toContain('grpc');
  expect(IstioQueries.successRate({ scope, grpcFailures: true }).text).toContain('grpc_response_status!~');
});

test('a service that speaks gRPC fails by status of gRPC, without a word', () => {
  const scope = MetricScope.service(webIn(chart, { protocol: AppProtocol.GRPC }));
  expect(IstioQueries.successRate({ scope }).text).toContain('grpc_response_status!~"2|4|12|13|14|15"');
  expect(IstioQueries.successRate({ scope, grpcFailures: false }).text).not.toContain('grpc');
});

test.each<[string, () => unknown, string]>([
  ['nobody counts beside the pods', () => IstioQueries.requestRate({ scope: MetricScope.service(webIn(chart, { inMesh: false })) }), 'query request-rate: the pods of "shop/web" have no sidecars, so there are no metrics. Query client proxies: side: ObservedSide.CLIENT.'],
  ['connections are no requests', () => IstioQueries.latencyP99({ scope: MetricScope.service(webIn(chart, { protocol: AppProtocol.TCP })) }), 'query latency-p99: the mesh sees no requests to "shop/web", only connections. Query those: tcpOpened, tcpClosed, tcpSent, tcpReceived.'],
  ['callers do not know of mutual TLS', () => IstioQueries.mutualTlsShare({ side: ObservedSide.CLIENT }), 'IstioQueries.mutualTlsShare: client proxies do not count this. Query server proxies: side: ObservedSide.SERVER.'],
  ['nor of that of connections', () => IstioQueries.mutualTlsConnectionShare({ side: ObservedSide.CLIENT }), 'IstioQueries.mutualTlsConnectionShare: client proxies do not count this. Query server proxies: side: ObservedSide.SERVER.'],
  ['all is no part', () => IstioQueries.latency(Percent.of(100)), 'IstioQueries.latency: 100 percent of requests is not a valid percentile. Use less: Percent.of(99).'],
  ['no time', () => IstioQueries.requestRate({ window: Duration.millis(1500) }), 'query request-rate: window cannot be 1500 milliseconds. Use a whole number of seconds, at least one.'],
])('%s: an error', (_, make, message) => {
  expect(make).toThrow(message);
});

test('what connections bring can be asked for of a service of TCP, and what callers see of one without proxies', () => {
  const redis = webIn(chart, { protocol: AppProtocol.TCP });
  expect(IstioQueries.tcpOpened({ scope: MetricScope.service(redis) }).text).toContain('destination_service_name="web"');
  const outside = webIn(shopChart(), { inMesh: false });
  expect(IstioQueries.requestRate({ scope: MetricScope.service(outside), side: ObservedSide.CLIENT }).text).toContain('reporter="source"');
});

test('a part of a percent keeps its digits', () => {
  const { name, text } = IstioQueries.latency(Percent.of(99.9));
  expect([name, text.slice(0, 25)]).toEqual(['latency-p99.9', 'histogram_quantile(0.999,']);
});
