import { Chart, Duration, Size } from 'cdk8s';
import { k8s, SecretValue } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Istio } from '../istio/istio';
import { LoadBalancing } from '../mesh/load-balancing';
import { LogFilter } from '../mesh/log-filter';
import { MeshNamespace } from '../mesh/mesh-namespace';
import { MeshPlatform } from '../mesh/mesh-platform';
import type { MeshService } from '../mesh/mesh-service';
import { Percent } from '../mesh/percent';
import { pathBelow } from '../mesh/private/path-below';
import type { TraceSinkIntent } from '../mesh/private/telemetry/telemetry-intent';
import { ITraceSink } from '../mesh/trace-sink';
import { CollectorConfig } from '../observability/collector-config';
import { Grafana } from '../observability/grafana';
import { GrafanaDataSource } from '../observability/grafana-data-source';
import { Jaeger } from '../observability/jaeger';
import { JaegerStorage } from '../observability/jaeger-storage';
import { Kiali } from '../observability/kiali';
import { KialiAuth } from '../observability/kiali-auth';
import { KialiTracing } from '../observability/kiali-tracing';
import { MeshRules } from '../observability/mesh-rules';
import { OpenTelemetryCollector } from '../observability/open-telemetry-collector';
import { carriesAddresses } from '../observability/private/scraping/carried';
import { Prometheus } from '../observability/prometheus';
import { RuleThresholds } from '../observability/rule-thresholds';
import { ServerAddress } from '../observability/server-address';
import { Signal } from '../observability/signal';
import { ITelemetryBackend } from '../observability/telemetry-backend';
import { createOperated } from './private/observability/operated-viewers';
import { createOwnViewers } from './private/observability/own-viewers';
import { StackPreset } from './stack-preset';
import { StackSize } from './stack-size';

/** What is seen of a mesh, and by what. */
export interface ObservabilityStackProps {
  /**
   * Which requests are logged to the collector as well. It needs a backend that takes logs.
   *
   * @default - none: logs of requests go where the platform says
   */
  readonly accessLogs?: LogFilter;
  /**
   * The Alertmanager that its Prometheus tells of alerts. Of `StackPreset.SELF_CONTAINED` alone.
   *
   * @default - none: alerts are seen on the pages of Prometheus and Grafana
   */
  readonly alertmanager?: ServerAddress;
  /**
   * Where traces are kept, and all else that it takes.
   *
   * @default - a Jaeger of its own
   */
  readonly backend?: ITelemetryBackend;
  /**
   * What its collector does. It also sends on to its `backend`, or else to its Jaeger.
   *
   * @default - what an `OpenTelemetryCollector` does by itself: OpenTelemetry is sent on in batches, and metrics are shown at port 8889
   */
  readonly collectorConfig?: CollectorConfig;
  /**
   * What else its Grafana shows, such as the Tempo of a `backend`. Of `StackPreset.SELF_CONTAINED` alone.
   *
   * @default - its Prometheus, and its Jaeger
   */
  readonly dataSources?: GrafanaDataSource[];
  /**
   * Where Kiali asks the Grafana that somebody else runs which dashboards it has. Of `StackPreset.OPERATORS` alone, with `grafanaUrl`.
   *
   * @default - at `grafanaUrl`
   */
  readonly grafana?: ServerAddress;
  /**
   * The token of an account of that Grafana, which may look at dashboards. Of `StackPreset.OPERATORS` alone, with `grafanaUrl`.
   *
   * @default - none: everybody may look there
   */
  readonly grafanaToken?: SecretValue;
  /**
   * The Grafana that people look at, in a browser: links of Kiali lead there.
   *
   * @default - there are no links
   */
  readonly grafanaUrl?: string;
  /**
   * Who may look at Kiali.
   *
   * @default - everybody who reaches it
   */
  readonly kialiAuth?: KialiAuth;
  /**
   * Labels by which a Prometheus of the operator finds monitors and rules: `{ release: 'kube-prometheus-stack' }`. Of `StackPreset.OPERATORS` alone.
   *
   * @default - none
   */
  readonly monitorLabels?: { [name: string]: string };
  /**
   * Its namespace, which it renders.
   *
   * @default "observability"
   */
  readonly namespace?: string;
  /**
   * The platform of the environment, whose proxies send what they see to the collector from now on.
   *
   * @default - a platform in another repository says so: `platform.telemetry.traceTo(...)`
   */
  readonly platform?: MeshPlatform;
  /**
   * What it is made of.
   *
   * @default StackPreset.SELF_CONTAINED
   */
  readonly preset?: StackPreset;
  /**
   * The Prometheus that somebody else runs, whom Grafana and Kiali ask. `StackPreset.OPERATORS` needs it, for Kiali. Else the rules are in a
   * ConfigMap, `mesh-rules`, for whoever runs it.
   *
   * @default - one of its own
   */
  readonly prometheus?: ServerAddress;
  /**
   * How many of the requests without a trace get one.
   *
   * @default - all in development, and ten percent in production
   */
  readonly sampling?: Percent;
  /**
   * How much it takes, and keeps.
   *
   * @default StackSize.PRODUCTION
   */
  readonly size?: StackSize;
  /**
   * When somebody is told.
   *
   * @default - success below 99 percent, a latency above 500 milliseconds, anything without mutual TLS
   */
  readonly thresholds?: RuleThresholds;
  /**
   * Where Kiali takes traces from that a `backend` keeps.
   *
   * @default - its Jaeger; with a `backend` it shows none
   */
  readonly tracing?: KialiTracing;
}

