import { ObservedSide } from '../mesh/observed-side';
import { Percent } from '../mesh/percent';
import { MeshQuery } from './mesh-query';
import { MetricName } from './metric-name';
import { MetricUnit } from './metric-unit';
import { linkerdDirection, linkerdGroups, linkerdMatchers } from './private/queries/linkerd-labels';
import { Matcher, percentile, rate, series, share, sum } from './private/queries/promql';
import { Question, question } from './private/queries/question';
import { QueryOptions } from './query-options';

/** What can be asked of the proxies of Linkerd. */
export class LinkerdQueries {
  /** Requests in a second that were answered. @throws when nobody counts them so, or waypoints are asked */
  public static requestRate(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('request-rate', options);
    return asked.query({ description: 'Requests in a second', unit: MetricUnit.REQUESTS_PER_SECOND, text: asked.count() });
  }

  /** The share of requests that Linkerd takes for well answered. @throws when nobody counts them so, or waypoints are asked */
  public static successRate(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('success-rate', options);
    const text = share(asked.count([['classification', '=', 'success']]), asked.count());
    return asked.query({ description: 'The share of requests that did not fail', unit: MetricUnit.PERCENT, text });
  }

  /** The time in which 99 of 100 requests are answered. @throws when nobody counts them so, or waypoints are asked */
  public static latencyP99(options: QueryOptions = {}): MeshQuery {
    const asked = new Asked('latency-p99', options);
    return asked.query({ description: 'The time in which 99 % of requests are answered', unit: MetricUnit.MILLISECONDS, text: asked.latency(Percent.of(99)) });
  }

  private constructor() {}
}

/** A question on its way to be a query. */
class Asked {
  private readonly labels: readonly string[];
  private readonly matchers: readonly Matcher[];
  private readonly question: Question;

  constructor(private readonly name: string, { groupBy = [], ...options }: QueryOptions) {
    const call = `query ${name} of Linkerd`;
    if (options.waypoints === true) {
      throw new Error(`${call}: Linkerd has no waypoints. Leave out waypoints.`);
    }
    this.question = question(options, true, call);
    const side = linkerdDirection(this.question.scope, groupBy, options.side);
    this.labels = linkerdGroups(groupBy, side, call);
    this.matchers = [['direction', '=', side === ObservedSide.SERVER ? 'inbound' : 'outbound'], ...linkerdMatchers(this.question.scope, side, call)];
  }

  /** What stands first is what is asked for, and then whose proxies are asked. */
  public count(first: readonly Matcher[] = []): string {
    return sum(rate(series(MetricName.LINKERD_RESPONSES, [...first, ...this.matchers]), this.question.over), this.labels);
  }

  public latency(part: Percent): string {
    return percentile(part, rate(series(`${MetricName.LINKERD_RESPONSE_LATENCY}_bucket`, this.matchers), this.question.over), this.labels);
  }

  public query(said: { readonly description: string; readonly text: string; readonly unit: MetricUnit }): MeshQuery {
    return MeshQuery.of(this.name, { ...said, labels: [...this.labels], window: this.question.window });
  }
}
