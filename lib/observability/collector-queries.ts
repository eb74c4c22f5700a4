import { MeshQuery } from './mesh-query';
import { MetricName } from './metric-name';
import { MetricUnit } from './metric-unit';
import { rate, sum } from './private/queries/promql';
import { overText, windowOf } from './private/queries/question';
import { WindowOptions } from './window-options';

/** What can be asked of OpenTelemetry Collectors, by pod. Jaeger 2 is one as well: its pods are among the results. */
export class CollectorQueries {
  /** Spans that it does not take, in a second: it has no more memory, or cannot read them. By pod and receiver. */
  public static refusedSpans(options: WindowOptions = {}): MeshQuery {
    return spans('refused-spans', 'Spans in a second that the collector does not take', [MetricName.COLLECTOR_REFUSED_SPANS, 'receiver'], options);
  }

  /** Spans that it cannot send on, in a second. By pod and exporter. */
  public static failedSpans(options: WindowOptions = {}): MeshQuery {
    return spans('failed-spans', 'Spans in a second that the collector cannot send on', [MetricName.COLLECTOR_FAILED_SPANS, 'exporter'], options);
  }

  /** Spans for which its queue has no room, in a second: these are lost. By pod and exporter. */
  public static droppedSpans(options: WindowOptions = {}): MeshQuery {
    return spans('dropped-spans', 'Spans in a second for which the queue of the collector has no room', [MetricName.COLLECTOR_DROPPED_SPANS, 'exporter'], options);
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

/** Whether the names of its counters end with `_total` depends on the version of the collector, and on how it is configured. */
function spans(name: string, description: string, [metric, part]: readonly [metric: MetricName, part: string], options: WindowOptions): MeshQuery {
  const window = windowOf(options, `query ${name}`);
  const labels = [...POD, part];
  const text = sum(rate(`{__name__=~"${metric}(_total)?"}`, overText(window)), labels);
  return MeshQuery.of(name, { description, unit: MetricUnit.COUNTS_PER_SECOND, labels, text, window });
}
