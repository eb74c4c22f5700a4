import { Duration } from 'cdk8s';
import { ContainerResources, DaemonSet, EnvValue, Node, NodeTaintQuery, Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from '../mesh/app-protocol';
import { Caller } from '../mesh/caller';
import { LogSink } from '../mesh/log-sink';
import { Mesh } from '../mesh/mesh';
import { MeshService, MeshServiceProps } from '../mesh/mesh-service';
import { MutualTls } from '../mesh/mutual-tls';
import { environmentName } from '../mesh/private/boundary';
import { claimName } from '../mesh/private/claim-name';
import type { TraceSinkIntent } from '../mesh/private/telemetry/telemetry-intent';
import { ServicePort } from '../mesh/service-port';
import { ITraceSink, TraceSink } from '../mesh/trace-sink';
import { ApplicationTelemetry } from './application-telemetry';
import { CollectorConfig } from './collector-config';
import { ExportOptions } from './export-options';
import { OtelExporter } from './otel-exporter';
import { OtelProcessor } from './otel-processor';
import { OtelReceiver } from './otel-receiver';
import { OtlpProtocol } from './otlp-protocol';
import type { BackendIntent } from './private/backends/backend-intent';
import { judgeBackendHosts } from './private/backends/unknown-backend-hosts';
import { applicationEnv } from './private/collector/application-env';
import { collectorContainer, CONFIG_FILE, CONFIG_FOLDER, giveVariables } from './private/collector/collector-pod';
import { exportTo } from './private/collector/export-to';
import { mountToken } from './private/pods/account-token';
import { grantInCluster } from './private/pods/cluster-role';
import { mountFiles } from './private/pods/mounted-files';
import { podsOf } from './private/pods/service-pods';
import { leaveUnrepeated } from './private/pods/unrepeated';
import { leaveUnreported } from './private/pods/unreported';
import { Signal } from './signal';
import { ITelemetryBackend } from './telemetry-backend';

/** A collector, and how it runs. */
export interface OpenTelemetryCollectorProps {
  /**
   * What it does.
   *
   * @default - traces, metrics and logs come in over OpenTelemetry, are sent on in batches, where `exportTo` says; until it does, traces and
   * logs are counted in its log. Metrics are shown at port 8889.
   */
  readonly config?: CollectorConfig;
  /**
   * Whether each node runs one of its pods, as an agent. Whoever calls it from a node is served there.
   *
   * @default false
   */
  readonly everyNode?: boolean;
  /**
   * Whether its name stands for the addresses of all its pods, as a collector in front needs it that says `OtelExporter.loadBalancing`.
   *
   * @default false
   */
  readonly headless?: boolean;
  /**
   * Its image.
   *
   * @default - `otel/opentelemetry-collector-contrib`, of the version of the configuration
   */
  readonly image?: string;
  /**
   * Whether its pods take part in the mesh.
   *
   * @default true
   */
  readonly inMesh?: boolean;
  /**
   * The name under which the mesh knows it as what takes logs.
   *
   * @default "otel-logs"
   */
  readonly logSinkName?: string;
  /**
   * Whether its pods also run on nodes with taints. Whoever calls it from such a node finds no other one. Of `everyNode` alone: nodes that shall have
   * no agent, such as virtual ones, need false.
   *
   * @default - true with `everyNode`
   */
  readonly onTaintedNodes?: boolean;
  /**
   * How many pods there are.
   *
   * @default - 2; 1 if it asks pages for metrics, or has to see all spans of a trace and is not headless
   */
  readonly replicas?: number;
  /**
   * What its container is given, and what it may take. It may take more memory than the limit of the configuration.
   *
   * @default - 100m of CPU, at most one; of memory at most a fourth more than the limit of the configuration
   */
  readonly resources?: ContainerResources;
  /**
   * Name of the Service.
   *
   * @default "opentelemetry-collector"
   */
  readonly serviceName?: string;
  /**
   * The name under which the mesh knows it as what takes traces.
   *
   * @default "otel-tracing"
   */
  readonly traceSinkName?: string;
}

/**
 * A collector of OpenTelemetry, in the namespace of its chart: whoever is there may send it traces, metrics and logs, and it sends them on.
 * Renders what a service has, a `ConfigMap`, and what its processors ask the API server for, a `ClusterRole`.
 *
 * `platform.telemetry.traceTo(collector)` makes proxies send it traces, `platform.telemetry.logTo(collector.logSink)` their logs.
 */
export class OpenTelemetryCollector extends Construct implements ITelemetryBackend, ITraceSink {
  /** What it does. */
  public readonly config: CollectorConfig;
  /** The service that it is. */
  public readonly service: MeshService;

  /** whether, when its pods were made, nothing asked for more of them than others have */
  private readonly isPlain: boolean;
  private readonly isHeadless: boolean;
  private readonly logs: string;
  /** ports for a Prometheus */
  private readonly opened: readonly ServicePort[];
  private readonly ports: readonly ServicePort[];
  private readonly traces: string;
  private exporter?: OtelExporter;
  private log?: LogSink;
  private trace?: TraceSink;

  /** @throws when another has its name, its pods would get no more memory than its configuration takes, or a trace would come to several of them */
  constructor(scope: Construct, id: string, props: OpenTelemetryCollectorProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const { config = usualConfig(), inMesh = true, logSinkName = 'otel-logs', traceSinkName = 'otel-tracing' } = props;
    const { serviceName: name = 'opentelemetry-collector' } = props;
    claimName(this, { what: 'collector', name }, path, 'Give one of the two another serviceName.');
    config._claim(path, props.everyNode);
    this.config = config;
    this.isHeadless = props.headless ?? false;
    this.logs = logSinkName;
    this.traces = traceSinkName;
    this.ports = config._components.ports(false);
    this.opened = config._components.ports(true);
    const scraped: readonly ServicePort[] = [...this.opened, { name: 'http-metrics', port: config.metricsPort, protocol: AppProtocol.HTTP }];
    const files = new Construct(this, 'files');
    this.service = new MeshService(this, 'collector', serviceProps(props, config, [...served(this.ports, props), ...scraped], path));
    const { serviceName } = this.service;
    const pods = podsOf(this.service);
    endureTaints(pods, props, path);
    mountFiles(files, pods, { name: serviceName, folder: CONFIG_FOLDER, files: () => ({ [CONFIG_FILE]: config.yaml }) });
    giveVariables(pods.containers[0], config);
    this.service.serveMetrics({ port: config.metricsPort });
    leaveUnreported(this.service);
    const { rights } = config._components;
    this.isPlain = isPlain(config);
    if (rights.length > 0) {
      grantInCluster(new Construct(this, 'rights'), { account: serviceName, rules: rights });
      mountToken(pods);
    }
    leaveUnrepeated(this.service, this.ports.filter(({ protocol }) => protocol === AppProtocol.HTTP).map(({ port }) => port));
    if (inMesh) {
      letIn(this.service, this.ports.map(({ port }) => port), this.opened.map(({ port }) => port));
    }
    judgeBackendHosts({ service: this.service, components: config._components, place: path });
    this.node.addValidation({ validate: () => [...config._problems(path), ...this.lateProblems()] });
  }

  /** What the log of requests is sent to, for `telemetry.logTo`. @throws when it takes no OpenTelemetry over gRPC, or has no way for logs */
  public get logSink(): LogSink {
    this.log ??= LogSink.openTelemetry(this.logs, { host: this.service.host, port: this.portFor(Signal.LOGS, OtlpProtocol.GRPC, 'logSink') });
    return this.log;
  }

  /**
   * The variables that make an application send what it tells here, and say in it who it is: for the `env` of a MeshService. They stand behind
   * `POD_NAME` and `POD_NAMESPACE`, which such a service has.
   *
   * @throws when the collector does not speak what the application shall speak, or a name is none
   */
  public envFor(application: ApplicationTelemetry): { [name: string]: EnvValue } {
    const { protocol = OtlpProtocol.GRPC } = application;
    const address = { host: this.service.host, port: this.portOf(protocol, 'envFor'), environment: environmentName(this) };
    return applicationEnv(address, application, `${this.node.path}, envFor`);
  }

  /**
   * Sends signals on to a backend, too, which lets it in.
   *
   * @throws when no pipeline has what the backend takes, or it is this collector, or another one from which the signals come back
   */
  public exportTo(backend: ITelemetryBackend, options: ExportOptions = {}): void {
    exportTo({ config: this.config, caller: this.service, place: `${this.node.path}, exportTo` }, backend, options);
  }

  /** Another collector sends it what it has pipelines for; a trace always to the same of several pods. @internal */
  public _backend(): BackendIntent {
    const { config, service: { host, serviceName: name } } = this;
    if (this.exporter === undefined) {
      const port = this.portOf(OtlpProtocol.GRPC, 'as a backend');
      const words = { name, host, port };
      this.exporter = config._components.needsWholeTraces ? OtelExporter.loadBalancing(words) : OtelExporter.otlp(words);
    }
    return { config, exporter: this.exporter, host, signals: this.exporter._component.signals ?? config._signals };
  }

  /** @internal */
  public _traceSink(): TraceSinkIntent {
    this.trace ??= TraceSink.openTelemetry(this.traces, {
      host: this.service.host,
      port: this.portFor(Signal.TRACES, OtlpProtocol.GRPC, 'as a sink for traces'),
    });
    return this.trace._traceSink();
  }

  /** @throws when proxies could not send there */
  private portFor(signal: Signal, protocol: OtlpProtocol, place: string): number {
    if (this.isHeadless) {
      throw new Error(`${this.node.path}, ${place}: is headless, for a collector in front that sends to its pods individually, so proxies cannot send to it. Use the one in front.`);
    }
    if (!this.config._signals.includes(signal)) {
      throw new Error(`${this.node.path}, ${place}: no pipeline accepts ${signal}. Add one: config.pipeline(Signal.${signal.toUpperCase()}, ...).`);
    }
    return this.portOf(protocol, place);
  }

  private portOf(protocol: OtlpProtocol, place: string): number {
    const name = protocol === OtlpProtocol.GRPC ? 'grpc-otlp' : 'http-otlp';
    const known = this.ports.find(port => port.name === name);
    if (known === undefined) {
      throw new Error(`${this.node.path}, ${place}: does not accept OpenTelemetry over ${protocol}. Add OtelReceiver.otlp() to a pipeline.`);
    }
    return known.port;
  }

  /** What came later found the Service and the pods made already. */
  private lateProblems(): string[] {
    const { _components } = this.config;
    const known = [...this.ports, ...this.opened].map(({ port }) => port);
    const later = [..._components.ports(false), ..._components.ports(true)].filter(({ port }) => !known.includes(port));
    return [
      ...later.map(({ name, port }) => `${this.node.path}: its config also listens at port ${port} ("${name}"), but this was set after its Service was created. Add the pipeline before the collector.`),
      ...this.isPlain && !isPlain(this.config) ? [`${this.node.path}: its config samples whole traces, scrapes metrics or queries the API server, but this was set after its pods were created. Add the pipeline before the collector.`] : [],
    ];
  }
}

/**
 * Lets in everybody who sends. Its own metrics are those of its pods, which proxies serve along with theirs; metrics of others have a page of their
 * own, which a Prometheus without a proxy asks. Its proxy would count that as requests in plain text, of which somebody is told.
 */
function letIn(service: MeshService, sent: readonly number[], scraped: readonly number[]): void {
  const isPassed = scraped.length > 0 && Mesh.of(service)._provider.passesPorts;
  const met = isPassed ? sent : [...sent, ...scraped];
  if (met.length > 0) {
    service.access.allowFrom(Caller.anyone(), { ports: [...met] });
  }
  scraped.forEach(port => service.access.mutualTls(isPassed ? MutualTls.DISABLED : MutualTls.PERMISSIVE, port));
  if (isPassed) {
    service.proxy._passBy(scraped);
  }
}

/**
 * Who sends to pods one by one asks for them by their addresses. Of ports that speak HTTP or gRPC, sidecars of Istio know services by name alone:
 * they would pass requests for an address on as they are, in plain text. Of a port of TCP without an address they know each pod, and mutual TLS with
 * it.
 */
function served(ports: readonly ServicePort[], { headless = false }: OpenTelemetryCollectorProps): readonly ServicePort[] {
  return headless
    ? ports.map(port => port.protocol === AppProtocol.GRPC ? { ...port, name: port.name?.replace(/^grpc/, 'tcp'), protocol: AppProtocol.TCP } : port)
    : ports;
}

/** What the service of a collector is. */
function serviceProps(props: OpenTelemetryCollectorProps, config: CollectorConfig, ports: readonly ServicePort[], place: string): MeshServiceProps {
  const { everyNode, headless, inMesh, serviceName = 'opentelemetry-collector' } = props;
  const [{ name: portName, ...main }, ...morePorts] = ports;
  return {
    ...collectorContainer(config, props, place),
    ...main,
    portName,
    morePorts,
    everyNode,
    headless,
    inMesh,
    serviceName,
    replicas: replicasOf(props, config, place),
    shutdownTime: Duration.seconds(15),
  };
}

/** @throws when it is said of pods that are not on every node */
function endureTaints(pods: Workload, { everyNode = false, onTaintedNodes }: OpenTelemetryCollectorProps, place: string): void {
  if (!everyNode && onTaintedNodes !== undefined) {
    throw new Error(`${place}: does not run on every node, so onTaintedNodes has no effect. Set everyNode: true, or leave it out.`);
  }
  if (pods instanceof DaemonSet && onTaintedNodes !== false) {
    pods.scheduling.tolerate(Node.tainted(NodeTaintQuery.any()));
  }
}

/** Whether nothing is asked of its pods that others do not have. */
function isPlain({ _components: { fetches, needsWholeTraces, rights } }: CollectorConfig): boolean {
  return !fetches && !needsWholeTraces && rights.length === 0;
}

/** Several pods would each know a part of a trace, or ask for the same metrics. @throws when there are several that are not told apart */
function replicasOf(props: OpenTelemetryCollectorProps, config: CollectorConfig, place: string): number | undefined {
  const { everyNode = false, replicas } = props;
  const problem = severalProblem(props, config);
  if (problem === undefined) {
    return replicas;
  }
  const { each, repair, what } = problem;
  if (everyNode) {
    throw new Error(`${place}: ${what}, and the collector of each node ${each}. ${repair}`);
  }
  if (replicas !== undefined && replicas > 1) {
    throw new Error(`${place}: ${what}, and each of ${replicas} pods ${each}. Set replicas: 1. ${repair}`);
  }
  return 1;
}

/** What several pods would do wrong; undefined: nothing. */
function severalProblem(
  { everyNode = false, headless = false }: OpenTelemetryCollectorProps,
  { _components: { fetches, needsWholeTraces } }: CollectorConfig,
): { readonly what: string; readonly each: string; readonly repair: string } | undefined {
  if (fetches) {
    return { what: 'scrapes metrics', each: 'would scrape all targets again', repair: 'Or leave OtelReceiver.prometheus to a separate collector.' };
  }
  return needsWholeTraces && (everyNode || !headless) ? { what: 'samples whole traces', each: 'sees only part of one', repair: LAYERS } : undefined;
}

const LAYERS = 'Or use it in a collector with headless: true, to which one in front exports with exportTo, each trace to one pod.';

/** What comes in over OpenTelemetry is sent on in batches. */
function usualConfig(): CollectorConfig {
  const config = new CollectorConfig();
  const receivers = [OtelReceiver.otlp()];
  const processors = [OtelProcessor.batch({ timeout: Duration.seconds(10), size: 1024 })];
  config._leaveRestTo(OtelExporter.debug());
  config.pipeline(Signal.TRACES, { receivers, processors });
  config.pipeline(Signal.METRICS, { receivers, processors, exporters: [OtelExporter.prometheus({ resourceLabels: true })] });
  config.pipeline(Signal.LOGS, { receivers, processors });
  return config;
}
