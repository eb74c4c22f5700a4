import { Chart } from 'cdk8s';
import type { SecretValue } from 'cdk8s-plus-28';
import { ControlPlaneMonitor } from '../../../observability/control-plane-monitor';
import { GrafanaDashboards } from '../../../observability/grafana-dashboards';
import { KialiResource } from '../../../observability/kiali-resource';
import { MeshServiceMonitor } from '../../../observability/mesh-service-monitor';
import { PrometheusRules } from '../../../observability/prometheus-rules';
import type { ServerAddress } from '../../../observability/server-address';
import { SidecarMonitor } from '../../../observability/sidecar-monitor';
import { SeenMesh, tracingOf } from './own-viewers';

/** What is looked at by what operators run. */
export interface OperatedMesh extends SeenMesh {
  readonly grafana?: ServerAddress;
  readonly grafanaToken?: SecretValue;
  readonly monitorLabels?: { [name: string]: string };
}

/** What makes operators show a mesh: monitors, rules, dashboards, and a Kiali that its operator runs. */
export function createOperated(chart: Chart, seen: OperatedMesh): void {
  const { collector, grafana, grafanaToken, grafanaUrl, kialiAuth: auth, monitorLabels: labels, prometheus, rules } = seen;
  new ControlPlaneMonitor(chart, 'control-plane', { labels });
  new SidecarMonitor(chart, 'proxies', { labels });
  collector.config._pages.forEach((port, index) => {
    const id = index === 0 ? 'collector-metrics' : `collector-metrics-${port}`;
    new MeshServiceMonitor(chart, id, { service: collector.service, port, ofOthers: true, labels });
  });
  new PrometheusRules(chart, 'mesh-rules', { rules, labels });
  new GrafanaDashboards(chart, 'dashboards');
  new KialiResource(chart, 'kiali', {
    prometheus: prometheus!,
    grafana,
    grafanaToken,
    grafanaUrl,
    auth,
    tracing: tracingOf(seen),
  });
}
