import { Duration } from 'cdk8s';
import { ObservedSide } from '../../../mesh/observed-side';
import { Percent } from '../../../mesh/percent';
import { AlertRule, AlertRuleProps } from '../../alert-rule';
import { AlertSeverity } from '../../alert-severity';
import { CollectorQueries } from '../../collector-queries';
import { ControlPlaneQueries } from '../../control-plane-queries';
import { IstioQueries } from '../../istio-queries';
import { MeshQuery } from '../../mesh-query';
import { MetricGrouping } from '../../metric-grouping';
import { MetricUnit } from '../../metric-unit';
import { RuleThresholds } from '../../rule-thresholds';
import { Signal } from '../../signal';

/** What alerts ask for of each service. */
export interface ServiceQueries {
  readonly success: MeshQuery;
  readonly latency: MeshQuery;
  readonly mutualTls: MeshQuery;
  readonly connections: MeshQuery;
  /** success as the callers see it, who alone count what never came to the service */
  readonly reached: MeshQuery;
  /** what services count of themselves at all */
  readonly requests: MeshQuery;
}

/** What is worked out of each service, again and again. */
export function recordedQueries({ waypoints = true }: RuleThresholds): ServiceQueries & Readonly<Record<'median', MeshQuery>> {
  const options = { groupBy: [MetricGrouping.SERVICE], waypoints };
  return {
    requests: IstioQueries.requestRate(options),
    success: IstioQueries.successRate(options),
    median: IstioQueries.latencyP50(options),
    latency: IstioQueries.latencyP99(options),
    mutualTls: IstioQueries.mutualTlsShare(options),
    connections: IstioQueries.mutualTlsConnectionShare(options),
    reached: IstioQueries.successRate({ ...options, side: ObservedSide.CLIENT }),
  };
}

/** Success, latency and mutual TLS of services. */
export function serviceAlerts(queries: ServiceQueries, thresholds: RuleThresholds): readonly AlertRule[] {
  const { success, latency, mutualTls, connections } = queries;
  const { success: succeeding = Percent.of(99), latency: time = Duration.millis(500), mutualTls: secured = Percent.of(100) } = thresholds;
  return [
    alert('MeshLowSuccessRate', thresholds, {
      query: success,
      below: succeeding.value,
      severity: AlertSeverity.CRITICAL,
      summary: `${SERVICE}: {{ $value | printf "%.2f" }} % of requests succeed`,
      runbook: 'Look at the service by response code and by version on the dashboard Service. A new version that fails: send requests to the former one. Flags such as UO, UF or UH in the access log: the proxy gave up, not the service.',
    }),
    alert('MeshUnreachable', thresholds, {
      query: onlyCallersSee(queries, succeeding.value),
      below: succeeding.value,
      severity: AlertSeverity.CRITICAL,
      summary: `${SERVICE}: for its callers only {{ $value | printf "%.2f" }} % of requests succeed, and the service itself does not see why`,
      runbook: 'Requests do not come to the service: see whether it has pods that are ready, and the flags in the access log of its callers. UH: no pod is well. UF: none answers, or an access rule or mutual TLS is in the way. UO: too much waits. NR: there is no route.',
    }),
    alert('MeshFailsForCallers', thresholds, {
      query: onlyCallersCount(queries),
      below: succeeding.value,
      summary: `${SERVICE}: for its callers only {{ $value | printf "%.2f" }} % of requests succeed, and no proxy of its own counted any within a day`,
      runbook: 'A host outside, or a service without proxies: see its own state, and what it answers. A service of the mesh to which nothing ever came: see whether it has pods that are ready, and the flags in the access log of its callers.',
    }),
    alert('MeshHighLatency', thresholds, {
      query: latency,
      above: time.toMilliseconds({ integral: false }),
      summary: `${SERVICE}: 99 % of requests take up to {{ $value | printf "%.0f" }} ms`,
      runbook: 'Compare latency as the called and as the callers see it on the dashboard Service. Both are high: the service, or what it calls. Only that of the callers: the network, or proxies without processor time, on the dashboard Performance.',
    }),
    alert('MeshPlainText', thresholds, {
      query: rounded(mutualTls),
      below: secured.value,
      summary: `${SERVICE}: only {{ $value | printf "%.2f" }} % of HTTP and gRPC requests come over mutual TLS`,
      runbook: 'Find the callers without a proxy: group the requests by caller, where connection_security_policy is "none". Give their pods a proxy, or let in nothing but mutual TLS, when nobody needs plain text.',
    }),
    alert('MeshPlainTextConnections', thresholds, {
      query: rounded(connections),
      below: secured.value,
      summary: `${SERVICE}: only {{ $value | printf "%.2f" }} % of TCP connections come over mutual TLS`,
      runbook: 'Find the callers without a proxy: group istio_tcp_connections_opened_total by source_workload, where connection_security_policy is "none". Give their pods a proxy, or let in nothing but mutual TLS.',
    }),
  ];
}

/** The control plane: what it could not send, and that nobody listens to it. */
export function controlPlaneAlerts(thresholds: RuleThresholds): readonly AlertRule[] {
  return [
    alert('MeshPushErrors', thresholds, {
      query: ControlPlaneQueries.pushErrors(),
      above: 0,
      summary: 'Proxies refuse what the control plane sends, or it fails to make it',
      runbook: 'Look for "ACK ERROR" in the log of istiod: it names the proxy and what it refused. `istioctl proxy-status` shows who is behind. An EnvoyFilter is the usual cause.',
    }),
    alert('MeshNoConnectedProxies', thresholds, {
      query: orNone(ControlPlaneQueries.connectedProxies()),
      below: 1,
      severity: AlertSeverity.CRITICAL,
      summary: 'No proxy is connected to the control plane, or nobody scrapes it',
      runbook: 'See whether istiod runs and is ready, and whether Prometheus reaches its port 15014. Proxies go on with what they have, but learn of no new pod and get no new certificate.',
    }),
    alert('MeshTargetDown', slow(thresholds), {
      query: ControlPlaneQueries.targetsDown(),
      above: 10,
      summary: '{{ $labels.job }}: Prometheus does not reach {{ $value | printf "%.0f" }} % of its targets',
      runbook: 'See the page Targets of Prometheus for the error. What it does not reach is counted by nobody, so that other alerts are silent.',
    }),
  ];
}

