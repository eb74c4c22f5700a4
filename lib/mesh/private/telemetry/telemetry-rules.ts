import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { MeshMetric } from '../../mesh-metric';
import { ObservedSide } from '../../observed-side';
import type { TracingChange } from '../../tracing-change';
import type { SeenHostIntent } from '../access/callee-intent';
import { claim } from '../claim';
import { compareTexts } from '../compare-texts';
import { inKeyOrder } from '../in-key-order';
import { requireTime } from '../require-time';
import { Slot } from '../slot';
import type { WorkloadIntent } from '../workload-intent';
import { MeasuredScope, metricProblems } from './metric-problems';
import { namedSink } from './named-sink';
import { samplerProblems } from './sampler-problems';
import { refuseSecondScopes } from './second-scopes';
import type { LogIntent, LogSinkIntent, MetricChangeIntent, TelemetryIntent, TraceSinkIntent, TraceTagIntent, TracingIntent } from './telemetry-intent';
import { allTags, onAgain } from './tracing-scopes';
import { unreachedSinks } from './unreached-sinks';
import { knownHosts, sinkProblems, UsedSink } from './used-sinks';
import { widerScopes } from './wider-scopes';

/** What somebody of whom it is said what is seen tells of himself. */
export interface TelemetryOwner {
  /** path of the construct */
  readonly place: string;
  /** where the object is made */
  readonly scope: Construct;
  /** what it is called */
  readonly name: string;
  readonly kind: 'gateway' | 'mesh' | 'namespace' | 'service';
  /** @throws when nothing could find them */
  readonly pods: () => WorkloadIntent;
  /** makes a sink known to the mesh; undefined: somebody else does */
  readonly define?: (sink: { readonly trace?: TraceSinkIntent; readonly log?: LogSinkIntent }, place: string) => void;
}

/** All that is said of what is seen of some pods. */
export class TelemetryRules {
  private readonly logs = new Map<string, LogIntent>();
  private readonly metrics = new Map<string, MetricChangeIntent>();
  private readonly sinks: UsedSink[] = [];
  private readonly tags = new Map<string, TraceTagIntent>();
  private tracing: TracingIntent = {};
  private tcpInterval?: Duration;
  private isSilent = false;
  private readonly slot: Slot;

  constructor(private readonly owner: TelemetryOwner) {
    const { name, pods, scope } = owner;
    const { _provider: { telemetry } } = Mesh.of(scope);
    this.slot = new Slot(scope, 'Default', place => {
      refuseSecondScopes(place, () => this.owner);
      return telemetry.telemetry(place, { name, namespace: pods().namespace }, () => this.intent());
    });
    scope.node.addValidation({ validate: () => this.problems() });
  }

  public changeMetric(change: MetricChangeIntent, place: string): void {
    const key = `${change.metric} ${change.side ?? ''}`;
    requireNew(this.metrics.has(key), `the metric "${change.metric}"`, place);
    const all = [...this.metrics.values(), change];
    if (all.length > 1 && all.some(({ metric, isOff }) => metric === MeshMetric.ALL && isOff === true)) {
      throw new Error(`${place}: if all metrics are off, another change turns them on again. Turn off each metric by its name.`);
    }
    this.requireSide(change.side, place);
    this.begin(place);
    this.metrics.set(key, change);
  }

  public changeTracing(change: TracingChange, place: string): void {
    const { meshTags, propagateContext, sampleByRequestId, side } = change;
    const said = Object.entries({ meshTags, propagateContext, sampleByRequestId, side }).filter(([, value]) => value !== undefined);
    if (said.length === 0) {
      throw new Error(`${place}: no changes are set. Set meshTags, propagateContext, sampleByRequestId or side.`);
    }
    said.forEach(([name]) => requireNew(name in this.tracing, name, place));
    const isMoreThanSide = said.length > 1 || side === undefined;
    requireNew(this.tracing.isOff === true && isMoreThanSide, 'stopTracing', place);
    this.requireSide(side, place);
    this.begin(place);
    this.tracing = { ...this.tracing, ...Object.fromEntries(said) };
  }

