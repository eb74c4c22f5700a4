import { MeshQuery } from './mesh-query';
import { MetricName } from './metric-name';
import { MetricUnit } from './metric-unit';
import { rate, sum } from './private/queries/promql';
import { overText, windowOf } from './private/queries/question';
import { WindowOptions } from './window-options';

/** What can be asked of an OpenTelemetry Collector. */
export class CollectorQueries {
  /** Spans that it does not take, in a second: it has no more memory, or cannot read them. */
  public static refusedSpans(options: WindowOptions = {}): MeshQuery {
    return spans('refused-spans', 'Spans in a second that the collector does not take', MetricName.COLLECTOR_REFUSED_SPANS, options);
  }

  /** Spans that it cannot send on, in a second. */
  public static failedSpans(options: WindowOptions = {}): MeshQuery {
    return spans('failed-spans', 'Spans in a second that the collector cannot send on', MetricName.COLLECTOR_FAILED_SPANS, options);
  }

  private constructor() {}
}

/** Whether the names of its counters end with `_total` depends on the version of the collector, and on how it is configured. */
function spans(name: string, description: string, metric: MetricName, options: WindowOptions): MeshQuery {
  const window = windowOf(options, `query ${name}`);
  const text = sum(rate(`{__name__=~"${metric}(_total)?"}`, overText(window)), []);
  return MeshQuery.of(name, { description, unit: MetricUnit.COUNTS_PER_SECOND, text, window });
}
