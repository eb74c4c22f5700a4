import { Duration } from 'cdk8s';
import { ClientTls } from './client-tls';
import { ConnectionLimits } from './connection-limits';
import { Cors } from './cors';
import { DirectResponse } from './direct-response';
import { Fault } from './fault';
import { LoadBalancing } from './load-balancing';
import { Match } from './match';
import { OutlierEjection } from './outlier-ejection';
import { Percent } from './percent';
import { countOf } from './private/conditions';
import { corsIntent } from './private/cors-intent';
import { REST } from './private/exposed-rules';
import { headerChangesIntent } from './private/header-changes-intent';
import type {
  ActionIntent, CorsIntent, DestinationIntent, FaultIntent, ForwardAction, HostPolicyIntent, MirrorIntent, RetryIntent, RuleIntent,
} from './private/intent';
import { redirectIntent } from './private/redirect-intent';
import { requireStatus } from './private/require-status';
import { requireTime } from './private/require-time';
import { responseIntent } from './private/response-intent';
import { retryIntent } from './private/retry-intent';
import { rewriteIntent } from './private/rewrite-intent';
import { isTie, Ordered } from './private/route-order';
import { rulesInOrder } from './private/rules-in-order';
import { withPreflights } from './private/with-preflights';
import { Redirect } from './redirect';
import { RetryPolicy } from './retry-policy';
import { RouteOptions } from './route-options';
import { IRouteTarget } from './route-target';
import { CanarySplit, Split } from './split';
import { TrafficPolicy } from './traffic-policy';

/** What a service does with the requests for it. A service has one: `service.traffic`. */
export class Traffic {
  /** @internal */
  public static _of(owner: TrafficOwner): Traffic {
    return new Traffic(owner);
  }

  private readonly routes: Route[] = [];
  private readonly mirrors: MirrorIntent[] = [];
  private rest?: IRouteTarget;
  private defaultTimeout?: Duration;
  private defaultRetry?: RetryIntent;
  private defaultCors?: CorsIntent;
  private readonly policy: TrafficPolicy;
  private readonly portPolicies = new Map<number, TrafficPolicy>();

  private constructor(private readonly owner: TrafficOwner) {
    this.policy = TrafficPolicy._of({ place: owner.place, begin: owner.beginPolicy });
  }

  /** Says how callers encrypt connections, instead of what the mesh finds out by itself. @throws when that was said before */
  public clientTls(tls: ClientTls): void {
    this.policy.clientTls(tls);
  }

  /**
   * Leaves out instances that keep failing, and tries them again later. Without more words: after 5 failures in a row, for 30 seconds, at most
   * half of the instances.
   *
   * @throws when that was said before, or nobody would ever be left out
   */
  public ejectOutliers(ejection: OutlierEjection = {}): void {
    this.policy.ejectOutliers(ejection);
  }

  /**
   * Limits how much each caller may ask for at once. Without limits named: 100 connections, each made within 10 seconds and for 2 requests, 50
   * requests that wait, 100 that are under way.
   *
   * @throws when that was said before, or limits are given that limit nothing
   */
  public limitConnections(limits?: ConnectionLimits): void {
    this.policy.limitConnections(limits);
  }

  /** Says which instance gets a request. @throws when that was said before */
  public loadBalance(balancing: LoadBalancing): void {
    this.policy.loadBalance(balancing);
  }

  /** What holds at one port of the service instead of what it says for all. @throws when the service has no such port */
  public onPort(port: number): TrafficPolicy {
    const { place, ports, beginPolicy } = this.owner;
    if (!ports.includes(port)) {
      throw new Error(`${place}: has no port ${port}. Known ports: ${ports.join(', ')}. It is the port of the Service, not that of its pods.`);
    }
    const known = this.portPolicies.get(port) ?? TrafficPolicy._of({ place: `${place}, port ${port}`, begin: beginPolicy });
    this.portPolicies.set(port, known);
    return known;
  }

