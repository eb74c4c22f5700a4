import { Duration } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-28';
import { AppProtocol } from '../mesh/app-protocol';
import { durationText } from '../mesh/private/duration-text';
import { requirePort } from '../mesh/private/hosts/ports';
import { requireUrlPath } from '../mesh/private/telemetry/sink-parts';
import { CollectorTls } from './collector-tls';
import { ComponentOptions, CustomComponentOptions } from './component-options';
import { DebugVerbosity } from './debug-verbosity';
import { OtelExtension } from './otel-extension';
import type { ComponentIntent } from './private/collector/component-intent';
import { requireComponentName } from './private/collector/component-name';
import { customComponent } from './private/collector/custom-component';
import { METRICS_PORT } from './private/collector/metrics-port';
import { requireTarget, senderParts, SenderWords } from './private/collector/sender-parts';
import { speaksTls } from './private/collector/tls-parts';
import { Signal } from './signal';

/** How something is sent on, whatever is spoken. */
export interface SenderProps extends ComponentOptions {
  /**
   * What proves who the collector is.
   *
   * @default - nothing
   */
  readonly auth?: OtelExtension;
  /**
   * Headers whose values are those of Secrets.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: SecretValue };
  /** The full name of the host: `jaeger-collector.observability.svc.cluster.local`. */
  readonly host: string;
  /**
   * How much waits at most while the other side takes nothing, in batches.
   *
   * @default - as the collector says: 1000
   */
  readonly queueSize?: number;
  /**
   * How long sending the same is tried again at most.
   *
   * @default - as the collector says: five minutes
   */
  readonly retryFor?: Duration;
  /**
   * How long it may take to send some.
   *
   * @default - as the collector says: five seconds over gRPC, thirty over HTTP
   */
  readonly timeout?: Duration;
  /**
   * Whether the collector itself speaks TLS. In the mesh proxies do that, and a host outside has it from `originateTls` of its ExternalService.
   *
   * @default - false, unless `tlsOptions` is said
   */
  readonly tls?: boolean;
  /**
   * Whom it trusts and what it shows when it speaks TLS itself, such as an authority of your own. Then `tls` need not be said.
   *
   * @default - it trusts public authorities, and shows nothing
   */
  readonly tlsOptions?: CollectorTls;
}

/** Where OpenTelemetry goes over gRPC. */
export interface OtlpExporterProps extends SenderProps {
  /**
   * The port.
   *
   * @default 4317
   */
  readonly port?: number;
}

/** Where OpenTelemetry goes over HTTP. */
export interface OtlpHttpExporterProps extends SenderProps {
  /**
   * The path in front of `/v1/traces`.
   *
   * @default - none
   */
  readonly path?: string;
  /**
   * The port.
   *
   * @default 4318
   */
  readonly port?: number;
}

/** Where traces go in the language of Zipkin. */
export interface ZipkinExporterProps extends SenderProps {
  /**
   * The path.
   *
   * @default "/api/v2/spans"
   */
  readonly path?: string;
  /**
   * The port.
   *
   * @default 9411
   */
  readonly port?: number;
}

/** Pods of which each gets all spans of its traces. */
export interface LoadBalancingExporterProps extends ComponentOptions {
  /** The full name of a headless Service: it stands for the addresses of all its pods. */
  readonly host: string;
  /**
   * The port of the pods, where OpenTelemetry is spoken over gRPC.
   *
   * @default 4317
   */
  readonly port?: number;
  /**
   * How long it may take to send some.
   *
   * @default - as the collector says: five seconds
   */
  readonly timeout?: Duration;
}

/** A page of metrics that a Prometheus asks for. */
export interface PrometheusExporterProps extends ComponentOptions {
  /**
   * After what time without news a metric is left out.
   *
   * @default - as the collector says: five minutes
   */
  readonly expiration?: Duration;
  /**
   * The port.
   *
   * @default 8889
   */
  readonly port?: number;
  /**
   * Whether attributes of whoever sends, such as the namespace, are labels of each metric.
   *
   * @default false
   */
  readonly resourceLabels?: boolean;
}

/** What is written to the log. */
export interface DebugExporterProps extends ComponentOptions {
  /**
   * How much of it.
   *
   * @default DebugVerbosity.BASIC
   */
  readonly verbosity?: DebugVerbosity;
}

