import { Duration } from 'cdk8s';
import { dump, load } from 'js-yaml';
import { AlertRule, IstioQueries, MeshQuery, MeshRules, MetricGrouping, MetricScope, MetricUnit, ObservedSide, OpenTelemetryCollector, Percent, Prometheus, RuleThresholds, ServiceObjective } from '../../lib';
import { promtoolSays, promtoolTest } from '../support/promtool';
import { objectsOf, shopChart, webIn } from '../support/shop-chart';
import { bucket, requests, Samples, timed, WELL } from '../support/shop-metrics';
import { stackChart } from '../support/stack-chart';

const runs = promtoolTest();
const FAILED = requests('response_code="500",connection_security_policy="mutual_tls"');

function connections(policy: string): string {
  return `istio_tcp_connections_opened_total{reporter="destination",destination_service_name="db",destination_service_namespace="shop",connection_security_policy="${policy}"}`;
}

/** As it comes by way of a proxy. */
function uptime(app: string, pod: string): string {
  return `otelcol_process_uptime_total{job="envoy-stats",namespace="observability",app="${app}",pod="${pod}"}`;
}

type Expected = Readonly<Record<string, readonly [labels: string, value: number][]>>;

/** What is wrong after twenty minutes, or what promtool says against it; no difference: an empty text. */
function difference(rules: MeshRules, world: Samples, expected: Expected, at = '20m'): string {
  const input = Object.entries(world).map(([series, values]) => ({ series, values }));
  const tests = Object.entries(expected).map(([expr, samples]) => ({
    expr,
    eval_time: at,
    exp_samples: samples.map(([labels, value]) => ({ labels, value })),
  }));
  const test = { rule_files: ['mesh-rules.yaml'], evaluation_interval: '1m', tests: [{ interval: '1m', input_series: input, promql_expr_test: tests }] };
  return promtoolSays(['test', 'rules', 'test.yaml'], { ...rules.files, 'test.yaml': dump(test) });
}

function fires(rules: MeshRules, world: Samples, names: readonly string[], at?: string): string {
  const firing = 'count by (alertname) (ALERTS{alertstate="firing"})';
  return difference(rules, world, { [firing]: names.map(name => [`{alertname="${name}"}`, 1] as const) }, at);
}

function groupsOf(rules: MeshRules): any[] {
  return (load(rules.files['mesh-rules.yaml']) as any).groups;
}

const CALLED = 'callers:success_rate:5m{destination_service_name!~"BlackHoleCluster|PassthroughCluster"}';
const SAME = 'on (destination_service_name, destination_service_namespace)';

/** What callers of a host outside count, which counts nothing itself. */
function outside(code: number): string {
  return `istio_requests_total{reporter="source",destination_service_name="api.stripe.com",destination_service_namespace="shop",destination_workload="unknown",response_code="${code}"}`;
}

