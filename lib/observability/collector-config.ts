import { Duration, Size } from 'cdk8s';
import { requirePort } from '../mesh/private/hosts/ports';
import { requireTime } from '../mesh/private/require-time';
import { CollectorVersion } from './collector-version';
import { OtelExporter } from './otel-exporter';
import { OtelExtension } from './otel-extension';
import { OtelProcessor } from './otel-processor';
import { OtelReceiver } from './otel-receiver';
import type { ComponentIntent } from './private/collector/component-intent';
import { ConfigText, configObject, PipelineIntent, textOf } from './private/collector/config-object';
import { mebibytes } from './private/collector/config-values';
import { ExportWay, requireNoCircle } from './private/collector/export-circles';
import { givenComponents } from './private/collector/given-components';
import { requireOrder } from './private/collector/processor-order';
import { RegisteredComponents } from './private/collector/registered-components';
import { Signal } from './signal';

/** What holds for the whole collector. */
export interface CollectorConfigProps {
  /**
   * What it can besides. What an exporter names as its `auth` is there by itself.
   *
   * @default - none
   */
  readonly extensions?: OtelExtension[];
  /**
   * The port at which it tells that it is alive.
   *
   * @default 13133
   */
  readonly healthPort?: number;
  /**
   * How often it looks how much memory it takes.
   *
   * @default - every second
   */
  readonly memoryCheckInterval?: Duration;
  /**
   * How much memory it may take before it refuses more. Each pipeline asks that first of all.
   *
   * @default - 512 mebibytes
   */
  readonly memoryLimit?: Size;
  /**
   * How much of it is kept free for what comes between two looks.
   *
   * @default - as the collector says: a fifth of the limit
   */
  readonly memorySpikeLimit?: Size;
  /**
   * The port with its own metrics.
   *
   * @default 8888
   */
  readonly metricsPort?: number;
  /**
   * The version of the collector that reads it.
   *
   * @default - 0.144.0
   */
  readonly version?: CollectorVersion;
}

/** The way of a signal through the collector. */
export interface PipelineProps {
  /**
   * Where it goes. `exportTo` of the collector adds more.
   *
   * @default - nowhere, until `exportTo` says more
   */
  readonly exporters?: OtelExporter[];
  /**
   * What tells it from another one of the signal.
   *
   * @default - it has no name
   */
  readonly name?: string;
  /**
   * What happens on the way, in that order.
   *
   * @default - nothing, but that too much is refused
   */
  readonly processors?: OtelProcessor[];
  /** Where it comes in. */
  readonly receivers: OtelReceiver[];
}

/**
 * What a collector does, as objects that refer to each other: what no pipeline has is not in it, and what a pipeline has is there. Of one version,
 * whose names it uses.
 */
export class CollectorConfig {
  /** The version of the collector that reads it. */
  public readonly version: CollectorVersion;
  /** The port at which it tells that it is alive. */
  public readonly healthPort: number;
  /** How much memory it may take before it refuses more. */
  public readonly memoryLimit: Size;
  /** The port with its own metrics. */
  public readonly metricsPort: number;

  private readonly components: RegisteredComponents;
  private readonly pipelines: PipelineIntent[] = [];
  private readonly limiter: { readonly interval: Duration; readonly spike?: Size };
  private readonly ways: ExportWay[] = [];
  private owner?: string;
  private rest?: ComponentIntent;

  /** @throws when a size, time or port is none, or the version has an extension no more */
  constructor(props: CollectorConfigProps = {}) {
    const { extensions = [], healthPort = 13_133, metricsPort = 8888, version = CollectorVersion.of('0.144.0') } = props;
    const { memoryCheckInterval = Duration.seconds(1), memoryLimit = Size.mebibytes(512), memorySpikeLimit: spike } = props;
    requireOwnPorts(healthPort, metricsPort);
    requireTime(memoryCheckInterval, 'milliseconds', `${PLACE}: memoryCheckInterval`);
    const limit = mebibytes(memoryLimit, `${PLACE}: memoryLimit`);
    if (spike !== undefined && mebibytes(spike, `${PLACE}: memorySpikeLimit`) >= limit) {
      throw new Error(`${PLACE}: memorySpikeLimit is ${spike.asString()} of ${memoryLimit.asString()}, so nothing would be accepted. Set less, or leave it out.`);
    }
    this.version = version;
    this.healthPort = healthPort;
    this.memoryLimit = memoryLimit;
    this.metricsPort = metricsPort;
    this.limiter = { interval: memoryCheckInterval, spike };
    this.components = new RegisteredComponents(version, new Map([[healthPort, 'healthPort'], [metricsPort, 'metricsPort']]));
    givenComponents('extensions', extensions, PLACE).forEach(component => this.components.add(component, `${PLACE}, extensions`));
  }

  /** The configuration as the collector reads it, for a collector that others reach. */
  public get yaml(): string {
    return this._render().text;
  }

