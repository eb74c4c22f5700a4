import { ObservedSide } from '../../../mesh/observed-side';
import { CollectorQueries } from '../../collector-queries';
import { ControlPlaneQueries } from '../../control-plane-queries';
import { DashboardPanel, DashboardRow } from '../../dashboard-panel';
import { DashboardVariable } from '../../dashboard-variable';
import { IstioQueries } from '../../istio-queries';
import { MeshQuery } from '../../mesh-query';
import { MetricGrouping } from '../../metric-grouping';
import { MetricScope } from '../../metric-scope';
import { PanelKind } from '../../panel-kind';
import { ProxyQueries } from '../../proxy-queries';
import { QueryOptions } from '../../query-options';
import { Signal } from '../../signal';

const { NAMESPACE, SERVICE, WORKLOAD } = DashboardVariable;

/** All of the mesh, service by service. */
export function meshRows(): DashboardRow[] {
  const scope = MetricScope.chosen();
  const options = { scope, waypoints: true };
  return [
    row('Now', numbers(options), number('Live proxies', ProxyQueries.live({ scope }))),
    row('Services', ...requestPanels({ ...options, groupBy: [MetricGrouping.SERVICE] })),
    row('Connections', ...connectionPanels({ ...options, groupBy: [MetricGrouping.SERVICE] })),
  ];
}

/** One service: for whom it works, and how well. */
export function serviceRows(): DashboardRow[] {
  const options = { scope: MetricScope.chosen([NAMESPACE, SERVICE]), waypoints: true };
  const seenByCallers = { ...options, side: ObservedSide.CLIENT };
  return [
    row('Now', numbers(options)),
    row('Requests', ...requestPanels({ ...options, groupBy: [MetricGrouping.SERVICE] })),
    row('Answers and callers',
      lines('Requests by response code', IstioQueries.requestRate({ ...options, groupBy: [MetricGrouping.RESPONSE_CODE] })),
      lines('Requests by caller', IstioQueries.requestRate({ ...options, groupBy: [MetricGrouping.CALLER] })),
      lines('Success rate by caller', IstioQueries.successRate({ ...options, groupBy: [MetricGrouping.CALLER] }))),
    row('As callers see it',
      lines('Success rate', IstioQueries.successRate(seenByCallers)),
      lines('Latency', ...latencies(seenByCallers)),
      lines('Mutual TLS by caller', IstioQueries.mutualTlsShare({ ...options, groupBy: [MetricGrouping.CALLER] }))),
    row('Bytes', ...bytePanels(options)),
    row('Connections', ...connectionPanels(options)),
  ];
}

/** One workload: what it is asked for, what it asks others for, and its proxies. */
export function workloadRows(): DashboardRow[] {
  const scope = MetricScope.chosen([NAMESPACE, WORKLOAD]);
  const calls = { scope: MetricScope.callsOfChosen([NAMESPACE, WORKLOAD]), groupBy: [MetricGrouping.SERVICE], waypoints: true };
  const options = { scope, waypoints: true };
  return [
    row('Now', numbers(options), number('Live proxies', ProxyQueries.live({ scope: MetricScope.chosen([NAMESPACE, WORKLOAD]) }))),
    row('What it is asked for', ...requestPanels({ ...options, groupBy: [MetricGrouping.WORKLOAD] })),
    row('What it asks others for', ...requestPanels(calls)),
    row('Bytes and connections', ...bytePanels(options), ...connectionPanels(options)),
    row('Proxies', ...proxyPanels(scope)),
  ];
}

/** What the mesh itself costs. */
export function performanceRows(): DashboardRow[] {
  const scope = MetricScope.chosen([NAMESPACE]);
  const options = { scope, waypoints: true };
  return [
    row('Proxies', ...proxyPanels(scope), lines('Live proxies', ProxyQueries.live({ scope }))),
    row('Latency',
      lines('As the called sees it', ...latencies(options)),
      lines('As callers see it', ...latencies({ ...options, side: ObservedSide.CLIENT })),
      lines('Requests', IstioQueries.requestRate(options))),
    row('Control plane', lines('Processors', ControlPlaneQueries.cpu({ scope: MetricScope.chosen() })), lines('Memory', ControlPlaneQueries.memory())),
  ];
}