describe('the standard rules', () => {
  const rules = MeshRules.standard();

  test('[F078] tell of success below 99 percent, a P99 above 500 ms, mutual TLS below 100 percent, and of what mesh and collector cannot do', () => {
    const [records, alerts] = groupsOf(rules);
    expect(alerts.rules.map(({ alert, expr, for: time, labels }: any) => [alert, expr, time, labels.severity])).toEqual([
      ['MeshLowSuccessRate', '(service:success_rate:5m) < 99', '5m', 'critical'],
      ['MeshUnreachable', `(${CALLED} unless ${SAME} (service:success_rate:5m < 99) and ${SAME} last_over_time(service:request_rate:5m[1d])) < 99`, '5m', 'critical'],
      ['MeshFailsForCallers', `(${CALLED} unless ${SAME} last_over_time(service:request_rate:5m[1d])) < 99`, '5m', 'warning'],
      ['MeshHighLatency', '(service:latency_p99:5m) > 500', '5m', 'warning'],
      ['MeshPlainText', '(round(service:mutual_tls_share:5m, 0.0001)) < 100', '5m', 'warning'],
      ['MeshPlainTextConnections', '(round(service:mutual_tls_connection_share:5m, 0.0001)) < 100', '5m', 'warning'],
      ['MeshPushErrors', '(sum(rate(pilot_total_xds_rejects[5m]) or rate(pilot_total_xds_internal_errors[5m]))) > 0', '5m', 'warning'],
      ['MeshNoConnectedProxies', '(sum(pilot_xds) or vector(0)) < 1', '5m', 'critical'],
      ['MeshTargetDown', '((1 - avg(up{job=~"(.+/)?(istiod|envoy-stats)([-/].+)?"}) by (job)) * 100) > 10', '10m', 'warning'],
      ...[['Spans', 'spans'], ['Metrics', 'metric_points'], ['Logs', 'log_records']].flatMap(([name, what]) => [
        [`CollectorRefuses${name}`, `(sum(rate({__name__=~"otelcol_receiver_refused_${what}(_total)?"}[5m])) by (namespace, pod, receiver)) > 0`, '5m', 'warning'],
        [`CollectorLoses${name}`, `(sum(rate({__name__=~"otelcol_exporter_send_failed_${what}(_total)?"}[5m])) by (namespace, pod, exporter)) > 0`, '5m', 'warning'],
        [`CollectorDrops${name}`, `(sum(rate({__name__=~"otelcol_exporter_enqueue_failed_${what}(_total)?"}[5m])) by (namespace, pod, exporter)) > 0`, '5m', 'warning'],
      ]),
      ['CollectorQueueFills', '(max(otelcol_exporter_queue_size) by (namespace, pod, exporter) / max(otelcol_exporter_queue_capacity) by (namespace, pod, exporter) * 100) > 80', '5m', 'warning'],
      ['CollectorAbsent', '(count(last_over_time({__name__=~"otelcol_process_uptime(_seconds)?(_total)?"}[1d])) by (job, namespace, app) unless count({__name__=~"otelcol_process_uptime(_seconds)?(_total)?"}) by (job, namespace, app)) > 0', '10m', 'warning'],
    ]);
    expect(records.rules.map(({ record }: any) => record)).toEqual(['service:success_rate:5m', 'service:latency_p99:5m', 'service:mutual_tls_share:5m', 'service:mutual_tls_connection_share:5m', 'callers:success_rate:5m', 'service:request_rate:5m', 'service:latency_p50:5m']);
    expect(alerts.rules.filter(({ annotations }: any) => Object.keys(annotations).join() !== 'summary,description,runbook')).toEqual([]);
  });

  test('ask for what the catalogue asks for', () => {
    const options = { groupBy: [MetricGrouping.SERVICE], waypoints: true };
    const [{ rules: records }] = groupsOf(rules);
    expect(records.map(({ expr }: any) => expr)).toEqual([
      IstioQueries.successRate(options), IstioQueries.latencyP99(options), IstioQueries.mutualTlsShare(options),
      IstioQueries.mutualTlsConnectionShare(options), IstioQueries.successRate({ ...options, side: ObservedSide.CLIENT }),
      IstioQueries.requestRate(options), IstioQueries.latencyP50(options),
    ].map(({ text }) => text));
  });

  runs('are what a Prometheus takes', () => {
    expect(promtoolSays(['check', 'rules', 'mesh-rules.yaml'], rules.files)).toBe('');
  });

  const SENT = requests('response_code="200",connection_security_policy="unknown"', 'source');
  const UNREACHED = requests('response_code="503",response_flags="UH",connection_security_policy="unknown"', 'source');
  const UP = Object.fromEntries([...'klmnopqrst'].map(pod => [`up{job="envoy-stats",pod="${pod}"}`, '1x60']));
  const PLAIN = requests('response_code="200",connection_security_policy="none"');
  runs.each<[string, Samples, readonly string[]]>([
    ['all is well', {}, []],
    ['one of a hundred fails', { [requests()]: '0+99x60', [FAILED]: '0+1x60' }, []],
    ['two of a hundred fail', { [requests()]: '0+98x60', [FAILED]: '0+2x60' }, ['MeshLowSuccessRate']],
    ['all fail, and none ever did not', { [requests()]: '_', [FAILED]: '0+10x60' }, ['MeshLowSuccessRate']],
    ['nobody asks for anything', { [requests()]: '5x60' }, []],
    ['half of them fail, but only for callers', { [UNREACHED]: '0+10x60' }, ['MeshUnreachable']],
    ['all fail for callers, and nothing ever came to the service', { [requests()]: '_', [SENT]: '_', [UNREACHED]: '0+10x60' }, ['MeshFailsForCallers']],
    ['a host outside fails now and then', { [outside(200)]: '0+95x60', [outside(503)]: '0+5x60' }, ['MeshFailsForCallers']],
    ['a host outside does well', { [outside(200)]: '0+995x60', [outside(503)]: '0+5x60' }, []],
    ['all fail for callers since of late', { [requests()]: '0+10x8', [SENT]: '0+10x8 80x60', [UNREACHED]: '_x8 0+10x60' }, ['MeshUnreachable']],
    ['all fail, as both sides see it', { [requests()]: '_', [FAILED]: '0+10x60', [SENT]: '_', [UNREACHED]: '0+10x60' }, ['MeshLowSuccessRate']],
    ['where callers may not go, they get errors', { 'istio_requests_total{reporter="source",destination_service_name="BlackHoleCluster",destination_service_namespace="unknown",response_code="502"}': '0+10x60' }, []],
    ['gRPC fails, all of it as unavailable', { [requests()]: '_', [requests('response_code="200",grpc_response_status="14",connection_security_policy="mutual_tls"')]: '0+10x60' }, ['MeshLowSuccessRate']],
    ['gRPC does not find something', { [requests()]: '_', [requests('response_code="200",grpc_response_status="5",connection_security_policy="mutual_tls"')]: '0+10x60' }, []],
    ['a waypoint counts errors', { [requests('response_code="503",connection_security_policy="unknown"', 'waypoint')]: '0+10x60' }, ['MeshLowSuccessRate']],
    ['connections come in plain text', { [connections('none')]: '0+1x60', [connections('mutual_tls')]: '0+9x60' }, ['MeshPlainTextConnections']],
    ['connections come over mutual TLS', { [connections('mutual_tls')]: '0+9x60' }, []],
    ['some are slow', { [bucket('500')]: '0+9x60', [bucket('50')]: '0+9x60' }, ['MeshHighLatency']],
    ['one of a thousand comes in plain text', { [requests()]: '0+999x60', [PLAIN]: '0+1x60' }, ['MeshPlainText']],
    ['all come in plain text, and none ever did not', { [requests()]: '_', [PLAIN]: '0+10x60' }, ['MeshPlainText']],
    ['proxies refuse something', { 'pilot_total_xds_rejects{type="cds"}': '0+1x60' }, ['MeshPushErrors']],
    ['the control plane fails', { pilot_total_xds_internal_errors: '0+1x60' }, ['MeshPushErrors']],
    ['no proxy is connected', { 'pilot_xds{version="1.30"}': '0x60' }, ['MeshNoConnectedProxies']],
    ['nobody knows of proxies', { 'pilot_xds{version="1.30"}': '_' }, ['MeshNoConnectedProxies']],
    ['istiod is not reached', { 'up{job="istiod",pod="a"}': '0x60' }, ['MeshTargetDown']],
    ['one proxy of eleven is not reached', { 'up{job="envoy-stats",pod="a"}': '0x60', ...UP }, []],
    ['two proxies of twelve are not reached', { 'up{job="monitoring/envoy-stats-monitor",pod="x"}': '1x60', 'up{job="envoy-stats",pod="a"}': '0x60', 'up{job="envoy-stats",pod="b"}': '0x60', ...UP }, ['MeshTargetDown']],
    ['something else is not reached', { 'up{job="shop",pod="a"}': '0x60' }, []],
    ['nothing is heard of the collector any more', { [uptime('collector', 'a')]: '0+60x3 _x60', [uptime('jaeger', 'b')]: '0+60x60' }, ['CollectorAbsent']],
    ['a pod of the collector took the place of another', { [uptime('collector', 'a')]: '0+60x3 _x60', [uptime('collector', 'b')]: '0+60x60' }, []],
    ['the queue has no room', { 'otelcol_exporter_enqueue_failed_spans{exporter="otlp"}': '0+1x60' }, ['CollectorDropsSpans']],
    ['the queue has no room, as newer collectors say it', { 'otelcol_exporter_enqueue_failed_spans_total{exporter="otlp"}': '0+1x60' }, ['CollectorDropsSpans']],
    ['the queue fills', { 'otelcol_exporter_queue_size{exporter="otlp",data_type="traces"}': '900x60', 'otelcol_exporter_queue_capacity{exporter="otlp"}': '1000x60' }, ['CollectorQueueFills']],
    ['the collector refuses spans', { 'otelcol_receiver_refused_spans_total{receiver="otlp"}': '0+1x60' }, ['CollectorRefusesSpans']],
    ['the collector loses spans', { 'otelcol_exporter_send_failed_spans{exporter="otlp"}': '0+1x60' }, ['CollectorLosesSpans']],
    ['the collector refuses logs alone', { 'otelcol_receiver_refused_log_records_total{receiver="otlp"}': '0+1x60' }, ['CollectorRefusesLogs']],
    ['the collector loses metrics alone', { 'otelcol_exporter_send_failed_metric_points{exporter="otlphttp"}': '0+1x60' }, ['CollectorLosesMetrics']],
    ['the queue has no room for logs', { 'otelcol_exporter_enqueue_failed_log_records{exporter="otlp"}': '0+1x60' }, ['CollectorDropsLogs']],
  ])('%s: the right alerts fire, and all others are silent', (_, world, names) => {
    expect(fires(rules, { ...WELL, ...world }, names)).toBe('');
  });

  runs('a proxy beside the collector that saw Prometheus ask for metrics would have the stack warn of itself; it does not see it', () => {
    const chart = stackChart();
    const { service } = new OpenTelemetryCollector(chart, 'collector');
    new Prometheus(chart, 'prometheus').scrape(service, { port: 8889, ofOthers: true });
    const [{ spec: { template: { metadata: { annotations } } } }] = objectsOf(chart, 'Deployment');
    const toCollector = (words: string): string => (
      `istio_requests_total{reporter="destination",destination_service_name="opentelemetry-collector",destination_service_namespace="observability",response_code="200",${words}}`
    );
    const sent = { ...WELL, [toCollector('connection_security_policy="mutual_tls"')]: '0+600x60' };
    const asked = { ...sent, [toCollector('connection_security_policy="none"')]: '0+2x60' };
    const isSeen = annotations['traffic.sidecar.istio.io/excludeInboundPorts'] !== '8889';
    expect(fires(rules, asked, ['MeshPlainText'])).toBe('');
    expect(fires(rules, isSeen ? asked : sent, [])).toBe('');
  });

  runs('an alert says which service it is about, what was counted, and what to do', () => {
    const { labels, annotations } = groupsOf(rules)[1].rules[0];
    const found = {
      exp_labels: { ...labels, destination_service_name: 'web', destination_service_namespace: 'shop' },
      exp_annotations: { ...annotations, summary: 'shop/web: 98.00 % of requests succeed', description: 'The share of requests that did not fail: 98. The bound is 99.' },
    };
    const world = { ...WELL, [requests()]: '0+98x60', [FAILED]: '0+2x60' };
    const told = {
      rule_files: ['mesh-rules.yaml'],
      tests: [{
        interval: '1m',
        input_series: Object.entries(world).map(([series, values]) => ({ series, values })),
        alert_rule_test: [{ alertname: 'MeshLowSuccessRate', eval_time: '20m', exp_alerts: [found] }],
      }],
    };
    expect(promtoolSays(['test', 'rules', 'test.yaml'], { ...rules.files, 'test.yaml': dump(told) })).toBe('');
  });

  runs('what comes back within five minutes is told to nobody', () => {
    expect(fires(rules, { ...WELL, 'pilot_xds{version="1.30"}': '3x10 0x2 3x60' }, [], '13m')).toBe('');
  });

  test('the bounds can be others', () => {
    const thresholds: RuleThresholds = { success: Percent.of(99.5), latency: Duration.seconds(1), mutualTls: Percent.of(90), holdFor: Duration.minutes(10), labels: { team: 'shop' }, waypoints: false };
    const [records, { rules: alerts }] = groupsOf(MeshRules.standard(thresholds));
    expect([0, 3, 4].map(index => alerts[index]).map(({ expr }: any) => expr.replace(/^.*\) /, ''))).toEqual(['< 99.5', '> 1000', '< 90']);
    expect([alerts[0].for, alerts[0].labels, alerts[9].for]).toEqual(['10m', { team: 'shop', severity: 'critical' }, '10m']);
    expect(records.rules[0].expr).toContain('reporter="destination"');
  });
});