  /**
   * Says the way of a signal. What is the same object in several pipelines is one component.
   *
   * @throws when there is one of this signal and name, a component is not there or not for the signal, two of a type have the same name, the order of
   * processors would lose something, or the version has a component no more
   */
  public pipeline(signal: Signal, { exporters = [], name, processors = [], receivers = [] }: PipelineProps): void {
    const id = name === undefined ? signal : `${signal}/${name}`;
    const place = `${PLACE}, pipeline "${id}"`;
    if (this.pipelines.some(known => known.id === id)) {
      throw new Error(`${place}: is already set. Set it once, or give one of the two a name.`);
    }
    if (receivers.length === 0) {
      throw new Error(`${place}: has no receiver. Add one, such as OtelReceiver.otlp().`);
    }
    const intent = {
      id,
      signal,
      receivers: givenComponents('receivers', receivers, place),
      processors: givenComponents('processors', processors, place),
      exporters: givenComponents('exporters', exporters, place),
    };
    requireOrder(intent.processors, place);
    [...intent.receivers, ...intent.processors, ...intent.exporters].forEach(component => this.components.add(component, place, signal));
    this.pipelines.push(intent);
  }

  /** Sends what comes by the pipelines of some signals there, too. @throws when no pipeline has one of them, or they come back @internal */
  public _export({ exporter, next, signals }: Exported, place: string): void {
    const meant = this.pipelines.filter(({ signal }) => signals.includes(signal));
    if (meant.length === 0) {
      const known = [...new Set(this.pipelines.map(({ signal }) => signal))].join(', ') || 'none';
      throw new Error(`${place}: no pipeline has these signals: ${signals.join(', ')}. Known signals: ${known}. Add a pipeline to the configuration first.`);
    }
    const ways = next === undefined ? [] : this._signals.filter(signal => signals.includes(signal)).map(signal => ({ to: next, signal }));
    requireNoCircle(this, ways, place);
    this.ways.push(...ways);
    meant.forEach(pipeline => {
      this.components.add(exporter._component, place, pipeline.signal);
      pipeline.exporters.push(exporter._component);
    });
  }

  /** Says where goes what has nowhere else to go. @internal */
  public _leaveRestTo({ _component }: OtelExporter): void {
    this.rest = _component;
  }

  /** Makes it that of one collector, or of one on each node. @throws when it is that of another @internal */
  public _claim(owner: string, everyNode = false): void {
    if (this.owner !== undefined) {
      throw new Error(`${owner}: its config already belongs to "${this.owner}", and changes of one would affect the other. Create a CollectorConfig for each.`);
    }
    this.owner = owner;
    if (everyNode) {
      this.components.beOfNode(owner);
    }
  }

  /** Whether one pod alone can do it, unless somebody tells several apart. @internal */
  public get _isOfOne(): boolean {
    return this.components.fetches || this.components.needsWholeTraces;
  }

  /** Ports with metrics of others. @internal */
  public get _pages(): readonly number[] {
    return this.components.ports(true).map(({ port }) => port);
  }

  /** All that is part of it. @internal */
  public get _components(): RegisteredComponents {
    return this.components;
  }

  /** All ports at which it listens. @internal */
  public get _ports(): readonly number[] {
    return [this.healthPort, this.metricsPort, ...[false, true].flatMap(isScraped => this.components.ports(isScraped)).map(({ port }) => port)];
  }

  /** Path of whose it is. @internal */
  public get _owner(): string {
    return this.owner ?? PLACE;
  }

  /** The other collectors to which it leads. @internal */
  public get _ways(): readonly ExportWay[] {
    return this.ways;
  }

  /** The signals that have a pipeline. @internal */
  public get _signals(): readonly Signal[] {
    return Object.values(Signal).filter(signal => this.pipelines.some(pipeline => pipeline.signal === signal));
  }

  /** What is missing at the end. @internal */
  public _problems(place: string): string[] {
    const nowhere = this.rest === undefined ? this.pipelines.filter(({ exporters }) => exporters.length === 0) : [];
    const lost = nowhere.map(({ id }) => `${place}: the pipeline "${id}" has no exporter. Add an exporter, or call exportTo.`);
    return this.pipelines.length === 0 ? [`${place}: its config has no pipeline, so the collector would not start. Call pipeline on it.`] : lost;
  }

  /** @param host the address to listen at @param health that at which the kubelet asks @internal */
  public _render(host = '0.0.0.0', health = host): ConfigText {
    const { components, healthPort, limiter, memoryLimit, metricsPort, pipelines, rest } = this;
    return textOf(configObject({ components, health: `${health}:${healthPort}`, host, limiter: { ...limiter, limit: memoryLimit }, metricsPort, pipelines, rest }));
  }
}

/** Where signals go, too. */
interface Exported {
  readonly exporter: OtelExporter;
  /** what is done with them there, if that is another collector */
  readonly next?: CollectorConfig;
  readonly signals: readonly Signal[];
}

const PLACE = 'CollectorConfig';

/** @throws when one is no port, or both are one */
function requireOwnPorts(healthPort: number, metricsPort: number): void {
  requirePort(healthPort, `${PLACE}: healthPort`);
  requirePort(metricsPort, `${PLACE}: metricsPort`);
  if (healthPort === metricsPort) {
    throw new Error(`${PLACE}: healthPort and metricsPort are both ${healthPort}. Use two different ports.`);
  }
}