/**
 * All that is needed to see a mesh of Istio: a collector, to which every proxy may send, a Jaeger, a Prometheus with rules, a Grafana with
 * dashboards, and a Kiali. Nobody else is let in to any of it: people open pages with `kubectl port-forward`, by the commands of the runbook.
 *
 * Renders a namespace, and in it what these render.
 */
export class ObservabilityStack extends Chart implements ITraceSink {
  /** What everybody sends traces, metrics and logs to. */
  public readonly collector: OpenTelemetryCollector;
  /** Its Grafana; undefined on top of operators. */
  public readonly grafana?: Grafana;
  /** Its Jaeger; undefined where traces are kept elsewhere. */
  public readonly jaeger?: Jaeger;
  /** Its Kiali; undefined on top of operators. */
  public readonly kiali?: Kiali;
  /** Its namespace. */
  public readonly meshNamespace: MeshNamespace;
  /** Its Prometheus; undefined where somebody else runs one. */
  public readonly prometheus?: Prometheus;
  /** What is recorded, and of what somebody is told. More can be added. */
  public readonly rules: MeshRules;

  /** @throws when the mesh is not Istio, it says something of what its preset does not have, or lacks what that needs */
  constructor(scope: Construct, id: string, props: ObservabilityStackProps = {}) {
    const { backend, collectorConfig: config, namespace = 'observability', preset = StackPreset.SELF_CONTAINED, size = StackSize.PRODUCTION, thresholds } = props;
    requireFitting(props, preset, scope, id);
    super(scope, id, { namespace });
    this.meshNamespace = new MeshNamespace(this, 'namespace', { namespaceName: namespace });
    this.rules = MeshRules.standard(thresholds);
    this.jaeger = backend === undefined ? new Jaeger(this, 'jaeger', { storage: storageFor(size) }) : undefined;
    this.collector = createCollector(this, size, config);
    this.collector.exportTo(backend ?? this.jaeger!);
    const { collector, jaeger, rules } = this;
    const seen = { collector, jaeger, rules, size, ...props };
    if (preset === StackPreset.SELF_CONTAINED) {
      ({ grafana: this.grafana, kiali: this.kiali, prometheus: this.prometheus } = createOwnViewers(this, seen));
    } else {
      createOperated(this, seen);
    }
    this.tell(props, size);
  }

  /** @internal */
  public _traceSink(): TraceSinkIntent {
    return this.collector._traceSink();
  }

  /** Makes proxies send what they see. */
  private tell({ accessLogs: filter, platform, sampling }: ObservabilityStackProps, size: StackSize): void {
    platform?.telemetry.traceTo(this.collector, { sampling: sampling ?? Percent.of(size === StackSize.DEVELOPMENT ? 100 : 10) });
    if (filter !== undefined) {
      platform!.telemetry.logTo(this.collector.logSink, { filter });
    }
  }
}

