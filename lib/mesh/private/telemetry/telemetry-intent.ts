import { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type { MeshMetric } from '../../mesh-metric';
import type { ObservedSide } from '../../observed-side';
import type { ObjectName } from '../access/access-provider';
import type { InstallIntent } from '../platform/install-intent';
import type { WorkloadIntent } from '../workload-intent';

/** Where proxies send traces or logs over the network. */
export interface SinkAddressIntent {
  readonly host: string;
  readonly port: number;
}

/** How a trace sink is spoken to. */
export interface OtlpIntent {
  readonly kind: 'opentelemetry';
  readonly address: SinkAddressIntent;
  /** undefined: gRPC */
  readonly path?: string;
  readonly timeout?: Duration;
  readonly headers?: Readonly<Record<string, string>>;
  readonly maxTagLength?: number;
  readonly detectEnvironment?: boolean;
  readonly detectDynatrace?: boolean;
  readonly semanticConventions?: boolean;
  /** undefined: the mesh decides which requests are traced */
  readonly sampler?: DynatraceSamplerIntent;
}

/** A Dynatrace that decides which requests are traced. */
export interface DynatraceSamplerIntent {
  readonly tenant: string;
  readonly clusterId: number;
  readonly rootSpansPerMinute?: number;
  /** where it is asked; undefined: where the traces go */
  readonly api?: {
    readonly address: SinkAddressIntent;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly timeout?: Duration;
  };
}

/** A Zipkin, or what speaks as one. */
export interface ZipkinIntent {
  readonly kind: 'zipkin';
  readonly address: SinkAddressIntent;
  readonly path?: string;
  readonly timeout?: Duration;
  readonly headers?: Readonly<Record<string, string>>;
  readonly maxTagLength?: number;
  readonly shortTraceIds?: boolean;
  readonly w3c?: boolean;
}

/** How a line of a log is written. */
export type LogFormatIntent = { readonly text: string } | { readonly fields: Readonly<Record<string, string>> };

export interface FileLogIntent {
  readonly kind: 'file';
  readonly path: string;
  readonly format?: LogFormatIntent;
  readonly omitEmpty?: boolean;
}

export interface OtlpLogIntent {
  readonly kind: 'opentelemetry-log';
  readonly address: SinkAddressIntent;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly logName?: string;
  readonly format?: LogFormatIntent;
}

/** What takes traces or logs, by the name under which the mesh knows it. */
export interface SinkIntent<T> {
  readonly name: string;
  /** undefined: somebody else tells the mesh */
  readonly definition?: T;
  /** where it is, if that is known */
  readonly host?: string;
}

export type TraceSinkIntent = SinkIntent<OtlpIntent | ZipkinIntent>;
/** `isOutput`: that of proxies, whose name the mesh knows */
export type LogSinkIntent = SinkIntent<FileLogIntent | OtlpLogIntent> & { readonly isOutput?: true };

/** What the installer is told of sinks. */
export interface SinksIntent {
  readonly traces: readonly TraceSinkIntent[];
  readonly logs: readonly LogSinkIntent[];
  /** those that take all of which nothing is said */
  readonly byDefault: { readonly traces: readonly string[]; readonly logs: readonly string[] };
}

/** Where the value of a tag comes from. */
export type TraceTagIntent =
  | { readonly from: 'literal'; readonly value: string }
  | { readonly from: 'expression'; readonly value: string }
  | { readonly from: 'header' | 'environment'; readonly name: string; readonly fallback?: string };

export interface TracingIntent {
  readonly sink?: string;
  readonly sampling?: number;
  readonly tags?: ReadonlyMap<string, TraceTagIntent>;
  /** false: not any more, whatever is said of more pods */
  readonly isOff?: boolean;
  /** undefined: both */
  readonly side?: ObservedSide;
  readonly meshTags?: boolean;
  readonly propagateContext?: boolean;
  readonly sampleByRequestId?: boolean;
}

export interface LogIntent {
  readonly sink: string;
  readonly filter?: string;
  readonly side?: ObservedSide;
}

export interface MetricChangeIntent {
  readonly metric: MeshMetric;
  readonly side?: ObservedSide;
  readonly isOff?: boolean;
  readonly labels: ReadonlyMap<string, string | undefined>;
}

/** All that is said of what is seen of some pods. */
export interface TelemetryIntent {
  readonly pods: WorkloadIntent;
  readonly tracing?: TracingIntent;
  /** `off`: none is written, whatever is said of more pods; to these sinks, where they are known */
  readonly logs: readonly LogIntent[] | { readonly off: readonly string[] };
  readonly metrics: readonly MetricChangeIntent[];
  /** how often connections are counted that stay open */
  readonly tcpInterval?: Duration;
}

/** What takes traces and logs: by name the host, if it is known. */
export interface KnownSinks {
  readonly traces: ReadonlyMap<string, string | undefined>;
  readonly logs: ReadonlyMap<string, string | undefined>;
}

/** What a mesh product makes of what is seen. */
export interface TelemetryProvider {
  /** how the mesh calls the output of proxies, of which nobody has to tell it */
  readonly outputSink: string;
  /** those that the installer is told of, and those that are there by themselves */
  knownSinks(install: InstallIntent, place: string): KnownSinks;
  /** the namespace of which an object that is not ours says what is seen there; undefined: of none as a whole */
  scopeOf(object: ApiObject): string | undefined;
  /** the hosts outside of the cluster that an object makes known, whoever made it */
  outsideHostsOf(object: ApiObject): readonly string[];
  telemetry(place: Construct, name: ObjectName, intent: () => TelemetryIntent): ApiObject;
}
