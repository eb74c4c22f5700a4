import { Duration } from 'cdk8s';
import { MeshServiceBase } from '../mesh/mesh-service-base';
import { ObservedSide } from '../mesh/observed-side';
import { Percent } from '../mesh/percent';
import { IstioQueries } from './istio-queries';
import { MeshQuery } from './mesh-query';
import { MetricScope } from './metric-scope';
import { MetricUnit } from './metric-unit';
import { BUDGET_LEFT, burnGroups, CountedRequests, requireBurning } from './private/rules/burn-rates';
import { RuleGroup } from './private/rules/rule-group';
import { SuccessQueryOptions } from './query-options';

/** What is promised of a service. */
export interface ServiceObjectiveProps {
  /**
   * Labels of its alerts, by which they are routed.
   *
   * @default - none but `severity`
   */
  readonly labels?: { [name: string]: string };
  /** The share of requests of which it holds: `Percent.of(99.9)`. The rest is the budget of errors. */
  readonly objective: Percent;
  /**
   * The time for which the budget is meant. The Prometheus has to keep its data as long.
   *
   * @default - 30 days
   */
  readonly period?: Duration;
  /**
   * Whose proxies count: those of callers know of requests that never came to the service. Where callers outside of the mesh have no proxies, say
   * `ObservedSide.SERVER`.
   *
   * @default ObservedSide.CLIENT
   */
  readonly side?: ObservedSide;
  /**
   * Whether the waypoints of an ambient mesh count as well, as on the standard dashboards.
   *
   * @default true
   */
  readonly waypoints?: boolean;
}

/** What is promised of how fast a service answers. */
export interface LatencyObjectiveProps extends ServiceObjectiveProps {
  /** The time within which requests are answered. The mesh counts in steps: 500 milliseconds, one second, and so on. */
  readonly within: Duration;
}

/** How the requests of a service are asked for. */
type Counting = (options: SuccessQueryOptions) => CountedRequests;

/** What is promised of a service, with a budget of errors that may burn no faster than it lasts. */
export class ServiceObjective {
  /** That requests do not fail. @throws when nobody counts them, or no alert could ever fire, or all would */
  public static availability(service: MeshServiceBase, props: ServiceObjectiveProps): ServiceObjective {
    return new ServiceObjective(service, 'availability', props, options => ({ all: IstioQueries.requestRate(options).text, bad: IstioQueries.errorRate(options).text }));
  }

  /** That requests are answered in time. @throws when nobody counts them, the mesh does not count this time, or no alert could ever fire */
  public static latency(service: MeshServiceBase, { within, ...props }: LatencyObjectiveProps): ServiceObjective {
    const bound = within.toMilliseconds({ integral: false });
    if (!BOUNDS.includes(bound)) {
      throw new Error(`${service.node.path}, objective latency: requests of up to ${bound} ms are not counted. Use one of ${BOUNDS.join(', ')} ms.`);
    }
    return new ServiceObjective(service, 'latency', props, options => IstioQueries._slow(bound, options));
  }

  /** What is left of its budget of errors, in percent, as the rules record it: below zero when the promise is broken. */
  public readonly budgetLeft: MeshQuery;
  /** Its name: of the namespace, of the service, and what is promised. */
  public readonly name: string;
  /** @internal */
  public readonly _groups: readonly RuleGroup[];
  /** @internal */
  public readonly _period: Duration;

  private constructor(service: MeshServiceBase, kind: string, props: ServiceObjectiveProps, count: Counting) {
    const { labels = {}, objective, period = Duration.days(30), side = ObservedSide.CLIENT, waypoints = true } = props;
    const { serviceName, serviceNamespace } = service;
    requireBurning(objective, period, `${service.node.path}, objective ${kind}`);
    this._period = period;
    this.name = `${serviceNamespace}-${serviceName}-${kind}`;
    const ofResults = { slo: this.name, service: serviceName, service_namespace: serviceNamespace };
    this.budgetLeft = MeshQuery.of('error-budget-left', {
      description: `What is left of the budget of errors of ${this.name}`,
      unit: MetricUnit.PERCENT,
      labels: Object.keys(ofResults),
      text: `${BUDGET_LEFT}{slo="${this.name}"}`,
      belowZero: true,
    });
    this._groups = burnGroups({
      name: this.name,
      labels: ofResults,
      alertLabels: labels,
      objective,
      period,
      counted: window => count({ scope: MetricScope.service(service), side, waypoints, window }),
    });
  }
}

/**
 * The buckets in which proxies count how long requests take, in milliseconds. Those of half an hour and an hour are left out: versions of Prometheus
 * differ in how they write such numbers.
 */
const BOUNDS: readonly number[] = [0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000, 300000, 600000];
