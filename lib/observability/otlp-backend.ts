import { Duration } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-28';
import { ExternalService } from '../mesh/external-service';
import { MeshService } from '../mesh/mesh-service';
import { CollectorTls } from './collector-tls';
import { OtelExporter } from './otel-exporter';
import { OtelExtension } from './otel-extension';
import { OtlpProtocol } from './otlp-protocol';
import type { BackendIntent } from './private/backends/backend-intent';
import { Signal } from './signal';
import { ITelemetryBackend } from './telemetry-backend';

/** What takes OpenTelemetry, wherever it is. */
export interface OtlpBackendProps {
  /**
   * What proves who the collector is.
   *
   * @default - nothing
   */
  readonly auth?: OtelExtension;
  /**
   * Headers whose values are those of Secrets, such as a key.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: SecretValue };
  /**
   * The path in front of `/v1/traces`. Only over HTTP.
   *
   * @default - none
   */
  readonly path?: string;
  /**
   * Its port.
   *
   * @default - 4317 for gRPC, 4318 for HTTP; of an ExternalService its main one
   */
  readonly port?: number;
  /**
   * How it is spoken to.
   *
   * @default OtlpProtocol.GRPC
   */
  readonly protocol?: OtlpProtocol;
  /**
   * How much waits at most while it takes nothing, in batches.
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
   * What it takes. A Tempo takes traces alone.
   *
   * @default - traces, metrics and logs
   */
  readonly signals?: Signal[];
  /**
   * How long it may take to send some.
   *
   * @default - as the collector says: five seconds over gRPC, thirty over HTTP
   */
  readonly timeout?: Duration;
  /**
   * Whether the collector itself speaks TLS with it. Proxies do that in the mesh, and outside with `originateTls` of an ExternalService.
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

/** What takes OpenTelemetry: a Tempo, a Loki, a Grafana Cloud, a Honeycomb. */
export class OtlpBackend implements ITelemetryBackend {
  /**
   * One outside of the mesh. With `originateTls` proxies speak TLS with it.
   *
   * @param name what its exporter is called
   * @throws when the name, a header or a number is none
   */
  public static external(name: string, service: ExternalService, props: OtlpBackendProps = {}): OtlpBackend {
    const [{ port }] = service._destinations();
    return OtlpBackend.made(name, service.host, { port, ...props });
  }

  /**
   * One by its full name, of which nothing else is known here.
   *
   * @param name what its exporter is called
   * @throws when the name, the host, a header or a number is none
   */
  public static host(name: string, host: string, props: OtlpBackendProps = {}): OtlpBackend {
    return OtlpBackend.made(name, host, props);
  }

  /**
   * A service of the same environment, which lets the collector in.
   *
   * @param name what its exporter is called
   * @throws when the name, a header or a number is none
   */
  public static service(name: string, service: MeshService, props: OtlpBackendProps = {}): OtlpBackend {
    const { port = usualPort(props) } = props;
    const admit: BackendIntent['admit'] = service.inMesh ? caller => service.access.allowFrom(caller, { ports: [port] }) : undefined;
    return OtlpBackend.made(name, service.host, props, admit);
  }

  private static made(name: string, host: string, props: OtlpBackendProps, admit?: BackendIntent['admit']): OtlpBackend {
    const { path, protocol = OtlpProtocol.GRPC, signals = Object.values(Signal), port = usualPort(props), ...others } = props;
    const isGrpc = protocol === OtlpProtocol.GRPC;
    if (isGrpc && path !== undefined) {
      throw new Error(`OtlpBackend "${name}": gRPC has no path. Set protocol: OtlpProtocol.HTTP, or leave it out.`);
    }
    if (signals.length === 0) {
      throw new Error(`OtlpBackend "${name}": signals is empty. Set one, such as Signal.TRACES, or leave signals out for all.`);
    }
    const words = { ...others, host, name, port };
    const exporter = isGrpc ? OtelExporter.otlp(words) : OtelExporter.otlpHttp({ ...words, path });
    return new OtlpBackend({ signals: [...signals], host, admit, exporter });
  }

  private constructor(private readonly intent: BackendIntent) {}

  /** @internal */
  public _backend(): BackendIntent {
    return this.intent;
  }
}

function usualPort({ protocol }: OtlpBackendProps): number {
  return protocol === OtlpProtocol.HTTP ? 4318 : 4317;
}