  /**
   * Sends the requests that match to a target, before all that are less specific. Renders a rule of the service's `VirtualService`.
   *
   * @throws when the name is taken, the match takes every request, or another route can take the same requests and neither is more specific
   */
  public route(name: string, match: Match, target: IRouteTarget, options: RouteOptions = {}): void {
    const alternatives = match._alternatives;
    const { priority, timeout, requestHeaders, responseHeaders } = options;
    const place = this.placeOf(name);
    requireTime(timeout, 'milliseconds', `${place}: timeout`);
    const retry = options.retry && retryIntent(options.retry, place, alternatives);
    const changes = {
      rewrite: options.rewrite && rewriteIntent(options.rewrite, place, alternatives),
      requestHeaders: requestHeaders && headerChangesIntent(requestHeaders, `${place}: requestHeaders`),
      responseHeaders: responseHeaders && headerChangesIntent(responseHeaders, `${place}: responseHeaders`),
    };
    const cors = options.cors && corsIntent(options.cors, `${place}: cors`, alternatives);
    const action = (): ForwardAction => ({
      destinations: target._destinations(),
      timeout: timeout ?? this.defaultTimeout,
      retry: retry ?? this.defaultRetry,
      cors: cors ?? this.defaultCors,
      ...changes,
    });
    this.add({ name, alternatives, priority, action });
    target._destinations();
  }

  /**
   * Tells the clients whose requests match to go elsewhere. Like a route, but nothing is sent on, so neither timeout nor retries nor copies concern
   * it.
   *
   * @throws when it leads nowhere else, and for what `route` throws
   */
  public redirect(name: string, match: Match, redirect: Redirect): void {
    const intent = redirectIntent(redirect, this.placeOf(name));
    this.add({ name, alternatives: match._alternatives, priority: redirect.priority, action: () => ({ redirect: intent }) });
  }

  /**
   * Answers the requests that match without asking the service. Like a route, but nothing is sent on, so neither timeout nor retries nor copies
   * concern it.
   *
   * @throws when the mesh cannot answer so, and for what `route` throws
   */
  public respond(name: string, match: Match, response: DirectResponse): void {
    const intent = responseIntent(response, this.placeOf(name));
    this.add({ name, alternatives: match._alternatives, priority: response.priority, action: () => ({ response: intent }) });
  }

  /** Sends all requests that no route takes to a target, such as `Split.between(...)`. @throws when that was said before */
  public sendTo(target: IRouteTarget): void {
    if (this.rest !== undefined) {
      throw new Error(`${this.owner.place}: where its requests go was said before. Say it once, with all targets: traffic.sendTo(Split.between(...)).`);
    }
    this.rest = target;
    target._destinations();
    this.owner.begin();
  }

  /** Divides all requests that no route takes between a stable target and a canary. @throws when that was said before */
  public split(split: CanarySplit): void {
    this.sendTo(Split.canary(split));
  }

  /**
   * Sends copies of the requests that no route takes to another target as well: of all, or of a part of them. Nobody waits for the answers. Of a
   * split each part gets its share.
   */
  public mirrorTo(target: IRouteTarget, percent: Percent = Percent.of(100)): void {
    const shareOf = (weight: number): Percent => Percent.of(percent.value * weight / 100);
    const parts = target._destinations().filter(({ weight }) => weight !== 0);
    this.mirrors.push(...parts.map(({ weight = 100, ...destination }) => ({ destination, percent: shareOf(weight) })));
    this.owner.begin();
  }

  /**
   * Lets requests that match fail or wait, before all routes. What is left of them goes to the first version, without timeouts and retries: the
   * mesh combines neither with faults.
   *
   * @throws when the fault is none, or the match takes every request
   */
  public injectFault(name: string, match: Match, fault: Fault): void {
    const place = this.placeOf(name);
    const intent = faultIntent(fault, place);
    const action = (): ForwardAction => ({ destinations: this.owner.stable()._destinations(), fault: intent, cors: this.defaultCors });
    this.add({ name, alternatives: match._alternatives, isFault: true, action });
  }

  /** How long a request may take, with all retries, on every route that does not say otherwise. */
  public timeout(duration: Duration): void {
    requireTime(duration, 'milliseconds', `${this.owner.place}: timeout`);
    this.defaultTimeout = duration;
    this.owner.begin();
  }

  /** When a request is sent once more, on every route that does not say otherwise. */
  public retry(policy: RetryPolicy): void {
    this.defaultRetry = retryIntent(policy, this.owner.place);
    this.owner.begin();
  }

  /**
   * Which pages of other origins a browser lets call the service, on every route that does not say otherwise, with faults and for the rest. Not
   * where the mesh redirects or answers itself.
   *
   * @throws when that was said before, or the policy is none
   */
  public cors(cors: Cors): void {
    const { place } = this.owner;
    if (this.defaultCors !== undefined) {
      throw new Error(`${place}: its CORS policy was said before. Say it once, with all origins; a route may have a policy of its own.`);
    }
    this.defaultCors = corsIntent(cors, `${place}: cors`);
    this.owner.begin();
  }