  public logTo(said: LogSinkIntent, options: Omit<LogIntent, 'sink'>, place: string): void {
    const sink = namedSink(said, this.owner.scope, place);
    const log = { ...options, sink: sink.name };
    requireNew(this.isSilent, 'stopLogging', place);
    requireNew(this.logs.has(log.sink), `the sink "${log.sink}"`, place);
    this.requireSide(log.side, place);
    this.begin(place);
    this.owner.define?.({ log: sink }, place);
    this.logs.set(log.sink, log);
    this.sinks.push({ kind: 'logs', sink });
  }

  public reportTcpEvery(interval: Duration, place: string): void {
    requireNew(this.tcpInterval !== undefined, 'an interval', place);
    requireTime(interval, 'milliseconds', `${place}: the interval`);
    this.begin(place);
    this.tcpInterval = interval;
  }

  public sample(percent: number, place: string): void {
    requireNew(this.tracing.isOff === true, 'stopTracing', place);
    requireNew(this.tracing.sampling !== undefined, 'which share of requests is traced', place);
    if (Number(percent.toFixed(2)) !== percent) {
      throw new Error(`${place}: ${percent} percent is too precise: the mesh supports hundredths of a percent. Use Percent.of(0.01) or more, with at most two decimals.`);
    }
    this.begin(place);
    this.tracing = { ...this.tracing, sampling: percent };
  }

  public stopLogging(place: string): void {
    requireNew(this.isSilent, 'stopLogging', place);
    requireNew(this.logs.size > 0, 'logTo', place);
    this.begin(place);
    this.isSilent = true;
  }

  public stopTracing(place: string): void {
    const { isOff = false, side: _side, ...said } = this.tracing;
    requireNew(isOff, 'stopTracing', place);
    requireNew(Object.keys(said).length > 0, SAID_OF_TRACES[Object.keys(said)[0]], place);
    this.begin(place);
    this.tracing = { ...this.tracing, isOff: true };
  }

  public tag(name: string, tag: TraceTagIntent, place: string): void {
    if (name.trim() === '') {
      throw new Error(`${place}: the name is empty, which the mesh rejects. Set it, for example "user_id".`);
    }
    requireNew(this.tags.has(name), `the tag "${name}"`, place);
    this.begin(place);
    this.tags.set(name, tag);
  }

  public traceTo(sink: TraceSinkIntent, place: string): void {
    requireNew(this.tracing.isOff === true, 'stopTracing', place);
    requireNew(this.tracing.sink !== undefined, 'where traces go', place);
    this.begin(place);
    this.owner.define?.({ trace: sink }, place);
    this.tracing = { ...this.tracing, sink: sink.name };
    this.sinks.push({ kind: 'traces', sink });
  }

  /** What is said here of metrics. */
  public get measured(): MeasuredScope {
    return { place: this.owner.place, changes: this.changes };
  }

  /** What was said here to get the traces and logs. */
  public get usedSinks(): readonly UsedSink[] {
    return this.sinks;
  }

  /** The sinks of logs that are named here. */
  public get logSinks(): readonly string[] {
    return [...this.logs.keys()].sort(compareTexts);
  }

  /** What is said here of traces, and the tags that are. */
  public get ownTracing(): TracingIntent {
    return { ...this.tracing, tags: this.tags };
  }

  /** The hosts of sinks that proxies need, whose address is known here. @throws when one is named whose address is not */
  public sinkHosts(): readonly SeenHostIntent[] {
    const wider = this.wider().flatMap(rules => rules.usedSinks);
    return knownHosts(this.owner.scope, this.owner.place, { own: this.sinks, wider });
  }

