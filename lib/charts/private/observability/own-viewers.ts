import { Chart, Duration, Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { MeshService } from '../../../mesh/mesh-service';
import { Grafana } from '../../../observability/grafana';
import { GrafanaDashboards } from '../../../observability/grafana-dashboards';
import { GrafanaDataSource } from '../../../observability/grafana-data-source';
import type { Jaeger } from '../../../observability/jaeger';
import { Kiali } from '../../../observability/kiali';
import { KialiTracing } from '../../../observability/kiali-tracing';
import type { MeshRules } from '../../../observability/mesh-rules';
import type { OpenTelemetryCollector } from '../../../observability/open-telemetry-collector';
import { JAEGER_PORTS } from '../../../observability/private/backends/jaeger-config';
import { METRICS_PORT } from '../../../observability/private/collector/metrics-port';
import { GRAFANA_PORT } from '../../../observability/private/grafana/settings';
import { KIALI_PORTS } from '../../../observability/private/kiali/kiali-config';
import { Prometheus } from '../../../observability/prometheus';
import { ServerAddress } from '../../../observability/server-address';
import { StackSize } from '../../stack-size';

/** What is looked at. */
export interface SeenMesh {
  readonly collector: OpenTelemetryCollector;
  readonly jaeger?: Jaeger;
  readonly rules: MeshRules;
  readonly size: StackSize;
  readonly alertmanager?: ServerAddress;
  readonly grafanaUrl?: string;
  /** one that somebody else runs */
  readonly prometheus?: ServerAddress;
}

/** What shows a mesh, without operators: a Prometheus, a Grafana and a Kiali that are run here. */
export function createOwnViewers(chart: Chart, seen: SeenMesh): void {
  const { grafanaUrl, jaeger } = seen;
  const prometheus = (): ServerAddress => seen.prometheus ?? ServerAddress.ofService(own!.service);
  const own = seen.prometheus === undefined ? createPrometheus(chart, seen) : undefined;
  const dashboards = new GrafanaDashboards(chart, 'dashboards');
  const traces = jaeger === undefined ? [] : [GrafanaDataSource.jaeger(ServerAddress.ofService(jaeger.service, { port: JAEGER_PORTS.query }))];
  const grafana = new Grafana(chart, 'grafana', { dataSources: [GrafanaDataSource.prometheus(prometheus()), ...traces] });
  dashboards.configMapNames.forEach(name => grafana.addDashboards(name));
  const kiali = new Kiali(chart, 'kiali', {
    prometheus: prometheus(),
    // Without a URL there is nowhere to lead people to, and so nothing to ask.
    grafana: grafanaUrl === undefined ? undefined : ServerAddress.ofService(grafana.service),
    grafanaUrl,
    tracing: jaeger && KialiTracing.jaeger(ServerAddress.ofService(jaeger.service, { port: JAEGER_PORTS.queryGrpc })),
  });
  if (own?.service.inMesh === true) {
    const { collector: { config, service } } = seen;
    letIn(own, [[service, config.metricsPort], [grafana.service, GRAFANA_PORT], [kiali.service, KIALI_PORTS.metrics]]);
    letIn(own, jaeger === undefined ? [] : [[jaeger.service, JAEGER_PORTS.metrics]]);
  }
}

/** No proxy beside them serves what they say of themselves, so that it is asked for at their own ports. */
function letIn({ service: prometheus }: Prometheus, metricsOf: ReadonlyArray<readonly [MeshService, number]>): void {
  metricsOf.forEach(([{ access }, port]) => access.allowFrom(prometheus, { ports: [port] }));
}

function createPrometheus(chart: Chart, { alertmanager, collector, rules, size }: SeenMesh): Prometheus {
  // A budget of errors is that of a month.
  const kept = size === StackSize.PRODUCTION ? { storage: Size.gibibytes(50), retention: Duration.days(31) } : {};
  const prometheus = new Prometheus(chart, 'prometheus', { alertmanager, ...kept });
  if (!prometheus.service.inMesh) {
    closeToOthers(chart, prometheus.service);
  }
  prometheus.useRules(rules);
  prometheus.scrape(collector.service, { port: METRICS_PORT, ofOthers: true });
  return prometheus;
}

/** It has no proxy that could keep anybody out, so the network of the cluster does, where that reads policies. */
function closeToOthers(chart: Chart, { serviceName: app }: MeshService): void {
  new k8s.KubeNetworkPolicy(chart, 'prometheus-callers', {
    metadata: { name: app },
    spec: { podSelector: { matchLabels: { app } }, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
  });
}