describe('an objective', () => {
  const objective = Percent.of(99.9);
  const WELL_CALLED = requests('response_code="200",connection_security_policy="unknown"', 'source');
  const FAILED_FOR_CALLERS = requests('response_code="500",connection_security_policy="unknown"', 'source');

  function objectives(): MeshRules {
    const rules = MeshRules.empty();
    const web = webIn(shopChart());
    rules.objective(ServiceObjective.availability(web, { objective, labels: { team: 'shop' } }));
    rules.objective(ServiceObjective.latency(web, { objective, within: Duration.millis(500) }));
    return rules;
  }

  interface Firing {
    readonly kind: 'availability' | 'latency';
    readonly speeds: readonly string[];
    readonly at: string;
  }

  const SLO = ['availability', 'latency'].map(kind => `service="web",service_namespace="shop",slo="shop-web-${kind}"`);

  test('burns a budget: two alerts, each with a short and a long time', () => {
    const [{ rules }, budget] = groupsOf(objectives());
    expect(rules.map(({ record, alert }: any) => record ?? alert)).toEqual([
      'slo:requests:rate5m', 'slo:bad_requests:rate5m',
      'slo:error_share:5m', 'slo:error_share:1h', 'slo:error_share:30m', 'slo:error_share:6h', 'slo:error_share:2h', 'slo:error_share:1d', 'slo:error_share:3d',
      'ErrorBudgetBurnsFast', 'ErrorBudgetBurnsSlow',
    ]);
    const id = '{slo="shop-web-availability"}';
    expect(rules.slice(-2).map(({ expr }: any) => expr)).toEqual([
      `(slo:error_share:1h${id} > 1.44 and slo:error_share:5m${id} > 1.44) or (slo:error_share:6h${id} > 0.6 and slo:error_share:30m${id} > 0.6)`,
      `(slo:error_share:1d${id} > 0.3 and slo:error_share:2h${id} > 0.3) or (slo:error_share:3d${id} > 0.1 and slo:error_share:6h${id} > 0.1)`,
    ]);
    expect([rules[9].labels, budget.rules.map(({ record }: any) => record)]).toEqual([{ team: 'shop', severity: 'critical' }, ['slo:error_budget_left:percent']]);
  });

  test('counters of proxies are asked for six hours at most: beyond, what is recorded of them', () => {
    const long = groupsOf(objectives()).flatMap(({ rules }) => rules).filter(({ expr }: any) => /\[\d+d\]/.test(expr));
    expect(long.map(({ record }: any) => record)).toEqual([1, 2].flatMap(() => ['slo:error_share:1d', 'slo:error_share:3d', 'slo:error_budget_left:percent']));
    expect(long.filter(({ expr }: any) => expr.includes('istio_'))).toEqual([]);
  });

  runs('its rules are what a Prometheus takes', () => {
    expect(promtoolSays(['check', 'rules', 'mesh-rules.yaml'], objectives().files)).toBe('');
  });

  runs('all is well: nothing fires, and all of the budget is left', () => {
    expect(difference(objectives(), WELL, {
      'ALERTS': [],
      'slo:error_budget_left:percent': SLO.map(labels => [`slo:error_budget_left:percent{${labels}}`, 100]),
    }, '3h')).toBe('');
  });

  runs.each<[string, Samples, Firing]>([
    ['two percent fail for an hour', { [WELL_CALLED]: '0+98x90', [FAILED_FOR_CALLERS]: '0+2x90' }, { kind: 'availability', speeds: ['Fast', 'Slow'], at: '70m' }],
    ['all fail, and none ever did not', { [WELL_CALLED]: '_', [FAILED_FOR_CALLERS]: '0+10x90' }, { kind: 'availability', speeds: ['Fast', 'Slow'], at: '20m' }],
    ['half of the requests never come to the service', { [WELL_CALLED]: '0+50x90', [requests('response_code="503",response_flags="UF",connection_security_policy="unknown"', 'source')]: '0+50x90', [requests()]: '0+50x90' }, { kind: 'availability', speeds: ['Fast', 'Slow'], at: '70m' }],
    ['four of a thousand fail for long', { [WELL_CALLED]: '0+996x300', [FAILED_FOR_CALLERS]: '0+4x300' }, { kind: 'availability', speeds: ['Slow'], at: '4h' }],
    ['two percent are slow', { [timed('source')]: '0+100x90', [bucket('500', 'source')]: '0+98x90' }, { kind: 'latency', speeds: ['Fast', 'Slow'], at: '70m' }],
    ['two percent are slow, as Prometheus 3 writes it', { [timed('source')]: '0+100x90', [bucket('500', 'source')]: '_', [bucket('500.0', 'source')]: '0+98x90' }, { kind: 'latency', speeds: ['Fast', 'Slow'], at: '70m' }],
    ['nobody counts up to the bound', { [timed('source')]: '0+100x90', [bucket('500', 'source')]: '_' }, { kind: 'latency', speeds: ['Fast', 'Slow'], at: '70m' }],
    ['half of a thousandth fails', { [WELL_CALLED]: '0+9995x300', [FAILED_FOR_CALLERS]: '0+5x300' }, { kind: 'availability', speeds: [], at: '4h' }],
    ['they failed, and no more', { [WELL_CALLED]: '0+98x60 5880+100x60', [FAILED_FOR_CALLERS]: '0+2x60 120x60' }, { kind: 'availability', speeds: ['Slow'], at: '95m' }],
  ])('%s: the right alerts fire', (_, world, { kind, speeds, at }) => {
    const firing = 'ALERTS{alertstate="firing"}';
    const expected = speeds.map(speed => [`ALERTS{alertname="ErrorBudgetBurns${speed}",alertstate="firing",${SLO[kind === 'availability' ? 0 : 1]},severity="${speed === 'Fast' ? 'critical' : 'warning'}"${kind === 'availability' ? ',team="shop"' : ''}}`, 1] as [string, number]);
    expect(difference(objectives(), { ...WELL, ...world }, { [firing]: expected }, at)).toBe('');
  });

  runs('half of the budget is gone when half of a thousandth failed', () => {
    const world = { [WELL_CALLED]: '0+19990x300', [FAILED_FOR_CALLERS]: '0+10x300' };
    const [labels] = SLO;
    expect(difference(objectives(), world, { [`round(slo:error_budget_left:percent{${labels}}, 0.01)`]: [[`{${labels}}`, 50]] }, '4h')).toBe('');
  });

  runs('what is left of the budget is a query, and below zero when the promise is broken', () => {
    const rules = MeshRules.empty();
    const promise = ServiceObjective.availability(webIn(shopChart()), { objective });
    rules.objective(promise);
    const world = { [WELL_CALLED]: '0+98x300', [FAILED_FOR_CALLERS]: '0+2x300' };
    expect(difference(rules, world, { [`round(${promise.budgetLeft.text}, 1)`]: [[`{${SLO[0]}}`, -1900]] }, '4h')).toBe('');
  });

  runs('of a service that nobody asks for anything, no share is recorded', () => {
    expect(difference(objectives(), { [requests()]: '5x300' }, { '{__name__=~"slo:error_(share|budget).*",slo="shop-web-availability"}': [] }, '2h')).toBe('');
    expect(difference(MeshRules.standard(), { [requests()]: '5x300' }, { '{__name__=~"(service|callers):.*(rate|share):5m",__name__!~".*request_rate.*"}': [] }, '2h')).toBe('');
  });

  test('is said once for each service and kind', () => {
    const web = webIn(shopChart());
    const rules = MeshRules.empty();
    rules.objective(ServiceObjective.availability(web, { objective }));
    expect(() => rules.objective(ServiceObjective.availability(web, { objective }))).toThrow('MeshRules.objective("shop-web-availability"): the service already has an objective of this kind. Set it once.');
  });
});

