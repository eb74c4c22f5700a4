import { Duration } from 'cdk8s';
import { ClientTls } from './client-tls';
import { ConnectionLimits } from './connection-limits';
import { Cors } from './cors';
import { DirectResponse } from './direct-response';
import { Fault } from './fault';
import { LoadBalancing } from './load-balancing';
import { Locality } from './locality';
import { Match } from './match';
import { OutlierEjection } from './outlier-ejection';
import { Percent } from './percent';
import type { Arrival, DestinationIntent, HostPolicyIntent, HostRulesIntent, RuleIntent } from './private/intent';
import { DELEGATE, requireGiven } from './private/require-given';
import { requireTime } from './private/require-time';
import type { Conditions } from './private/routing/conditions';
import { corsIntent } from './private/routing/cors-intent';
import { comparesByPattern } from './private/routing/delegated-rule-problems';
import type { RouteVerb } from './private/routing/every-request-problem';
import { faultIntent } from './private/routing/fault-intent';
import { faulty } from './private/routing/fault-rules';
import type { Layer } from './private/routing/layer';
import { outsideProblem } from './private/routing/mirror-problems';
import { redirectIntent } from './private/routing/redirect-intent';
import { requireTarget } from './private/routing/require-target';
import { responseIntent } from './private/routing/response-intent';
import { retryIntent } from './private/routing/retry-intent';
import { forwarding } from './private/routing/route-intent';
import type { SaidRoute } from './private/routing/said-of-traffic';
import { RulesOwner, TrafficRules } from './private/routing/traffic-rules';
import { Redirect } from './redirect';
import { RetryPolicy } from './retry-policy';
import { RouteDelegate } from './route-delegate';
import { RouteOptions } from './route-options';
import { RouteRank } from './route-rank';
import { IRouteTarget } from './route-target';
import { CanarySplit, Split } from './split';
import { TrafficPolicy } from './traffic-policy';

/**
 * What happens to what comes to a host: `service.traffic` for all of its ports, `service.traffic.onPort(9090)` for one.
 *
 * What is said of a port replaces what is said of all with the same verb. Its routes and faults stand among theirs, and to be of one port counts as
 * one condition more. At a port whose requests the mesh does not see, since TCP or TLS is spoken there, connections can be sent on, split and
 * limited, and no more.
 */
export class Traffic {
  /** @internal */
  public static _of(owner: TrafficOwner): Traffic {
    return new Traffic(owner, new TrafficRules(owner));
  }

  private readonly policy: TrafficPolicy;
  private readonly ports = new Map<number, Traffic>();

  private constructor(private readonly owner: TrafficOwner, private readonly rules: TrafficRules, private readonly port?: number) {
    const begin = (): void => {
      rules.requireSeen(port);
      owner.beginPolicy();
    };
    this.policy = TrafficPolicy._of({ place: rules.placeOf(port), begin });
  }

  /** Says how callers encrypt connections, instead of what the mesh finds out by itself. @throws when that was said before */
  public clientTls(tls: ClientTls): void {
    this.policy.clientTls(tls);
  }

  /**
   * Which pages of other origins a browser lets call the service, on every route that does not say otherwise, with faults and for the rest. Not
   * where the mesh redirects or answers itself.
   *
   * @throws when that was said before, or the policy is none
   */
  public cors(cors: Cors): void {
    this.requireRequests('cors');
    this.rules.say('cors', { cors: corsIntent(cors, `${this.place}: cors`) }, this.port);
  }