/** @throws when something is said that would do nothing, or something is missing */
function requireFitting(props: ObservabilityStackProps, preset: StackPreset, scope: Construct, id: string): void {
  Istio._of(scope, pathBelow(scope, id), 'an ObservabilityStack');
  const ofPreset = preset === StackPreset.OPERATORS ? [...unaskedProblems(scope), ...operatedProblems(props)] : ownProblems(props);
  const [problem] = [...untoldProblems(props), ...ofPreset, ...lostProblems(props), ...untracedProblems(props)];
  if (problem !== undefined) {
    throw new Error(`${pathBelow(scope, id)}: ${problem}`);
  }
}

/** It may take no part in the mesh, and then gets nothing but what proxies beside containers serve for them. */
function unaskedProblems(scope: Construct): string[] {
  return carriesAddresses(scope)
    ? ['the Prometheus of an operator gets no metrics from the collector and Jaeger in ambient mode, where they have no sidecar to serve them. Leave out preset: StackPreset.OPERATORS, or run sidecars.']
    : [];
}

function untoldProblems({ accessLogs, platform, sampling }: ObservabilityStackProps): string[] {
  const said = Object.entries({ accessLogs, sampling }).filter(([, value]) => value !== undefined && platform === undefined);
  return said.map(([name]) => `has no platform whose proxies would do it, so ${name} has no effect. Set platform: ..., or leave it out.`);
}

function ownProblems({ alertmanager, grafana, grafanaToken, monitorLabels, prometheus }: ObservabilityStackProps): string[] {
  const elsewhere = Object.entries({ grafana, grafanaToken }).filter(([, value]) => value !== undefined);
  return [
    ...elsewhere.map(([name]) => `has its own Grafana, so ${name} has no effect. Set preset: StackPreset.OPERATORS, or leave it out.`),
    ...(monitorLabels === undefined ? [] : ['has no monitors, so monitorLabels has no effect. Set preset: StackPreset.OPERATORS, or leave it out.']),
    ...(alertmanager === undefined || prometheus === undefined ? [] : [UNTOLD_ALERTS]),
  ];
}

function operatedProblems({ alertmanager, dataSources, prometheus }: ObservabilityStackProps): string[] {
  return [
    ...(dataSources === undefined ? [] : ['has no Grafana of its own, so dataSources has no effect. Configure the existing one, or leave it out.']),
    ...(alertmanager === undefined ? [] : [UNTOLD_ALERTS]),
    ...(prometheus === undefined
      ? ['Kiali does not know the Prometheus of the operator. Set prometheus: ServerAddress.url("http://prometheus-operated.monitoring:9090").']
      : []),
  ];
}

const UNTOLD_ALERTS = 'has no Prometheus of its own, so alertmanager has no effect. Configure the existing one, or leave it out.';

function lostProblems({ accessLogs, backend }: ObservabilityStackProps): string[] {
  const keepsLogs = backend?._backend().signals.includes(Signal.LOGS) ?? false;
  return accessLogs === undefined || keepsLogs
    ? []
    : ['nothing here stores logs, so accessLogs would be discarded. Set a backend that accepts them, such as OtlpBackend.host(...), or leave it out.'];
}

function createCollector(chart: Chart, size: StackSize, config?: CollectorConfig): OpenTelemetryCollector {
  // What one sender counts has to come to one of the two, or it would be counted twice. No proxy of a node sees to that.
  const replicas = size === StackSize.PRODUCTION && !carriesAddresses(chart) && config?._isOfOne !== true ? 2 : 1;
  const collector = new OpenTelemetryCollector(chart, 'collector', { config, replicas });
  if (replicas > 1) {
    collector.service.traffic.loadBalance(LoadBalancing.hashSourceIp());
    keepOne(chart, collector.service);
  }
  return collector;
}

function untracedProblems({ backend, tracing }: ObservabilityStackProps): string[] {
  return tracing === undefined || backend !== undefined
    ? []
    : ['has its own Jaeger, which Kiali shows, so tracing has no effect. Set where traces are stored, backend: ..., or leave it out.'];
}

/** Whoever empties nodes leaves one pod of a service. */
function keepOne(chart: Chart, { serviceName: name }: MeshService): void {
  new k8s.KubePodDisruptionBudget(chart, 'collector-budget', {
    metadata: { name },
    spec: { minAvailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: { app: name } } },
  });
}

function storageFor(size: StackSize): JaegerStorage {
  return size === StackSize.PRODUCTION ? JaegerStorage.badger({ size: Size.gibibytes(20), keep: Duration.days(3) }) : JaegerStorage.memory();
}
