import { Duration, Size, Yaml } from 'cdk8s';
import { ContainerResources, Cpu, Probe } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from '../mesh/app-protocol';
import { MeshService } from '../mesh/mesh-service';
import { MeshServiceBaseProps } from '../mesh/mesh-service-base';
import { requireUrlPath } from '../mesh/private/telemetry/sink-parts';
import { WorkloadProps } from '../mesh/workload-props';
import { JaegerStorage } from './jaeger-storage';
import { OtelExporter } from './otel-exporter';
import type { BackendIntent } from './private/backends/backend-intent';
import { JAEGER_PORTS, jaegerConfig } from './private/backends/jaeger-config';
import { collectGarbageBelow } from './private/collector/collector-pod';
import { mountFiles } from './private/pods/mounted-files';
import { podsOf } from './private/pods/service-pods';
import { leaveUnrepeated } from './private/pods/unrepeated';
import { leaveUnreported } from './private/pods/unreported';
import { addPageEntry } from './private/runbook/page-entry';
import { Signal } from './signal';
import { ITelemetryBackend } from './telemetry-backend';

/** A Jaeger, and how it runs. */
export interface JaegerProps {
  /**
   * What stands in front of the paths of its pages: `/jaeger`.
   *
   * @default - nothing
   */
  readonly basePath?: string;
  /**
   * Its image, of Jaeger 2.
   *
   * @default "jaegertracing/jaeger:2.17.0"
   */
  readonly image?: string;
  /**
   * Whether its pods take part in the mesh.
   *
   * @default true
   */
  readonly inMesh?: boolean;
  /**
   * How many pods there are. Only with a storage that they share.
   *
   * @default 1
   */
  readonly replicas?: number;
  /**
   * What its container is given, and what it may take.
   *
   * @default - 100m of CPU and 256Mi of memory, at most one CPU and 1Gi
   */
  readonly resources?: ContainerResources;
  /**
   * Name of the Service.
   *
   * @default "jaeger-collector"
   */
  readonly serviceName?: string;
  /**
   * Where it keeps traces.
   *
   * @default - in memory
   */
  readonly storage?: JaegerStorage;
}

/**
 * A Jaeger 2, which keeps traces and shows them: OpenTelemetry at 4317 and 4318, Zipkin at 9411, its pages at 16686 and 16685 for gRPC. Nobody may
 * call it but who is let in: a collector lets itself in with `exportTo`.
 */
export class Jaeger extends Construct implements ITelemetryBackend {
  /** The service that it is. */
  public readonly service: MeshService;

  private readonly backend: BackendIntent;

  /** @throws when there are several pods of a storage that they do not share */
  constructor(scope: Construct, id: string, props: JaegerProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const { basePath, inMesh = true, serviceName = 'jaeger-collector', storage = JaegerStorage.memory() } = props;
    requireUrlPath(basePath, `${path}: basePath`);
    const files = new Construct(this, 'files');
    this.service = new MeshService(this, 'jaeger', { ...podProps(props, storage, path), ...PORTS, inMesh, serviceName });
    const pods = podsOf(this.service);
    const config = Yaml.stringify(jaegerConfig({ storage: storage._intent.config, basePath }));
    mountFiles(files, pods, { name: serviceName, folder: FOLDER, files: () => ({ [FILE]: config }) });
    this.service.serveMetrics({ port: JAEGER_PORTS.metrics });
    leaveUnreported(this.service);
    addPageEntry(this.service, { port: JAEGER_PORTS.query, path: basePath });
    leaveUnrepeated(this.service, [JAEGER_PORTS.otlpHttp, JAEGER_PORTS.zipkin]);
    const { access, host } = this.service;
    const port = JAEGER_PORTS.otlpGrpc;
    this.backend = {
      signals: [Signal.TRACES],
      host,
      exporter: OtelExporter.otlp({ name: serviceName, host, port }),
      admit: inMesh ? caller => access.allowFrom(caller, { ports: [port] }) : undefined,
    };
  }

  /** @internal */
  public _backend(): BackendIntent {
    return this.backend;
  }
}

const FOLDER = '/etc/jaeger';
const FILE = 'config.yaml';
/** As which the image runs. */
const USER = 10_001;

const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(100), limit: Cpu.units(1) },
  memory: { request: Size.mebibytes(256), limit: Size.gibibytes(1) },
};

const PORTS: MeshServiceBaseProps = {
  port: JAEGER_PORTS.otlpGrpc,
  portName: 'grpc-otlp',
  protocol: AppProtocol.GRPC,
  morePorts: [
    { name: 'http-otlp', port: JAEGER_PORTS.otlpHttp },
    { name: 'http-zipkin', port: JAEGER_PORTS.zipkin },
    { name: 'http-query', port: JAEGER_PORTS.query },
    { name: 'grpc-query', port: JAEGER_PORTS.queryGrpc, protocol: AppProtocol.GRPC },
    { name: 'http-metrics', port: JAEGER_PORTS.metrics },
  ],
};

/** What runs, and how much of it. @throws when there are several pods of a storage that they do not share */
function podProps(props: JaegerProps, { _intent }: JaegerStorage, place: string): WorkloadProps & { readonly stateful?: boolean } {
  const { env, isShared, volume } = _intent;
  const { image = 'jaegertracing/jaeger:2.17.0', replicas = 1, resources = RESOURCES } = props;
  if (replicas > 1 && !isShared) {
    throw new Error(`${place}: ${replicas} pods would each store part of the traces. Set replicas: 1, or use JaegerStorage.elasticsearch.`);
  }
  const status = Probe.fromHttpGet('/status', { port: JAEGER_PORTS.health });
  return {
    image,
    args: [`--config=${FOLDER}/${FILE}`],
    env: { ...(resources.memory?.limit === undefined ? {} : collectGarbageBelow(resources.memory.limit)), ...env },
    user: USER,
    liveness: status,
    readiness: status,
    replicas,
    resources,
    shutdownTime: Duration.seconds(15),
    ...(volume === undefined ? {} : { stateful: true, storage: [volume], storageGroup: USER }),
  };
}
