import { Duration } from 'cdk8s';
import { Percent } from '../mesh/percent';
import { MeshQuery } from './mesh-query';
import { MetricName } from './metric-name';
import { MetricUnit } from './metric-unit';
import { Matcher, percentile, rate, series, sum } from './private/queries/promql';
import { overText, windowOfAll } from './private/queries/question';
import { WindowOptions } from './window-options';

/** What can be asked of the control plane of Istio. */
export class ControlPlaneQueries {
  /** Proxies that are connected; without a result there is no control plane that tells. */
  public static connectedProxies(): MeshQuery {
    return MeshQuery.of('connected-proxies', { description: 'Proxies that are connected', unit: MetricUnit.COUNT, text: sum(MetricName.PILOT_CONNECTED, []) });
  }

  /** What is sent to proxies, in a second, by kind. @throws when a part of the mesh is said */
  public static pushes(options: WindowOptions = {}): MeshQuery {
    return windowed('pushes', options, over => ({ description: 'What is sent to proxies in a second', unit: MetricUnit.COUNTS_PER_SECOND, labels: ['type'], text: sum(rate(MetricName.PILOT_PUSHES, over), ['type']) }));
  }

  /** What proxies refuse of it, and errors of the control plane itself, in a second. @throws when a part of the mesh is said */
  public static pushErrors(options: WindowOptions = {}): MeshQuery {
    return windowed('push-errors', options, over => ({
      description: 'What proxies refuse, and errors of the control plane, in a second',
      unit: MetricUnit.COUNTS_PER_SECOND,
      text: sum(`${rate(MetricName.PILOT_REJECTS, over)} or ${rate(MetricName.PILOT_INTERNAL_ERRORS, over)}`, []),
    }));
  }

  /** The time in which 99 of 100 changes are in the proxies, in milliseconds. @throws when a part of the mesh is said */
  public static convergenceP99(options: WindowOptions = {}): MeshQuery {
    return windowed('convergence-p99', options, over => ({
      description: 'The time in which 99 % of changes are in the proxies',
      unit: MetricUnit.MILLISECONDS,
      text: `${percentile(Percent.of(99), rate(`${MetricName.PILOT_CONVERGENCE}_bucket`, over), [])} * 1000`,
    }));
  }

  /** What takes the place of something else, so that one of the two has no effect. */
  public static conflicts(): MeshQuery {
    return MeshQuery.of('conflicts', { description: 'Configuration that is in conflict', unit: MetricUnit.COUNT, text: sum('{__name__=~"pilot_conflict_.+"}', []) });
  }

  /** The share of its pods, and of proxies, that Prometheus knows but does not reach, by job. Jobs of other names are not among them. */
  public static targetsDown(): MeshQuery {
    const up = series(MetricName.TARGET_UP, [['job', '=~', '(.+/)?(istiod|envoy-stats)([-/].+)?']]);
    return MeshQuery.of('targets-down', { description: 'The share of targets that Prometheus does not reach', unit: MetricUnit.PERCENT, labels: ['job'], text: `(1 - avg(${up}) by (job)) * 100` });
  }

  /** Processors that it keeps busy, by pod. @throws when a part of the mesh is said */
  public static cpu(options: WindowOptions = {}): MeshQuery {
    return windowed('control-plane-cpu', options, over => ({ description: 'Processors that the control plane keeps busy', unit: MetricUnit.CORES, labels: ['pod'], text: sum(rate(series(MetricName.CONTAINER_CPU, DISCOVERY), over), ['pod']) }));
  }

  /** Memory that it needs, by pod. */
  public static memory(): MeshQuery {
    return MeshQuery.of('control-plane-memory', { description: 'Memory of the control plane', unit: MetricUnit.BYTES, labels: ['pod'], text: sum(series(MetricName.CONTAINER_MEMORY, DISCOVERY), ['pod']) });
  }

  private constructor() {}
}

/** Its container has this name in every installation, whatever its revision. */
const DISCOVERY: readonly Matcher[] = [['container', '=', 'discovery'], ['pod', '=~', 'istiod-.*']];

function windowed(name: string, options: WindowOptions, details: (over: string) => Omit<Parameters<typeof MeshQuery.of>[1], 'window'>): MeshQuery {
  const window: Duration | undefined = windowOfAll(options, 'the control plane', `query ${name}`);
  return MeshQuery.of(name, { ...details(overText(window)), window });
}