describe('rules of one\'s own', () => {
  const queue = MeshQuery.of('queue-length', { description: 'Orders that wait', unit: MetricUnit.COUNT, text: 'max(queue_length)' });

  test('are an alert, and what is recorded', () => {
    const rules = MeshRules.empty();
    const recorded = rules.record('shop', queue);
    rules.alert(AlertRule.of('LongQueue', { query: recorded, above: 10, summary: 'Orders wait', runbook: 'Add replicas.' }));
    expect(groupsOf(rules).flatMap(({ rules: all }) => all.map(({ expr }: any) => expr))).toEqual(['max(queue_length)', '(shop:queue_length) > 10']);
  });

  test.each<[string, () => unknown, string]>([
    ['two alerts of one name', () => MeshRules.standard().alert(AlertRule.of('MeshPlainText', { query: queue, above: 1, summary: 's', runbook: 'r' })), 'MeshRules.alert("MeshPlainText"): this alert name is already in use. Give each alert its own name.'],
    ['no level', () => MeshRules.empty().record('My Shop', queue), 'MeshRules.record("My Shop"): this is not a valid level. Use lowercase letters and digits, such as "service".'],
    ['variables', () => MeshRules.empty().record('service', IstioQueries.requestRate({ scope: MetricScope.chosen() })), 'MeshRules.record("service"): the query "request-rate" has dashboard variables, which rules cannot use. Use a fixed name.'],
    ['two queries under one name', () => MeshRules.standard().record('service', IstioQueries.requestRate()), 'MeshRules.record("service"): another query is already recorded as "service:request_rate:5m". Use another level for one of the two.'],
  ])('%s: an error', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

test('nothing is no file', () => {
  expect(MeshRules.empty().files).toEqual({});
});
