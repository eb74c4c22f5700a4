import { MeshQuery } from './mesh-query';
import { MetricName } from './metric-name';
import { MetricUnit } from './metric-unit';
import { rate, sum } from './private/queries/promql';
import { overText, windowOfAll } from './private/queries/question';
import { Signal } from './signal';
import { WindowOptions } from './window-options';

/** What can be asked of OpenTelemetry Collectors, by pod. Jaeger 2 is one as well: its pods are among the results. */
export class CollectorQueries {
  /**
   * Spans, points of metrics or records of logs that it does not take, in a second: it has no more memory, or cannot read them. By pod and receiver.
   *
   * @throws when a part of the mesh is said
   */
  public static refused(signal: Signal, options: WindowOptions = {}): MeshQuery {
    return counted('refused', signal, { ending: 'that the collector does not take', part: 'receiver' }, options);
  }

  /** Spans, points of metrics or records of logs that it cannot send on, in a second. By pod and exporter. @throws when a part of the mesh is said */
  public static failed(signal: Signal, options: WindowOptions = {}): MeshQuery {
    return counted('failed', signal, { ending: 'that the collector cannot send on', part: 'exporter' }, options);
  }

  /**
   * Spans, points of metrics or records of logs for which its queue has no room, in a second: these are lost. By pod and exporter.
   *
   * @throws when a part of the mesh is said
   */
  public static dropped(signal: Signal, options: WindowOptions = {}): MeshQuery {
    return counted('dropped', signal, { ending: 'for which the queue of the collector has no room', part: 'exporter' }, options);
  }

  /** How full the queues are in which data waits to be sent on, in percent. By pod and exporter. */
  public static queueUse(): MeshQuery {
    const labels = [...POD, 'exporter'];
    const [size, capacity] = [MetricName.COLLECTOR_QUEUE_SIZE, MetricName.COLLECTOR_QUEUE_CAPACITY].map(metric => `max(${metric}) by (${labels.join(', ')})`);
    return MeshQuery.of('queue-use', { description: 'How full the queues of the collector are', unit: MetricUnit.PERCENT, labels, text: `${size} / ${capacity} * 100` });
  }

  /**
   * Collectors that told of themselves within a day and do not any more, by job, namespace and `app` of their pods. Where there never was one, there
   * is no result.
   */
  public static absent(): MeshQuery {
    const uptime = `{__name__=~"${MetricName.COLLECTOR_UPTIME}(_seconds)?(_total)?"}`;
    // Of those that are asked by way of their proxies, all have one job.
    const labels = ['job', 'namespace', 'app'];
    const [before, now] = [`last_over_time(${uptime}[1d])`, uptime].map(series => `count(${series}) by (${labels.join(', ')})`);
    return MeshQuery.of('absent-collectors', { description: 'Pods of the collector of which nothing is heard any more', unit: MetricUnit.COUNT, labels, text: `${before} unless ${now}` });
  }

  private constructor() {}
}

const POD = ['namespace', 'pod'];

type Fate = 'refused' | 'failed' | 'dropped';

/** What is counted of each signal, and by which counters. */
const COUNTED: Readonly<Record<Signal, Readonly<Record<Fate, MetricName>> & { readonly what: string }>> = {
  [Signal.TRACES]: {
    what: 'spans',
    refused: MetricName.COLLECTOR_REFUSED_SPANS,
    failed: MetricName.COLLECTOR_FAILED_SPANS,
    dropped: MetricName.COLLECTOR_DROPPED_SPANS,
  },
  [Signal.METRICS]: {
    what: 'metric points',
    refused: MetricName.COLLECTOR_REFUSED_METRIC_POINTS,
    failed: MetricName.COLLECTOR_FAILED_METRIC_POINTS,
    dropped: MetricName.COLLECTOR_DROPPED_METRIC_POINTS,
  },
  [Signal.LOGS]: {
    what: 'log records',
    refused: MetricName.COLLECTOR_REFUSED_LOG_RECORDS,
    failed: MetricName.COLLECTOR_FAILED_LOG_RECORDS,
    dropped: MetricName.COLLECTOR_DROPPED_LOG_RECORDS,
  },
};

/** Whether the names of its counters end with `_total` depends on the version of the collector, and on how it is configured. */
function counted(fate: Fate, signal: Signal, { ending, part }: Readonly<Record<'ending' | 'part', string>>, options: WindowOptions): MeshQuery {
  const { what, [fate]: metric } = COUNTED[signal];
  const name = `${fate}-${what.replace(' ', '-')}`;
  const description = `${what[0].toUpperCase()}${what.slice(1)} in a second ${ending}`;
  const window = windowOfAll(options, 'the collector', `query ${name}`);
  const labels = [...POD, part];
  const text = sum(rate(`{__name__=~"${metric}(_total)?"}`, overText(window)), labels);
  return MeshQuery.of(name, { description, unit: MetricUnit.COUNTS_PER_SECOND, labels, text, window });
}
