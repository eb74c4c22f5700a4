import { Duration } from 'cdk8s';
import { ObservedSide } from '../../../mesh/observed-side';
import { requireTime } from '../../../mesh/private/require-time';
import { MetricScope } from '../../metric-scope';
import { QueryOptions, SuccessQueryOptions } from '../../query-options';
import { windowText } from './promql';
import { ScopeIntent } from './scope-intent';

/** What is asked, with all that was not said. */
export interface Question {
  readonly scope: ScopeIntent;
  readonly side: ObservedSide;
  readonly countsGrpc: boolean;
  /** undefined: a dashboard says it */
  readonly window?: Duration;
  /** as PromQL writes it */
  readonly over: string;
}

/** @throws when nobody counts what is asked for, or the window is none */
export function question(options: SuccessQueryOptions, asksForRequests: boolean, call: string): Question {
  const { scope = MetricScope.mesh() } = options;
  const { _intent: intent } = scope;
  const { side = intent.isCaller ? ObservedSide.CLIENT : ObservedSide.SERVER } = options;
  requireCounted(intent, side, asksForRequests, call);
  const window = windowOf(options, call);
  return { scope: intent, side, countsGrpc: options.grpcFailures ?? intent.asked?.isGrpc ?? true, window, over: overText(window) };
}

/** The window that is meant; undefined: a dashboard says it. @throws when it is none */
export function windowOf({ scope, window }: Pick<QueryOptions, 'scope' | 'window'>, call: string): Duration | undefined {
  requireTime(window, 'seconds', `${call}: window`);
  return window ?? (scope?._intent.isChosen === true ? undefined : Duration.minutes(5));
}

/** The window of a question that is of no part of the mesh. @throws when a part is said, or the window is none */
export function windowOfAll(options: Pick<QueryOptions, 'scope' | 'window'>, what: string, call: string): Duration | undefined {
  const { namespace, service, workload } = options.scope?._intent ?? {};
  if ([namespace, service, workload].some(part => part !== undefined)) {
    throw new Error(`${call}: ${what} has no scope. Leave it out; in a dashboard, use MetricScope.chosen() without variables.`);
  }
  return windowOf(options, call);
}

/** A window as PromQL writes it. */
export function overText(window: Duration | undefined): string {
  return window === undefined ? '$__rate_interval' : windowText(window);
}

function requireCounted({ asked }: ScopeIntent, side: ObservedSide, asksForRequests: boolean, call: string): void {
  if (asked !== undefined && !asked.hasProxies && side === ObservedSide.SERVER) {
    throw new Error(`${call}: the pods of "${asked.place}" have no sidecars, so there are no metrics. Query client proxies: side: ObservedSide.CLIENT.`);
  }
  if (asked !== undefined && !asked.seesRequests && asksForRequests) {
    throw new Error(`${call}: the mesh sees no requests to "${asked.place}", only connections. Query those: tcpOpened, tcpClosed, tcpSent, tcpReceived.`);
  }
}