/** The control plane of Istio, and the collector. */
export function controlPlaneRows(): DashboardRow[] {
  const scope = MetricScope.chosen();
  return [
    row('Now',
      number('Connected proxies', ControlPlaneQueries.connectedProxies()),
      number('Conflicts', ControlPlaneQueries.conflicts()),
      number('Live proxies', ProxyQueries.live({ scope }))),
    row('What is sent to proxies',
      lines('Pushes', ControlPlaneQueries.pushes({ scope })),
      lines('Errors', ControlPlaneQueries.pushErrors({ scope })),
      lines('Convergence', ControlPlaneQueries.convergenceP99({ scope }))),
    row('Resources', lines('Processors', ControlPlaneQueries.cpu({ scope })), lines('Memory', ControlPlaneQueries.memory())),
    row('Collector',
      lines('Not taken', ...SIGNALS.map(signal => CollectorQueries.refused(signal, { scope }))),
      lines('Not sent on, and lost', ...SIGNALS.flatMap(signal => [CollectorQueries.failed(signal, { scope }), CollectorQueries.dropped(signal, { scope })])),
      lines('Queues', CollectorQueries.queueUse())),
  ];
}

const SIGNALS = [Signal.TRACES, Signal.METRICS, Signal.LOGS];

/** The versions of one service beside each other. */
export function canaryRows(): DashboardRow[] {
  const options = { scope: MetricScope.chosen([NAMESPACE, SERVICE]), groupBy: [MetricGrouping.VERSION], waypoints: true };
  return [
    row('Now',
      number('Requests by version', IstioQueries.requestRate(options)),
      number('Success rate by version', IstioQueries.successRate(options)),
      number('P99 by version', IstioQueries.latencyP99(options))),
    row('Versions', ...requestPanels(options)),
    row('Errors and time',
      lines('Errors', IstioQueries.errorRate(options)),
      lines('P50', IstioQueries.latencyP50(options)),
      lines('P90', IstioQueries.latencyP90(options))),
  ];
}

function numbers(options: QueryOptions): DashboardPanel[] {
  return [
    number('Requests', IstioQueries.requestRate(options)),
    number('Success rate', IstioQueries.successRate(options)),
    number('P99', IstioQueries.latencyP99(options)),
    number('Mutual TLS of requests', IstioQueries.mutualTlsShare(options)),
  ];
}

function requestPanels(options: QueryOptions): DashboardPanel[] {
  return [lines('Requests', IstioQueries.requestRate(options)), lines('Success rate', IstioQueries.successRate(options)), lines('P99', IstioQueries.latencyP99(options))];
}

function latencies(options: QueryOptions): MeshQuery[] {
  return [IstioQueries.latencyP50(options), IstioQueries.latencyP90(options), IstioQueries.latencyP99(options)];
}

function bytePanels(options: QueryOptions): DashboardPanel[] {
  return [lines('Bytes', IstioQueries.requestBytes(options), IstioQueries.responseBytes(options))];
}

function connectionPanels(options: QueryOptions): DashboardPanel[] {
  return [
    lines('Connections', IstioQueries.tcpOpened(options), IstioQueries.tcpClosed(options)),
    lines('Mutual TLS of connections', IstioQueries.mutualTlsConnectionShare(options)),
    lines('Bytes of connections', IstioQueries.tcpSent(options), IstioQueries.tcpReceived(options)),
  ];
}

function proxyPanels(scope: MetricScope): DashboardPanel[] {
  return [lines('Processors', ProxyQueries.cpu({ scope })), lines('Memory', ProxyQueries.memory({ scope }))];
}

function row(title: string, ...panels: ReadonlyArray<DashboardPanel | DashboardPanel[]>): DashboardRow {
  return { title, panels: panels.flat() };
}

function lines(title: string, ...queries: MeshQuery[]): DashboardPanel {
  return { title, queries };
}

function number(title: string, query: MeshQuery): DashboardPanel {
  return { title, queries: [query], kind: PanelKind.NUMBER };
}
