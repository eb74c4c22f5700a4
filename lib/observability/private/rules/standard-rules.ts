import { Duration } from 'cdk8s';
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

/** What alerts ask for of each service. */
export interface ServiceQueries {
  readonly success: MeshQuery;
  readonly latency: MeshQuery;
  readonly mutualTls: MeshQuery;
}

/** What is worked out of each service, again and again. */
export function recordedQueries({ waypoints }: RuleThresholds): ServiceQueries & Readonly<Record<'requests' | 'median', MeshQuery>> {
  const options = { groupBy: [MetricGrouping.SERVICE], waypoints };
  return {
    requests: IstioQueries.requestRate(options),
    success: IstioQueries.successRate(options),
    median: IstioQueries.latencyP50(options),
    latency: IstioQueries.latencyP99(options),
    mutualTls: IstioQueries.mutualTlsShare(options),
  };
}

/** Success, latency and mutual TLS of services. */
export function serviceAlerts({ success, latency, mutualTls }: ServiceQueries, thresholds: RuleThresholds): readonly AlertRule[] {
  const { success: succeeding = Percent.of(99), latency: time = Duration.millis(500), mutualTls: secured = Percent.of(100) } = thresholds;
  return [
    alert('MeshLowSuccessRate', thresholds, {
      query: success,
      below: succeeding.value,
      severity: AlertSeverity.CRITICAL,
      summary: `${SERVICE}: {{ $value | printf "%.2f" }} % of requests succeed`,
      runbook: 'Look at the service by response code and by version on the dashboard Service. A new version that fails: send requests to the former one. Flags such as UO, UF or UH in the access log: the proxy gave up, not the service.',
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
      summary: `${SERVICE}: only {{ $value | printf "%.2f" }} % of requests come over mutual TLS`,
      runbook: 'Find the callers without a proxy: group the requests by caller, where connection_security_policy is "none". Give their pods a proxy, or let in nothing but mutual TLS, when nobody needs plain text.',
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
  ];
}

/** The collector: what it does not take, and what it cannot send on. */
export function collectorAlerts(thresholds: RuleThresholds): readonly AlertRule[] {
  return [
    alert('CollectorRefusesSpans', thresholds, {
      query: CollectorQueries.refusedSpans(),
      above: 0,
      summary: 'The collector does not take spans',
      runbook: 'Its memory limiter refuses what does not fit: see its memory. Give it more, run more replicas, or sample fewer requests.',
    }),
    alert('CollectorLosesSpans', thresholds, {
      query: CollectorQueries.failedSpans(),
      above: 0,
      summary: 'The collector cannot send spans on',
      runbook: 'See its log for what the backend answers. It is away, refuses the credentials, or an access rule does not let the collector in.',
    }),
  ];
}

const SERVICE = '{{ $labels.destination_service_namespace }}/{{ $labels.destination_service_name }}';

function alert(name: string, { holdFor, labels }: RuleThresholds, props: AlertRuleProps): AlertRule {
  return AlertRule.of(name, { holdFor, labels, ...props });
}

/** Where there is no series, there is none. */
function orNone({ description, name, text }: MeshQuery): MeshQuery {
  return MeshQuery.of(name, { description, unit: MetricUnit.COUNT, text: `${text} or vector(0)` });
}

/** What is counted adds up to all but for the last digits of a number; that these are wrong is no news. */
function rounded({ description, labels, name, text, unit }: MeshQuery): MeshQuery {
  return MeshQuery.of(name, { description, labels, unit, text: `round(${text}, 0.0001)` });
}
