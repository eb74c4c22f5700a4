import { Duration } from 'cdk8s';
import { LogOptions } from './log-options';
import { LogSink } from './log-sink';
import { MeshMetric } from './mesh-metric';
import { MetricChange } from './metric-change';
import { Percent } from './percent';
import { LOG_SINK, requireGiven, TRACE_SINK } from './private/require-given';
import { metricChangeIntent } from './private/telemetry/metric-change-intent';
import { TelemetryOwner, TelemetryRules } from './private/telemetry/telemetry-rules';
import { ITraceSink } from './trace-sink';
import { TraceTag } from './trace-tag';
import { TracingChange } from './tracing-change';
import { TracingOptions } from './tracing-options';

/**
 * What is seen of requests: traces, logs and metrics. Of a service or a gateway; or, with `platform.telemetry` and `namespace.telemetry`, of all
 * that the mesh or a namespace holds.
 *
 * What is said of less holds instead of what is said of more, and what is not said holds as said of more. Renders one `Telemetry`, with the first
 * verb.
 */
export class Telemetry {
  /** @internal */
  public static _of(owner: TelemetryOwner): Telemetry {
    return new Telemetry(owner.place, new TelemetryRules(owner));
  }

  /** @internal */
  public readonly _rules: TelemetryRules;

  private constructor(private readonly path: string, rules: TelemetryRules) {
    this._rules = rules;
  }

  /**
   * Logs requests there, and no more where wider scopes say. With several sinks, each gets them.
   *
   * @throws when the sink was named before, or has the name of the output of proxies
   */
  public logTo(sink: LogSink, { filter, side }: LogOptions = {}): void {
    const place = this.place('logTo');
    this._rules.logTo(requireGiven(sink, LOG_SINK, place)._intent, { filter: filter?._expression, side }, place);
  }

  /**
   * Changes a metric.
   *
   * @throws when nothing is to be different, that was said before, or it would undo what else is said
   */
  public changeMetric(metric: MeshMetric, change: MetricChange): void {
    const place = this.place('changeMetric');
    this._rules.changeMetric(metricChangeIntent(metric, change, place), place);
  }

  /**
   * Changes how traces are made. What is not said holds as said of more.
   *
   * @throws when nothing is to be different, that was said before, or traces are not sent from there
   */
  public changeTracing(change: TracingChange): void {
    this._rules.changeTracing(change, this.place('changeTracing'));
  }

  /**
   * Counts bytes of TCP connections so often while these are open. For Istio, without a word, each five seconds.
   *
   * @throws when that was said before, or the interval is none
   */
  public reportTcpEvery(interval: Duration): void {
    this._rules.reportTcpEvery(interval, this.place('reportTcpEvery'));
  }

  /** Traces so many of the requests that come without a trace. @throws when that was said before, or the mesh cannot count so finely */
  public sample(percent: Percent): void {
    this._rules.sample(percent.value, this.place('sample'));
  }

  /** Logs nothing, whatever wider scopes say. @throws when a sink is named here */
  public stopLogging(): void {
    this._rules.stopLogging(this.place('stopLogging'));
  }

  /**
   * Sends no traces, whatever wider scopes say. Headers are passed on as before.
   *
   * @throws when it is said here where traces go, how many there are, or how they are made
   */
  public stopTracing(): void {
    this._rules.stopTracing(this.place('stopTracing'));
  }

  /**
   * Adds a tag to traces. Those that wider scopes of the same environment add stay.
   *
   * @throws when the name is empty, or has a tag already
   */
  public tag(name: string, value: TraceTag): void {
    this._rules.tag(name, value._intent, this.place('tag'));
  }

  /** Sends traces there. @throws when that was said before */
  public traceTo(sink: ITraceSink, { sampling }: TracingOptions = {}): void {
    const place = this.place('traceTo');
    this._rules.traceTo(requireGiven(sink, TRACE_SINK, place)._traceSink(), place);
    if (sampling !== undefined) {
      this._rules.sample(sampling.value, place);
    }
  }

  private place(verb: string): string {
    return `${this.path}, ${verb}`;
  }
}