  /** @internal */
  public _rules(): readonly RuleIntent[] {
    const [faults, routes] = [true, false].map(isFault => rulesInOrder(this.routes.filter(route => route.isFault === isFault)));
    return [...faults, ...routes, { name: REST, alternatives: [], ...this.restAction() }].map(withPreflights);
  }

  /** @internal */
  public _policy(): Pick<HostPolicyIntent, 'policy' | 'ports'> {
    const ports = [...this.portPolicies].flatMap(([port, policy]) => {
      const intent = policy._intent();
      return intent === undefined ? [] : [[port, intent] as const];
    });
    return { policy: this.policy._intent(), ports: new Map(ports) };
  }

  /** @internal */
  public _problems(): readonly string[] {
    return this._rules().flatMap(rule => budgetProblem(rule, this.placeOf(rule.name)));
  }

  private restAction(): ForwardAction {
    return {
      destinations: this.restDestinations(),
      mirrors: this.mirrors,
      timeout: this.defaultTimeout,
      retry: this.defaultRetry,
      cors: this.defaultCors,
    };
  }

  private restDestinations(): readonly DestinationIntent[] {
    return (this.rest ?? this.owner.stable())._destinations();
  }

  private add({ priority = 0, isFault = false, ...said }: SaidRoute): void {
    const route: Route = { ...said, priority, isFault };
    const place = this.placeOf(route.name);
    if (!Number.isFinite(priority)) {
      throw new Error(`${place}: ${priority} is no priority. Say a number; the higher one comes first.`);
    }
    if (route.name === REST || this.routes.some(({ name }) => name === route.name)) {
      throw new Error(`${place}: there is a route of this name. Give each route a name of its own, other than "${REST}".`);
    }
    if (route.alternatives.some(conditions => countOf(conditions) === 0)) {
      throw new Error(`${place}: takes every request, so that nothing is left for the rest. Narrow the match, or say sendTo for what no route takes.`);
    }
    const tie = this.routes.find(other => other.isFault === isFault && isTie(other, route));
    if (tie !== undefined) {
      throw new Error(`${place}: can take the same requests as "${tie.name}", and neither is more specific. Say which comes first: { priority: 1 }.`);
    }
    this.routes.push(route);
    this.owner.begin();
  }

  private placeOf(route: string): string {
    return `${this.owner.place}, route "${route}"`;
  }
}

/** What a service tells its traffic. */
export interface TrafficOwner {
  /** path of the construct */
  readonly place: string;
  /** ports of the Service */
  readonly ports: readonly number[];
  /** makes the object that holds the rules */
  readonly begin: () => void;
  /** makes the object that says how connections are made */
  readonly beginPolicy: () => void;
  /** where requests go when nothing is said */
  readonly stable: () => IRouteTarget;
}

interface Route extends Ordered {
  readonly isFault: boolean;
  readonly action: () => ActionIntent;
}

type SaidRoute = Pick<Route, 'name' | 'alternatives' | 'action'> & Partial<Pick<Route, 'priority' | 'isFault'>>;

function faultIntent({ abort, delay }: Fault, place: string): FaultIntent {
  if (abort === undefined && delay === undefined) {
    throw new Error(`${place}: a fault aborts requests, delays them, or both. Say { abort: {...} } or { delay: {...} }.`);
  }
  if (abort !== undefined) {
    requireStatus(abort.status, place);
  }
  requireTime(delay?.duration, 'milliseconds', `${place}: delay`);
  return { abort, delay };
}

/** Tries that the whole time has no room for never happen. */
function budgetProblem(rule: RuleIntent, place: string): string[] {
  const { timeout, retry }: Partial<ForwardAction> = 'destinations' in rule ? rule : {};
  if (timeout === undefined || retry?.perTryTimeout === undefined) {
    return [];
  }
  const needed = (retry.attempts + 1) * retry.perTryTimeout.toMilliseconds();
  return needed <= timeout.toMilliseconds() ? [] : [
    `${place}: ${retry.attempts + 1} tries of ${retry.perTryTimeout.toHumanString()} do not fit into a timeout of ${timeout.toHumanString()}. Allow ${Duration.millis(needed).toHumanString()}, or fewer or shorter tries.`,
  ];
}