/** The collector: what it does not take, and what it cannot send on. */
export function collectorAlerts(thresholds: RuleThresholds): readonly AlertRule[] {
  return [
    ...SIGNALS.flatMap(signal => signalAlerts(signal, thresholds)),
    alert('CollectorQueueFills', thresholds, {
      query: CollectorQueries.queueUse(),
      above: 80,
      summary: `${POD}: the queue of exporter {{ $labels.exporter }} is {{ $value | printf "%.0f" }} % full`,
      runbook: 'When it is full, what comes is lost. See whether the backend is slow, and the log of the collector for what it answers.',
    }),
    alert('CollectorAbsent', slow(thresholds), {
      query: CollectorQueries.absent(),
      above: 0,
      summary: '{{ if $labels.app }}{{ $labels.namespace }}/{{ $labels.app }}{{ else }}{{ $labels.job }}{{ end }}: nothing is heard of the collector any more',
      runbook: 'See whether its pods run and are ready, and whether Prometheus reaches their port of metrics, 8888. Without it there are no traces, and nothing else that is sent through it.',
    }),
  ];
}

/** The same for each signal: a collector that takes spans may well refuse logs, and nobody would see it. */
function signalAlerts([signal, name, what, fewer]: typeof SIGNALS[number], thresholds: RuleThresholds): readonly AlertRule[] {
  return [
    alert(`CollectorRefuses${name}`, thresholds, {
      query: CollectorQueries.refused(signal),
      above: 0,
      summary: `${POD}: receiver {{ $labels.receiver }} does not take ${what}`,
      runbook: `Its memory limiter refuses what does not fit: see its memory. Give it more, run more replicas, or ${fewer}.`,
    }),
    alert(`CollectorLoses${name}`, thresholds, {
      query: CollectorQueries.failed(signal),
      above: 0,
      summary: `${POD}: exporter {{ $labels.exporter }} cannot send ${what} on`,
      runbook: 'See its log for what the backend answers. It is away, refuses the credentials, or an access rule does not let the collector in.',
    }),
    alert(`CollectorDrops${name}`, thresholds, {
      query: CollectorQueries.dropped(signal),
      above: 0,
      summary: `${POD}: the queue of exporter {{ $labels.exporter }} has no room for ${what}`,
      runbook: `The backend is away, or slower than ${what} come. See its own state; give the queue more room, run more replicas, or ${fewer}.`,
    }),
  ];
}

const SIGNALS: ReadonlyArray<readonly [signal: Signal, name: string, what: string, fewer: string]> = [
  [Signal.TRACES, 'Spans', 'spans', 'sample fewer requests'],
  [Signal.METRICS, 'Metrics', 'points of metrics', 'send fewer metrics'],
  [Signal.LOGS, 'Logs', 'records of logs', 'filter what is logged'],
];

const POD = '{{ $labels.namespace }}/{{ $labels.pod }}';
const SERVICE = '{{ $labels.destination_service_namespace }}/{{ $labels.destination_service_name }}';

function alert(name: string, { holdFor, labels }: RuleThresholds, props: AlertRuleProps): AlertRule {
  return AlertRule.of(name, { holdFor, labels, ...props });
}

/** What comes and goes when pods do is told after ten minutes at the earliest. */
function slow({ holdFor, ...others }: RuleThresholds): RuleThresholds {
  const least = Duration.minutes(10);
  return { ...others, holdFor: holdFor !== undefined && holdFor.toSeconds() > least.toSeconds() ? holdFor : least };
}

/** What the service sees itself is told of it already; and one that never counts would see nothing, however well requests come to it. */
function onlyCallersSee({ reached, requests, success }: ServiceQueries, bound: number): MeshQuery {
  return asCallersSee(reached, same => `unless ${same} (${success.text} < ${bound}) and ${same} ${OF_LATE(requests)}`);
}

/** Hosts outside and services without proxies count nothing: what their callers see is all there is, and says less of where the fault is. */
function onlyCallersCount({ reached, requests }: ServiceQueries): MeshQuery {
  return asCallersSee(reached, same => `unless ${same} ${OF_LATE(requests)}`);
}

const OF_LATE = ({ text }: MeshQuery): string => `last_over_time(${text}[1d])`;

/** Where callers may not go is no service. */
function asCallersSee({ description, labels, name, text, unit }: MeshQuery, but: (same: string) => string): MeshQuery {
  const called = `${text}{destination_service_name!~"BlackHoleCluster|PassthroughCluster"}`;
  return MeshQuery.of(name, { description: `${description}, as callers see it`, labels, unit, text: `${called} ${but(`on (${labels.join(', ')})`)}` });
}

/** Where there is no series, there is none. */
function orNone({ description, name, text }: MeshQuery): MeshQuery {
  return MeshQuery.of(name, { description, unit: MetricUnit.COUNT, text: `${text} or vector(0)` });
}

/** What is counted adds up to all but for the last digits of a number; that these are wrong is no news. */
function rounded({ description, labels, name, text, unit }: MeshQuery): MeshQuery {
  return MeshQuery.of(name, { description, labels, unit, text: `round(${text}, 0.0001)` });
}
