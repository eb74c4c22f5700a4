import { ContainerResources, EnvValue, Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { MeshService } from '../mesh/mesh-service';
import { restrictedContainer } from '../mesh/private/pods/restricted-container';
import { ServicePort } from '../mesh/service-port';
import { CollectorConfig } from './collector-config';
import { ExportOptions } from './export-options';
import { OtlpProtocol } from './otlp-protocol';
import { judgeBackendHosts } from './private/backends/unknown-backend-hosts';
import { collectorContainer, CONFIG_FILE, CONFIG_FOLDER, giveVariables } from './private/collector/collector-pod';
import { exportTo } from './private/collector/export-to';
import { mountFiles } from './private/pods/mounted-files';
import { podsOfVersion } from './private/pods/service-pods';
import { ITelemetryBackend } from './telemetry-backend';

/** A collector beside an application. */
export interface CollectorSidecarProps {
  /** What it does. Its receivers listen within the pod alone. */
  readonly config: CollectorConfig;
  /**
   * Its image.
   *
   * @default - `otel/opentelemetry-collector-contrib`, of the version of the configuration
   */
  readonly image?: string;
  /**
   * What its container is given, and what it may take. It may take more memory than the limit of the configuration.
   *
   * @default - 100m of CPU, at most one; of memory at most a fourth more than the limit of the configuration
   */
  readonly resources?: ContainerResources;
}

/**
 * A collector in each pod of a service, which its other containers reach at `localhost` alone. They are told where it is, unless they say
 * `OTEL_EXPORTER_OTLP_ENDPOINT` themselves. What it sends on is sent by the service.
 */
export class CollectorSidecar extends Construct {
  /**
   * Puts a collector beside the containers of each version that the service has.
   *
   * @throws when its container would get no more memory than the configuration takes, or it asks the API server for something
   */
  public static beside(service: MeshService, props: CollectorSidecarProps): CollectorSidecar {
    return new CollectorSidecar(service, props);
  }

  /** What it does. */
  public readonly config: CollectorConfig;

  private readonly service: MeshService;

  private constructor(service: MeshService, props: CollectorSidecarProps) {
    super(service, 'collector-sidecar');
    const { config } = props;
    const { path } = this.node;
    config._claim(path);
    this.config = config;
    this.service = service;
    const { fetches, needsWholeTraces, rights } = config._components;
    if (fetches) {
      throw new Error(`${path}: scrapes metrics, and each pod would scrape all targets again. Scrape only localhost, or leave OtelReceiver.prometheus to an OpenTelemetryCollector.`);
    }
    if (rights.length > 0 || needsWholeTraces) {
      throw new Error(`${path}: ${needsWholeTraces ? 'samples whole traces, but sees only parts of them' : 'queries the API server, which every pod would have to do'}. Leave that to an OpenTelemetryCollector, and call exportTo.`);
    }
    const covered = service.versions.map(version => version.name);
    service.versions.forEach(version => this.putBeside(podsOfVersion(version), version.name, props));
    judgeBackendHosts({ service, components: config._components, place: path });
    this.node.addValidation({
      validate: () => [
        ...config._problems(path),
        ...this.portProblems(),
        ...service.versions.filter(({ name }) => !covered.includes(name)).map(({ name }) => `${path}: version "${name}" was added later, and has no collector. Call CollectorSidecar.beside after all versions are added.`),
      ],
    });
  }

  /** Sends signals on to a backend, too, which lets the service in. @throws when no pipeline has what the backend takes */
  public exportTo(backend: ITelemetryBackend, options: ExportOptions = {}): void {
    exportTo({ config: this.config, caller: this.service, place: `${this.node.path}, exportTo` }, backend, options);
  }

  /** All containers of a pod listen in the same place, and the collector within the pod alone: the proxy of the pod asks there, and nobody else. */
  private portProblems(): string[] {
    const { config, node: { path }, service } = this;
    const pods = service.versions.map(podsOfVersion);
    const others = pods.flatMap(({ containers }) => containers).filter(({ name }) => name !== NAME);
    const taken = others.flatMap(({ ports }) => ports.map(({ number }) => number));
    const served = pods.map(({ podMetadata }) => (podMetadata.toJson() as PodMetadata)?.annotations?.['prometheus.io/port']);
    const proxied = (port: number): string => service.inMesh ? `, or have the proxy of the pod scrape it: serveMetrics({ port: ${port} }) of ${service.node.path}` : '';
    const unread = config._components.ports(true).filter(({ port }) => !service.inMesh || served.some(said => said !== `${port}`));
    return [
      ...config._ports.filter(port => taken.includes(port)).map(port => `${path}: listens at port ${port}, as the containers of ${service.node.path} do, so one of them would not start. Give the collector another port.`),
      ...unread.map(({ port }) => `${path}: serves metrics at port ${port} only within the pod, where Prometheus cannot reach them. Export them with exportTo${proxied(port)}.`),
    ];
  }

  private putBeside(pods: Workload, version: string, { config, image, resources }: CollectorSidecarProps): void {
    const { liveness, readiness, ...words } = collectorContainer(config, { image, resources }, this.node.path);
    const address = config._components.ports(false).find(({ name }) => name === 'grpc-otlp' || name === 'http-otlp');
    if (address !== undefined) {
      pods.containers.forEach(({ env }) => tell(env, address));
    }
    const container = pods.addContainer({
      ...restrictedContainer(words, this.node.path),
      name: NAME,
      liveness,
      readiness,
      ports: [{ number: config.healthPort, name: NAME }],
    });
    giveVariables(container, config);
    const name = `${this.service.serviceName}-${version}-collector`;
    mountFiles(new Construct(this, version), pods, {
      name,
      folder: CONFIG_FOLDER,
      containers: [container],
      files: () => ({ [CONFIG_FILE]: config._render('127.0.0.1', '0.0.0.0').text }),
    });
  }
}

const NAME = 'collector';

type PodMetadata = { readonly annotations?: Readonly<Record<string, string>> } | undefined;

/** Where the collector is, and what is spoken there. */
function tell(env: Workload['containers'][number]['env'], { name, port }: ServicePort): void {
  const said = Object.keys(env.variables);
  const values = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: name === 'grpc-otlp' ? OtlpProtocol.GRPC : OtlpProtocol.HTTP,
  };
  if (!said.includes('OTEL_EXPORTER_OTLP_ENDPOINT')) {
    const unsaid = Object.entries(values).filter(([variable]) => !said.includes(variable));
    unsaid.forEach(([variable, value]) => env.addVariable(variable, EnvValue.fromValue(value)));
  }
}