  /**
   * Leaves the requests that match to another team, whose routes say what happens to them. Neither timeout nor retries nor copies concern it.
   *
   * @throws for what `route` throws
   */
  public leaveTo(name: string, match: Match, to: RouteDelegate, { priority = 0 }: RouteRank = {}): void {
    requireGiven(to, DELEGATE, this.rules.placeOfRoute(name));
    if (match._alternatives.some(comparesByPattern)) {
      throw new Error(`${this.rules.placeOfRoute(name)}: compares with a regular expression, which the mesh rejects for delegated requests. Use exact texts or prefixes.`);
    }
    this.addToRequests('leaveTo', { name, alternatives: this.here(name, match), priority, isFault: false, action: () => ({ delegate: to._intent }) });
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
   * Lets requests that match fail or wait. What is left of them goes where it would go without that, of a split to the first part alone, without
   * timeouts and retries: the mesh combines neither with faults. What a route redirects, answers or leaves to others, does not fail.
   *
   * @throws when the fault is none, or the match takes every request
   */
  public injectFault(name: string, match: Match, fault: Fault): void {
    const intent = faultIntent(fault, this.rules.placeOfRoute(name));
    const { priority = 0, target } = fault;
    if (target !== undefined) {
      requireTarget(target, this.rules.placeOfRoute(name))._destinations(this.arrival('requests'));
    }
    this.addToRequests('injectFault', {
      name,
      alternatives: this.here(name, match),
      priority,
      isFault: true,
      hasTarget: target !== undefined,
      action: ({ arrival, rest }) => faulty(target === undefined ? rest : { ...rest, destinations: target._destinations(arrival) }, intent),
    });
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

  /** Says what counts that instances run in regions and zones. @throws when that was said before */
  public locality(locality: Locality): void {
    this.policy.locality(locality);
  }

  /**
   * Sends copies of the requests that no route takes to another target as well: of all, or of a part of them. Nobody waits for the answers. Of a
   * split each part gets its share. A copy keeps the host that the client called.
   *
   * @throws when that was said of the target before, nothing is copied, or the target is outside of the mesh, where nobody knows that host
   */
  public mirrorTo(target: IRouteTarget, percent: Percent = Percent.of(100)): void {
    this.requireRequests('mirrorTo');
    requireTarget(target, `${this.place}, mirrorTo`);
    if (percent.value === 0) {
      throw new Error(`${this.place}: copies no requests. Use more than Percent.of(0), or leave mirrorTo out.`);
    }
    const [problem] = target._destinations(this.arrival('requests')).flatMap(destination => outsideProblem(destination) ?? []);
    if (problem !== undefined) {
      throw new Error(`${this.place}: ${problem}`);
    }
    this.rules.mirror({ target, percent }, this.port);
  }

  /** What holds at one port instead of what is said of all. @throws when there is no such port, or the mesh does not see what comes to it */
  public onPort(port: number): Traffic {
    this.rules.requireSeen(port);
    const known = this.ports.get(port) ?? new Traffic(this.owner, this.rules, port);
    this.ports.set(port, known);
    return known;
  }

  /**
   * Tells the clients whose requests match to go elsewhere. Like a route, but nothing is sent on, so neither timeout nor retries nor copies concern
   * it. One that leads back to what it takes itself is an error when the app is rendered.
   *
   * @throws when it leads nowhere else, and for what `route` throws
   */
  public redirect(name: string, match: Match, redirect: Redirect): void {
    const { priority = 0 } = redirect;
    const intent = redirectIntent(redirect, this.rules.placeOfRoute(name));
    this.addToRequests('redirect', { name, alternatives: this.here(name, match), priority, isFault: false, action: () => ({ redirect: intent }) });
  }

  /**
   * Answers the requests that match without asking the service. Like a route, but nothing is sent on, so neither timeout nor retries nor copies
   * concern it.
   *
   * @throws when the mesh cannot answer so, and for what `route` throws
   */
  public respond(name: string, match: Match, response: DirectResponse): void {
    const { priority = 0 } = response;
    const intent = responseIntent(response, this.rules.placeOfRoute(name));
    this.addToRequests('respond', { name, alternatives: this.here(name, match), priority, isFault: false, action: () => ({ response: intent }) });
  }

  /** When a request is sent once more, on every route that does not say otherwise. @throws when that was said before, or the policy is none */
  public retry(policy: RetryPolicy): void {
    this.requireRequests('retry');
    this.rules.say('retry', { retry: retryIntent(policy, this.place) }, this.port);
  }

  /**
   * Sends what matches to a target, before all that is less specific. Renders a rule of the service's `VirtualService`.
   *
   * @throws when the name is taken, the match takes everything, or another route can take the same and neither is more specific
   */
  public route(name: string, match: Match, target: IRouteTarget, options: RouteOptions = {}): void {
    const place = this.rules.placeOfRoute(name);
    const alternatives = this.here(name, match);
    const { priority = 0, ...changes } = options;
    const action = forwarding(target, options, { place, alternatives, itself: this.owner.itself });
    const layer = this.rules.layerOfRoute({ name, alternatives });
    if (layer !== 'requests' && isSticky(target)) {
      this.failWithoutRequests('a sticky split');
    }
    if (layer !== 'requests' && Object.values(changes).some(change => change !== undefined)) {
      throw new Error(`${place}: matches connections, whose requests the mesh does not see, so ${Object.keys(changes).join(', ')} is not possible. Leave the options out.`);
    }
    target._destinations(this.arrival(layer));
    this.rules.add({ name, alternatives, priority, isFault: false, action }, 'route');
  }

  /** Sends all that no route takes to a target, such as `Split.between(...)`. @throws when that was said before */
  public sendTo(target: IRouteTarget): void {
    requireTarget(target, `${this.place}, sendTo`);
    if (isSticky(target)) {
      this.requireRequests('a sticky split');
    }
    target._destinations(this.arrival(this.rules.layerOf(this.port)));
    this.rules.say('sendTo', { target }, this.port);
  }

  /** Divides all that no route takes between a stable target and a canary. @throws when that was said before */
  public split(split: CanarySplit): void {
    this.sendTo(Split.canary(split));
  }

  /** How long a request may take, with all retries, on every route that does not say otherwise. @throws when that was said before */
  public timeout(duration: Duration): void {
    this.requireRequests('timeout');
    requireTime(duration, 'milliseconds', `${this.place}: timeout`);
    this.rules.say('timeout', { timeout: duration }, this.port);
  }

  /** @internal */
  public _rules(): Pick<HostRulesIntent, 'rules' | 'connections'> {
    return this.rules.intent();
  }

  /** @internal */
  public _requestRules(port: number): readonly RuleIntent[] {
    return this.rules.requestRules(port);
  }

  /** @internal */
  public _destinationsAt(port: number): readonly DestinationIntent[] {
    return this.rules.destinationsAt(port);
  }

  /** @internal */
  public _policy(): Pick<HostPolicyIntent, 'policy' | 'ports'> {
    const ports = [...this.ports].flatMap(([port, { policy }]) => {
      const intent = policy._intent();
      return intent === undefined ? [] : [[port, intent] as const];
    });
    return { policy: this.policy._intent(), ports: new Map(ports) };
  }

  /** @internal */
  public _problems(): readonly string[] {
    return this.rules.problems();
  }

  /** Where what is said here comes from, as far as a target has to know it to refuse. */
  private arrival(layer: Layer): Arrival {
    const { construct: from, host, ports } = this.owner;
    return { host, port: this.port ?? ports[0].port, layer, from };
  }

  private get place(): string {
    return this.rules.placeOf(this.port);
  }

  /** What a match takes at this port. */
  private here(name: string, { _alternatives: alternatives }: Match): readonly Conditions[] {
    if (this.port === undefined) {
      return alternatives;
    }
    const here = alternatives.filter(({ port = this.port }) => port === this.port);
    if (here.length === 0) {
      throw new Error(`${this.rules.placeOfRoute(name)}: is a route of port ${this.port}, but matches another port. Leave the port out of the match.`);
    }
    return here.map(conditions => ({ ...conditions, port: this.port }));
  }

  private addToRequests(verb: RouteVerb, route: SaidRoute): void {
    if (this.rules.layerOfRoute(route) !== 'requests') {
      this.failWithoutRequests(verb);
    }
    this.rules.add(route, verb);
  }

  private requireRequests(verb: string): void {
    if (this.rules.layerOf(this.port) !== 'requests') {
      this.failWithoutRequests(verb);
    }
  }

  private failWithoutRequests(verb: string): never {
    throw new Error(`${this.place}: ${verb} applies to requests, but the mesh sees none here. Set protocol: AppProtocol.HTTP if the port speaks HTTP; connections can be routed, split and limited.`);
  }
}

/** What a host tells its traffic. */
export interface TrafficOwner extends RulesOwner {
  /** makes the object that says how connections are made */
  readonly beginPolicy: () => void;
  /** the host itself */
  readonly itself: IRouteTarget;
}

function isSticky(target: IRouteTarget): boolean {
  return target instanceof Split && target._stickiness !== undefined;
}
