import { LogFormat } from './log-format';
import { requireAddress, requireSinkHost, requireSinkName } from './private/telemetry/sink-parts';
import type { LogSinkIntent } from './private/telemetry/telemetry-intent';

/** A file that proxies write, usually that of their output. */
export interface FileLogProps {
  /**
   * How requests are written.
   *
   * @default - as the mesh says
   */
  readonly format?: LogFormat;
  /**
   * Whether fields without a value are left out.
   *
   * @default false
   */
  readonly omitEmptyValues?: boolean;
  /**
   * The file.
   *
   * @default - `/dev/stdout`, which is what `kubectl logs` shows
   */
  readonly path?: string;
}

/** A collector of logs that speaks OpenTelemetry over gRPC. */
export interface OpenTelemetryLogProps {
  /**
   * Attributes that each request gets beside its line, in the language of the mesh: for Istio operators of Envoy, such as `%RESPONSE_CODE%`.
   *
   * @default - none; a format with fields makes attributes of them
   */
  readonly attributes?: { [name: string]: string };
  /**
   * How requests are written.
   *
   * @default - as the mesh says
   */
  readonly format?: LogFormat;
  /** The full name of its host: `opentelemetry-collector.observability.svc.cluster.local`. The mesh has to know it. */
  readonly host: string;
  /**
   * What the log is called there.
   *
   * @default - as the mesh says
   */
  readonly logName?: string;
  /**
   * Its port.
   *
   * @default 4317
   */
  readonly port?: number;
}

/** What is known here of a sink that somebody else defines. */
export interface LogSinkReference {
  /**
   * The full name of its host, if it is one.
   *
   * @default - none: it is a file
   */
  readonly host?: string;
}

/** What takes the log of requests, by the name under which the mesh knows it. The platform defines it once; whoever has the name can log there. */
export class LogSink {
  /** The output of proxies, in the format of the mesh. Nobody has to define it. */
  public static readonly OUTPUT = new LogSink({ name: 'output', isOutput: true });

  /** A file, or the output of proxies, in a format of one's own. @throws when the name or the path is none */
  public static file(name: string, { format, omitEmptyValues: omitEmpty, path = '/dev/stdout' }: FileLogProps = {}): LogSink {
    const call = `LogSink.file("${name}")`;
    if (!path.startsWith('/')) {
      throw new Error(`${call}: "${path}" is not an absolute file path. Use one such as "/dev/stdout".`);
    }
    return new LogSink({ name: requireSinkName(name, call), definition: { kind: 'file', path, format: format?._intent, omitEmpty } });
  }

  /** One that the platform defines, elsewhere. @throws when the name or the host is none */
  public static fromName(name: string, { host }: LogSinkReference = {}): LogSink {
    const call = `LogSink.fromName("${name}")`;
    return new LogSink({ name: requireSinkName(name, call), host: host === undefined ? undefined : requireSinkHost(host, call) });
  }

  /** A collector that speaks OpenTelemetry. @throws when something of it is none */
  public static openTelemetry(name: string, { attributes, format, host, logName, port = 4317 }: OpenTelemetryLogProps): LogSink {
    const call = `LogSink.openTelemetry("${name}")`;
    const address = requireAddress({ host, port }, call);
    requireAttributes(attributes, format, call);
    const definition = { kind: 'opentelemetry-log', address, logName, format: format?._intent, attributes: attributes && { ...attributes } } as const;
    return new LogSink({ name: requireSinkName(name, call), host, definition });
  }

  /** The name under which the mesh knows it. For the output of proxies each mesh has one of its own. */
  public readonly name: string;
  /** @internal */
  public readonly _intent: LogSinkIntent;

  private constructor(intent: LogSinkIntent) {
    this.name = intent.name;
    this._intent = intent;
  }
}

/** @throws when attributes are none, or are said twice */
function requireAttributes(attributes: OpenTelemetryLogProps['attributes'], format: LogFormat | undefined, call: string): void {
  const all = Object.entries(attributes ?? {});
  if (attributes !== undefined && (all.length === 0 || all.some(([name, value]) => name === '' || value === ''))) {
    throw new Error(`${call}: expected at least one attribute, each with a name and a value. Set them, for example { status: "%RESPONSE_CODE%" }, or leave them out.`);
  }
  if (attributes !== undefined && format !== undefined && 'fields' in format._intent) {
    throw new Error(`${call}: the fields of the format are attributes, too. Pass all of them as attributes, and LogFormat.text for the line.`);
  }
}