  private get changes(): MetricChangeIntent[] {
    return [...this.metrics.values()].sort((a, b) => rankOf(a) - rankOf(b));
  }

  private begin(place: string): void {
    const { kind, pods, scope } = this.owner;
    const { namespace, podLabels, gateway } = pods();
    if (kind === 'namespace' && namespace === Mesh.of(scope).rootNamespace) {
      throw new Error(`${place}: settings of the root namespace "${namespace}" apply to the whole mesh. Set them on the platform.`);
    }
    const labels = Object.entries(podLabels ?? {}).sort(([a], [b]) => compareTexts(a, b));
    const first = claim(`telemetry ${JSON.stringify([namespace, gateway, labels])}`, scope);
    if (first !== scope) {
      throw new Error(`${place}: "${first.node.scope?.node.path}" configures telemetry for the same pods, and the mesh reads only one of the two. Set it there.`);
    }
    this.slot.fill();
  }

  /** Widest first. */
  private wider(): readonly TelemetryRules[] {
    return widerScopes(this.owner.scope, this.owner.kind, () => this.owner.pods().namespace);
  }

  private intent(): TelemetryIntent {
    const isTraced = Object.keys(this.tracing).length > 0 || this.tags.size > 0;
    const wider = this.wider().map(({ ownTracing }) => ownTracing);
    const own = this.ownTracing;
    return {
      pods: this.owner.pods(),
      tracing: isTraced ? { ...own, isOff: own.isOff ?? onAgain(own, wider), tags: allTags(own, wider, this.owner.place) } : undefined,
      logs: this.isSilent ? { off: this.widerLogs() } : inKeyOrder(this.logs),
      metrics: this.changes,
      tcpInterval: this.tcpInterval,
    };
  }

  private problems(): string[] {
    const { place, scope } = this.owner;
    const ofMetrics = this.metrics.size === 0 ? [] : metricProblems(this.measured, this.wider().map(({ measured }) => measured));
    const unreached = unreachedSinks(scope.node.scope!, place, this.sinks);
    return [...sinkProblems(scope, place, this.sinks), ...unreached, ...this.samplerProblems(), ...ofMetrics];
  }

  private samplerProblems(): string[] {
    if (this.tracing.sampling === undefined) {
      return [];
    }
    const { place, scope } = this.owner;
    const wider = this.wider().map(({ ownTracing }) => ownTracing);
    const named = this.sinks.flatMap(({ kind, sink }) => kind === 'traces' ? [sink as TraceSinkIntent] : []);
    return samplerProblems({ construct: scope, place, own: this.tracing, wider, named });
  }

  /** @throws when nothing would be seen on a side */
  private requireSide(side: ObservedSide | undefined, place: string): void {
    if (side === ObservedSide.SERVER && this.owner.kind === 'gateway') {
      throw new Error(`${place}: a gateway is the client of all requests that it forwards, so it has no data as a server. Use ObservedSide.CLIENT, or leave side out.`);
    }
  }

  /** Those that the nearest wider scope names. */
  private widerLogs(): readonly string[] {
    return this.wider().map(rules => rules.logSinks).filter(names => names.length > 0).at(-1) ?? [];
  }
}

/** What holds for all metrics comes first, then for both sides: of what the mesh reads later, it knows more. */
function rankOf({ metric, side }: MetricChangeIntent): number {
  const sides = [undefined, 'client', 'server'];
  return Object.values(MeshMetric).indexOf(metric) * sides.length + sides.indexOf(side);
}

/** The verb that says something of traces. */
const SAID_OF_TRACES: Readonly<Record<string, string>> = {
  sink: 'traceTo', sampling: 'sample', meshTags: 'changeTracing', propagateContext: 'changeTracing', sampleByRequestId: 'changeTracing',
};

function requireNew(isSaid: boolean, what: string, place: string): void {
  if (isSaid) {
    throw new Error(`${place}: ${what} is already set. Set it once, without contradictions.`);
  }
}
