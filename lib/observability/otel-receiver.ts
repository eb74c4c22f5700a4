import { Duration } from 'cdk8s';
import { AppProtocol } from '../mesh/app-protocol';
import { durationText } from '../mesh/private/duration-text';
import { requirePort } from '../mesh/private/hosts/ports';
import { ServicePort } from '../mesh/service-port';
import { ComponentOptions, CustomComponentOptions } from './component-options';
import { OtlpProtocol } from './otlp-protocol';
import type { ComponentIntent, ConfigMap } from './private/collector/component-intent';
import { requireComponentName } from './private/collector/component-name';
import { literal } from './private/collector/config-values';
import { customComponent } from './private/collector/custom-component';
import { Signal } from './signal';

/** Where OpenTelemetry comes in. */
export interface OtlpReceiverProps extends ComponentOptions {
  /**
   * The port for gRPC.
   *
   * @default 4317
   */
  readonly grpcPort?: number;
  /**
   * The port for HTTP.
   *
   * @default 4318
   */
  readonly httpPort?: number;
  /**
   * How it is spoken to.
   *
   * @default - over gRPC and HTTP
   */
  readonly protocols?: OtlpProtocol[];
}

/** Where something comes in over one port. */
export interface PortReceiverProps extends ComponentOptions {
  /**
   * The port.
   *
   * @default - the usual one
   */
  readonly port?: number;
}

/** Where Jaeger of former days sends to. */
export interface JaegerReceiverProps extends ComponentOptions {
  /**
   * The port for gRPC.
   *
   * @default 14250
   */
  readonly grpcPort?: number;
  /**
   * The port for Thrift over HTTP.
   *
   * @default 14268
   */
  readonly thriftPort?: number;
}

/** Pages with metrics that are asked for. */
export interface PrometheusJob {
  /**
   * How often they are asked for.
   *
   * @default - every minute
   */
  readonly interval?: Duration;
  /** What they are called: the label `job`. */
  readonly job: string;
  /**
   * The path of the page.
   *
   * @default "/metrics"
   */
  readonly path?: string;
  /** Hosts with a port: `web.shop.svc.cluster.local:8080`. */
  readonly targets: string[];
}

/** Pages that are asked for metrics. */
export interface PrometheusReceiverProps extends ComponentOptions {
  /** What is asked. */
  readonly jobs: PrometheusJob[];
}

/** By what a collector gets signals. */
export class OtelReceiver {
  /** Takes traces of clients of Jaeger that know nothing newer. @throws when a port or the name is none */
  public static jaeger({ grpcPort = 14_250, name, thriftPort = 14_268 }: JaegerReceiverProps = {}): OtelReceiver {
    const call = 'OtelReceiver.jaeger';
    return new OtelReceiver({
      kind: 'receivers',
      type: 'jaeger',
      name: requireComponentName(name, call),
      signals: [Signal.TRACES],
      config: ({ listenAt }) => ({ protocols: { grpc: { endpoint: listenAt(grpcPort) }, thrift_http: { endpoint: listenAt(thriftPort) } } }),
      ports: [portOf('grpc-jaeger', name, grpcPort), portOf('http-jaeger', name, thriftPort)],
    });
  }

  /**
   * One that has no words here, in the language of the collector. The ports at which it listens are not known here.
   *
   * @throws when the type or the name is none; once it is in a configuration, when its version has no such type
   */
  public static of(componentType: string, config?: { [key: string]: unknown }, options: CustomComponentOptions = {}): OtelReceiver {
    return new OtelReceiver(customComponent({ kind: 'receivers', type: componentType, config, ...options }, `OtelReceiver.of("${componentType}")`));
  }

  /** Takes OpenTelemetry. @throws when a port or the name is none, or it is spoken to in no way */
  public static otlp(props: OtlpReceiverProps = {}): OtelReceiver {
    const call = 'OtelReceiver.otlp';
    const { grpcPort = 4317, httpPort = 4318, name, protocols = [OtlpProtocol.GRPC, OtlpProtocol.HTTP] } = props;
    if (protocols.length === 0) {
      throw new Error(`${call}: protocols is empty. Set OtlpProtocol.GRPC, OtlpProtocol.HTTP, or leave protocols out.`);
    }
    const grpc = protocols.includes(OtlpProtocol.GRPC);
    const http = protocols.includes(OtlpProtocol.HTTP);
    return new OtelReceiver({
      kind: 'receivers',
      type: 'otlp',
      name: requireComponentName(name, call),
      config: ({ listenAt }) => ({
        protocols: {
          ...(grpc ? { grpc: { endpoint: listenAt(grpcPort) } } : {}),
          ...(http ? { http: { endpoint: listenAt(httpPort) } } : {}),
        },
      }),
      ports: [...(grpc ? [portOf('grpc-otlp', name, grpcPort)] : []), ...(http ? [portOf('http-otlp', name, httpPort)] : [])],
    });
  }

  /**
   * Asks pages for metrics, as Prometheus does. A collector with it has one pod, since several would each ask, and count all once more.
   *
   * @throws when it asks nobody, or the name is none
   */
  public static prometheus({ jobs, name }: PrometheusReceiverProps): OtelReceiver {
    const call = 'OtelReceiver.prometheus';
    const silent = jobs.find(({ targets }) => targets.length === 0);
    if (jobs.length === 0 || silent !== undefined) {
      throw new Error(`${call}: ${silent === undefined ? 'it' : `the job "${silent.job}"`} has no targets. Set them, such as targets: ["web.shop.svc.cluster.local:8080"].`);
    }
    return new OtelReceiver({
      kind: 'receivers',
      type: 'prometheus',
      name: requireComponentName(name, call),
      signals: [Signal.METRICS],
      config: () => ({ config: { scrape_configs: jobs.map(scrapeConfig) } }),
      fetches: jobs.some(({ targets }) => targets.some(target => !/^(localhost|127\.0\.0\.1)(:|$)/.test(target))),
    });
  }

  /** Takes traces of clients of Zipkin. @throws when the port or the name is none */
  public static zipkin({ name, port = 9411 }: PortReceiverProps = {}): OtelReceiver {
    const call = 'OtelReceiver.zipkin';
    return new OtelReceiver({
      kind: 'receivers',
      type: 'zipkin',
      name: requireComponentName(name, call),
      signals: [Signal.TRACES],
      config: ({ listenAt }) => ({ endpoint: listenAt(port) }),
      ports: [portOf('http-zipkin', name, port)],
    });
  }

  /** @internal */
  public readonly _component: ComponentIntent;

  private constructor(component: ComponentIntent) {
    this._component = component;
  }
}

/** A port of the Service whose name says what is spoken there; of a receiver with a name, that and the number. */
function portOf(usual: string, receiver: string | undefined, port: number): ServicePort {
  requirePort(port, `the receiver of "${usual}"`);
  const protocol = usual.startsWith('grpc') ? AppProtocol.GRPC : AppProtocol.HTTP;
  return { name: receiver === undefined ? usual : `${protocol}-${port}`, port, protocol };
}

function scrapeConfig({ interval = Duration.minutes(1), job, path = '/metrics', targets }: PrometheusJob): ConfigMap {
  return {
    job_name: literal(job),
    scrape_interval: durationText(interval),
    metrics_path: literal(path),
    static_configs: [{ targets: targets.map(literal) }],
  };
}
