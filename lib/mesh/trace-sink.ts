import { Duration } from 'cdk8s';
import { requireCount } from './private/require-count';
import { requireTime } from './private/require-time';
import { requireAddress, requireSinkHeaders, requireSinkHost, requireSinkName, requireUrlPath } from './private/telemetry/sink-parts';
import type { TraceSinkIntent } from './private/telemetry/telemetry-intent';
import { TraceSampler } from './trace-sampler';

/** What takes traces: a collector, or what stands for one. */
export interface ITraceSink {
  /** @internal */
  _traceSink(): TraceSinkIntent;
}

/** Where a collector is, whatever it speaks. */
export interface TraceSinkProps {
  /** The full name of its host: `opentelemetry-collector.observability.svc.cluster.local`. The mesh has to know it. */
  readonly host: string;
  /**
   * Headers that it gets with traces. They are written down in plain text: no place for a secret.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string };
  /**
   * How many bytes of a path the tag with the URL may have.
   *
   * @default - as the mesh says: for Istio 256
   */
  readonly maxTagLength?: number;
  /**
   * How long it may take to send some.
   *
   * @default - as the mesh says; over HTTP, for Istio, three seconds
   */
  readonly timeout?: Duration;
}

/** A collector that speaks OpenTelemetry. */
export interface OpenTelemetrySinkProps extends TraceSinkProps {
  /**
   * Whether traces get what `OTEL_RESOURCE_ATTRIBUTES` says in the environment of the proxy.
   *
   * @default false
   */
  readonly detectEnvironment?: boolean;
  /**
   * Whether traces get what a OneAgent of Dynatrace knows of the pod.
   *
   * @default false
   */
  readonly detectDynatrace?: boolean;
  /**
   * Its port. The Service has to say what is spoken there, as a name `grpc-otlp` or `http-otlp` does: what the mesh has to guess loses all traces.
   *
   * @default - 4317 for gRPC, 4318 for HTTP
   */
  readonly port?: number;
  /**
   * The path for OpenTelemetry over HTTP: `/v1/traces`.
   *
   * @default - it is spoken over gRPC
   */
  readonly path?: string;
  /**
   * Who decides which requests are traced. What is said by `sample` then does not count.
   *
   * @default - the mesh
   */
  readonly sampler?: TraceSampler;
  /**
   * Whether services are called in traces as the conventions of OpenTelemetry say, and not as the mesh calls them.
   *
   * @default false
   */
  readonly semanticConventions?: boolean;
}

/** A Zipkin, or what speaks as one. */
export interface ZipkinSinkProps extends TraceSinkProps {
  /**
   * The path for traces.
   *
   * @default - `/api/v2/spans`
   */
  readonly path?: string;
  /**
   * Its port.
   *
   * @default 9411
   */
  readonly port?: number;
  /**
   * Whether the ids of traces have 64 bits, as old tracers want them, and not 128.
   *
   * @default false
   */
  readonly shortTraceIds?: boolean;
  /**
   * Whether proxies read and write the headers of the W3C (`traceparent`) as well as those of Zipkin (`x-b3-...`).
   *
   * @default false
   */
  readonly w3c?: boolean;
}

/** What is known here of a sink that somebody else defines. */
export interface TraceSinkReference {
  /**
   * The full name of its host. A service that says what it `calls` has to know it, when it names the sink.
   *
   * @default - it is looked up at the platform, where that is in the same environment
   */
  readonly host?: string;
}

/** What takes traces, by the name under which the mesh knows it. The platform defines it once; whoever has the name can send there. */
export class TraceSink implements ITraceSink {
  /** One that the platform defines, elsewhere. @throws when the name or the host is none */
  public static fromName(name: string, { host }: TraceSinkReference = {}): TraceSink {
    const call = `TraceSink.fromName("${name}")`;
    return new TraceSink({ name: requireSinkName(name, call), host: host === undefined ? undefined : requireSinkHost(host, call) });
  }

  /** A collector that speaks OpenTelemetry, over gRPC or, with a path, over HTTP. @throws when something of it is none */
  public static openTelemetry(name: string, props: OpenTelemetrySinkProps): TraceSink {
    const call = `TraceSink.openTelemetry("${name}")`;
    const { host, port = props.path === undefined ? 4317 : 4318, headers, sampler: said, ...others } = props;
    requireCommon(props, call);
    const address = requireAddress({ host, port }, call);
    const sampler = said?._intent;
    if (sampler !== undefined && sampler.api === undefined && props.path === undefined) {
      throw new Error(`${call}: the sampler is queried over HTTP at the address of the traces, but they are sent over gRPC. Set the host of the sampler, or a path of the sink.`);
    }
    return new TraceSink({ name: requireSinkName(name, call), host, definition: { kind: 'opentelemetry', address, headers: headers && { ...headers }, sampler, ...others } });
  }

  /** A Zipkin, or what speaks as one. @throws when something of it is none */
  public static zipkin(name: string, { host, port = 9411, headers, ...others }: ZipkinSinkProps): TraceSink {
    const call = `TraceSink.zipkin("${name}")`;
    requireCommon({ headers, ...others }, call);
    const address = requireAddress({ host, port }, call);
    return new TraceSink({ name: requireSinkName(name, call), host, definition: { kind: 'zipkin', address, headers: headers && { ...headers }, ...others } });
  }

  /** The name under which the mesh knows it. */
  public readonly name: string;

  private constructor(private readonly intent: TraceSinkIntent) {
    this.name = intent.name;
  }

  /** @internal */
  public _traceSink(): TraceSinkIntent {
    return this.intent;
  }
}

function requireCommon({ headers, maxTagLength, path, timeout }: Omit<TraceSinkProps, 'host'> & { readonly path?: string }, call: string): void {
  requireCount(maxTagLength, 1, `${call}: maxTagLength`);
  requireUrlPath(path, call);
  requireTime(timeout, 'milliseconds', `${call}: timeout`);
  requireSinkHeaders(headers, call);
}
