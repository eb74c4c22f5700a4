import { ApiObject, Chart, Duration, Lazy, Size } from 'cdk8s';
import { ContainerResources, Cpu, k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { MeshService } from '../../../mesh/mesh-service';
import { claimName } from '../../../mesh/private/claim-name';
import { Grafana } from '../../../observability/grafana';
import { GrafanaDashboards } from '../../../observability/grafana-dashboards';
import { GrafanaDataSource } from '../../../observability/grafana-data-source';
import type { Jaeger } from '../../../observability/jaeger';
import { Kiali } from '../../../observability/kiali';
import type { KialiAuth } from '../../../observability/kiali-auth';
import { KialiTracing } from '../../../observability/kiali-tracing';
import type { MeshRules } from '../../../observability/mesh-rules';
import type { OpenTelemetryCollector } from '../../../observability/open-telemetry-collector';
import { JAEGER_PORTS } from '../../../observability/private/backends/jaeger-config';
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
  readonly dataSources?: readonly GrafanaDataSource[];
  readonly grafanaUrl?: string;
  readonly kialiAuth?: KialiAuth;
  /** one that somebody else runs */
  readonly prometheus?: ServerAddress;
  /** where traces are that somebody else keeps */
  readonly tracing?: KialiTracing;
}

/** What shows it. */
export interface Viewers {
  readonly grafana: Grafana;
  readonly kiali: Kiali;
  /** undefined: somebody else runs one */
  readonly prometheus?: Prometheus;
}

/** Where Kiali takes traces from. */
export function tracingOf({ jaeger, tracing }: SeenMesh): KialiTracing | undefined {
  return jaeger === undefined ? tracing : KialiTracing.jaeger(ServerAddress.ofService(jaeger.service, { port: JAEGER_PORTS.queryGrpc }));
}

/** What shows a mesh, without operators: a Prometheus, a Grafana and a Kiali that are run here. */
export function createOwnViewers(chart: Chart, seen: SeenMesh): Viewers {
  const { dataSources = [], grafanaUrl, jaeger, kialiAuth: auth } = seen;
  const prometheus = (): ServerAddress => seen.prometheus ?? ServerAddress.ofService(own!.service);
  const own = seen.prometheus === undefined ? createPrometheus(chart, seen) : undefined;
  const dashboards = new GrafanaDashboards(chart, 'dashboards');
  const traces = jaeger === undefined ? [] : [GrafanaDataSource.jaeger(ServerAddress.ofService(jaeger.service, { port: JAEGER_PORTS.query }))];
  const grafana = new Grafana(chart, 'grafana', { dataSources: [GrafanaDataSource.prometheus(prometheus()), ...traces, ...dataSources] });
  dashboards.configMapNames.forEach(name => grafana.addDashboards(name));
  const kiali = new Kiali(chart, 'kiali', {
    prometheus: prometheus(),
    // Without a URL there is nowhere to lead people to, and so nothing to ask.
    grafana: grafanaUrl === undefined ? undefined : ServerAddress.ofService(grafana.service),
    grafanaUrl,
    auth,
    tracing: tracingOf(seen),
  });
  if (own === undefined) {
    layRules(chart, seen.rules);
  }
  if (own?.service.inMesh === true) {
    const { collector: { config, service } } = seen;
    letIn(own, [[service, config.metricsPort], [grafana.service, GRAFANA_PORT], [kiali.service, KIALI_PORTS.metrics]]);
    letIn(own, jaeger === undefined ? [] : [[jaeger.service, JAEGER_PORTS.metrics]]);
  }
  return { grafana, kiali, prometheus: own };
}

/** Whoever runs the Prometheus takes them from there, as they are when all is said. */
function layRules(chart: Chart, rules: MeshRules): void {
  const [place, name] = [new Construct(chart, 'mesh-rules'), 'mesh-rules'];
  claimName(place, { what: 'ConfigMap', name }, place.node.path, 'Give the other one another name.');
  new ApiObject(place, 'Default', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: Lazy.any({ produce: () => rules.files }) });
}

/** No proxy beside them serves what they say of themselves, so that it is asked for at their own ports. */
function letIn({ service: prometheus }: Prometheus, metricsOf: ReadonlyArray<readonly [MeshService, number]>): void {
  metricsOf.forEach(([{ access }, port]) => access.allowFrom(prometheus, { ports: [port] }));
}

function createPrometheus(chart: Chart, { alertmanager, collector, rules, size }: SeenMesh): Prometheus {
  const sized = size === StackSize.PRODUCTION ? { storage: Size.gibibytes(50), resources: RESOURCES } : {};
  // A budget of errors is that of a month. In development, too, as long as its pod lives and its volume has room.
  const prometheus = new Prometheus(chart, 'prometheus', { alertmanager, retention: Duration.days(31), ...sized });
  if (!prometheus.service.inMesh) {
    closeToOthers(chart, prometheus.service);
  }
  prometheus.useRules(rules);
  collector.config._pages.forEach(port => prometheus.scrape(collector.service, { port, ofOthers: true }));
  return prometheus;
}

/** It has no proxy that could keep anybody out, so the network of the cluster does, where that reads policies. */
function closeToOthers(chart: Chart, { serviceName: app }: MeshService): void {
  new k8s.KubeNetworkPolicy(chart, 'prometheus-callers', {
    metadata: { name: app },
    spec: { podSelector: { matchLabels: { app } }, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
  });
}

/** A month of all proxies. */
const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(500), limit: Cpu.units(2) },
  memory: { request: Size.gibibytes(2), limit: Size.gibibytes(4) },
};