/** Where a collector sends signals on to. */
export class OtelExporter {
  /** Writes to the log of the collector. */
  public static debug({ name, verbosity = DebugVerbosity.BASIC }: DebugExporterProps = {}): OtelExporter {
    return OtelExporter.made({ type: 'debug', name, config: () => ({ verbosity }) }, 'OtelExporter.debug');
  }

  /**
   * Sends all spans of a trace to the same pod of a headless Service, as tail sampling needs it.
   *
   * @throws when the host, the port or the name is none
   */
  public static loadBalancing({ host, name, port = 4317, timeout }: LoadBalancingExporterProps): OtelExporter {
    const call = 'OtelExporter.loadBalancing';
    requireTarget({ host, port }, call);
    return OtelExporter.made({
      type: 'loadbalancing',
      name,
      signals: [Signal.TRACES],
      config: () => ({
        routing_key: 'traceID',
        protocol: { otlp: { tls: { insecure: true }, ...(timeout === undefined ? {} : { timeout: durationText(timeout) }) } },
        resolver: { dns: { hostname: host, port: `${port}` } },
      }),
    }, call);
  }

  /**
   * One that has no words here, in the language of the collector.
   *
   * @throws when the type or the name is none; once it is in a configuration, when its version has no such type
   */
  public static of(componentType: string, config?: { [key: string]: unknown }, options: CustomComponentOptions = {}): OtelExporter {
    return new OtelExporter(customComponent({ kind: 'exporters', type: componentType, config, ...options }, `OtelExporter.of("${componentType}")`));
  }

  /** Sends OpenTelemetry over gRPC. @throws when the host, the port, a header or the name is none */
  public static otlp({ port = 4317, ...props }: OtlpExporterProps): OtelExporter {
    return sender({ type: 'otlp', ...props, port }, 'OtelExporter.otlp', `${props.host}:${port}`);
  }

  /** Sends OpenTelemetry over HTTP. @throws when the host, the port, the path, a header or the name is none */
  public static otlpHttp({ path, port = 4318, ...props }: OtlpHttpExporterProps): OtelExporter {
    const call = 'OtelExporter.otlpHttp';
    requireUrlPath(path, call);
    return sender({ type: 'otlphttp', ...props, port }, call, urlOf({ ...props, port, path }));
  }

  /** Shows metrics on a page. @throws when the port or the name is none */
  public static prometheus({ expiration, name, port = METRICS_PORT, resourceLabels }: PrometheusExporterProps = {}): OtelExporter {
    const call = 'OtelExporter.prometheus';
    requirePort(port, `${call}: port`);
    return OtelExporter.made({
      type: 'prometheus',
      name,
      signals: [Signal.METRICS],
      config: ({ listenAt }) => ({
        endpoint: listenAt(port),
        ...(expiration === undefined ? {} : { metric_expiration: durationText(expiration) }),
        ...(resourceLabels === undefined ? {} : { resource_to_telemetry_conversion: { enabled: resourceLabels } }),
      }),
      ports: [{ name: 'http-prom', port, protocol: AppProtocol.HTTP }],
      isScraped: true,
    }, call);
  }

  /** Sends traces to a Zipkin. @throws when the host, the port, the path, a header or the name is none */
  public static zipkin({ path = '/api/v2/spans', port = 9411, ...props }: ZipkinExporterProps): OtelExporter {
    const call = 'OtelExporter.zipkin';
    requireUrlPath(path, call);
    return sender({ type: 'zipkin', ...props, port }, call, urlOf({ ...props, port, path }), [Signal.TRACES]);
  }

  /** @internal */
  public static _of(component: ComponentIntent): OtelExporter {
    return new OtelExporter(component);
  }

  private static made(component: Omit<ComponentIntent, 'kind'>, call: string): OtelExporter {
    requireComponentName(component.name, call);
    return new OtelExporter({ kind: 'exporters', ...component });
  }

  /** @internal */
  public readonly _component: ComponentIntent;

  private constructor(component: ComponentIntent) {
    this._component = component;
  }
}

function urlOf({ host, path = '', port, ...words }: Omit<SenderWords, 'type'> & { readonly path?: string }): string {
  return `${speaksTls(words) ? 'https' : 'http'}://${host}:${port}${path}`;
}

function sender(words: SenderWords, call: string, endpoint: string, signals?: readonly Signal[]): OtelExporter {
  const { type, name } = words;
  requireComponentName(name, call);
  const { config, env, uses } = senderParts(words, call);
  return OtelExporter._of({ kind: 'exporters', type, name, signals, env, uses, config: place => ({ endpoint, ...config(place) }) });
}
