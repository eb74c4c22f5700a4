import { IConstruct } from 'constructs';
import type { IRouteTarget } from '../../route-target';
import { PortIntent, portOf } from '../hosts/service-ports';
import type { DestinationIntent, HostRulesIntent, RuleIntent } from '../intent';
import { once } from '../settled';
import { countOf, saidAlternatives } from './conditions';
import type { Conditions } from './conditions';
import { connectionRules } from './connection-rules';
import { everyRequestProblem, RouteVerb, wholeOf } from './every-request-problem';
import { REST } from './exposed-rules';
import { Layer, layerOf } from './layer';
import { leavingProblems } from './leaving-problems';
import { mirrorProblems } from './mirror-problems';
import { withOwnNames } from './own-names';
import { circleText, circularRedirects } from './redirect-problems';
import { rememberedRules } from './remembered-rules';
import { requestRules, unclearFaultsAt } from './request-rules';
import { requireSeen } from './require-seen';
import { budgetProblem } from './retry-budget';
import { RuledPort, routesAt, withoutPort } from './ruled-port';
import type { MirrorTarget, SaidRoute, UsualTraffic } from './said-of-traffic';
import { memoryProblems, splitProblems } from './split-problems';
import { Ties } from './ties';
import { unreachableProblems } from './unreachable-rules';

/** What the owner of a host tells its rules. */
export interface RulesOwner {
  readonly construct: IConstruct;
  /** path of the construct */
  readonly place: string;
  readonly host: string;
  /** the main one first */
  readonly ports: readonly PortIntent[];
  /** makes the object that holds the rules */
  readonly begin: () => void;
  /** where requests go when nothing is said */
  readonly stable: () => IRouteTarget;
}

/** All that is said of what comes to a host: to every port, or to one of them. */
export class TrafficRules {
  private readonly routes: SaidRoute[] = [];
  private readonly ties = { faults: new Ties<SaidRoute>(), routes: new Ties<SaidRoute>() };
  private readonly usual = new Map<number | undefined, UsualTraffic>();

  private readonly atPorts: ReadonlyMap<PortIntent, () => RuleIntent[]>;

  constructor(private readonly owner: RulesOwner) {
    this.atPorts = new Map(owner.ports.map(port => [port, once(owner.construct, () => requestRules(this.ruled(port)))]));
  }

  /** @param port undefined: every port whose requests or connections can be told apart */
  public say(verb: string, usual: UsualTraffic, port?: number): void {
    this.requireSeen(port);
    const said = this.usual.get(port) ?? {};
    if (Object.keys(usual).some(aspect => aspect in said)) {
      throw new Error(`${this.placeOf(port)}: ${verb} is already set. Set it once; a route or a port may have its own.`);
    }
    this.usual.set(port, { ...said, ...usual });
    this.owner.begin();
  }

  /** @throws when the target gets copies already */
  public mirror(mirror: MirrorTarget, port?: number): void {
    const said = this.usual.get(port) ?? {};
    if (said.mirrors?.some(({ target }) => target === mirror.target) === true) {
      throw new Error(`${this.placeOf(port)}: mirrorTo is already set for this target. Call it once, with the share of all copies: Percent.of(...).`);
    }
    this.usual.set(port, { ...said, mirrors: [...said.mirrors ?? [], mirror] });
    this.owner.begin();
  }

  /** @throws when the name is taken, the route takes everything, or neither it nor another comes first for something that both take */
  public add(route: SaidRoute, verb: RouteVerb): void {
    this.requireSeen();
    const place = this.placeOfRoute(route.name);
    if (!Number.isFinite(route.priority)) {
      throw new Error(`${place}: ${route.priority} is not a priority. Use a number; the highest comes first.`);
    }
    if (route.name === REST || this.routes.some(({ name }) => name === route.name)) {
      throw new Error(`${place}: a route with this name already exists. Give each route its own name, other than "${REST}".`);
    }
    const whole = wholeOf(route.alternatives);
    if (whole !== undefined) {
      throw new Error(`${place}: ${everyRequestProblem(verb, this.owner.ports.length > 1 ? whole : {})}`);
    }
    const ties = this.ties[route.isFault ? 'faults' : 'routes'];
    const tie = ties.with(route);
    if (tie !== undefined) {
      throw new Error(`${place}: can match the same requests as "${tie.name}", and neither is more specific. Set which comes first: { priority: 1 }.`);
    }
    ties.add(route);
    this.routes.push(route);
    this.owner.begin();
  }

  /**
   * What the mesh sees of what a route takes.
   *
   * @throws when it takes requests here and connections there, or asks of connections what only requests have
   */
  public layerOfRoute({ name, alternatives }: Pick<SaidRoute, 'name' | 'alternatives'>): Layer {
    const place = this.placeOfRoute(name);
    const [layer, ...others] = new Set(alternatives.map(({ port }) => this.layerOf(port, place)));
    if (others.length > 0) {
      throw new Error(`${place}: matches requests at one port and connections at another. Create a route for each.`);
    }
    if (layer !== 'requests' && alternatives.some(conditions => countOf(withoutPort(withoutSource(conditions))) > 0)) {
      throw new Error(`${place}: the mesh does not see requests here, so a match can only be on the caller. Use Match.sourceLabels, Match.sourceNamespace, or set protocol: AppProtocol.HTTP if the port speaks HTTP.`);
    }
    return layer;
  }

  /** What the mesh sees of what comes to a port; of no port in particular, the most that it sees at any. */
  public layerOf(port?: number, place: string = this.owner.place): Layer {
    const { ports } = this.owner;
    const layers = (port === undefined ? ports : [portOf(ports, port, place)]).map(({ protocol }) => layerOf(protocol));
    return LAYERS.find(layer => layers.includes(layer))!;
  }

  /** @throws when the mesh sees nothing of what comes to a port, or to any */
  public requireSeen(port?: number): void {
    const { ports, place } = this.owner;
    requireSeen(port === undefined ? ports : [portOf(ports, port, place)], this.placeOf(port));
  }

  /** Path of the construct, and which port of it. */
  public placeOf(port?: number): string {
    return port === undefined ? this.owner.place : `${this.owner.place}, port ${port}`;
  }

  public placeOfRoute(name: string): string {
    return `${this.owner.place}, route "${name}"`;
  }

  /** The rules for the requests that come to a port, as if there were no other. */
  public requestRules(port: number): RuleIntent[] {
    return this.rulesAt(portOf(this.owner.ports, port, this.owner.place)).flatMap(rememberedRules);
  }

  /** Where all goes that comes to a port and that no route takes. */
  public destinationsAt(port: number): readonly DestinationIntent[] {
    const { host, stable, usual: { target = stable } } = this.ruled(portOf(this.owner.ports, port, this.owner.place));
    return target._destinations({ host, port });
  }

  public intent(): Pick<HostRulesIntent, 'rules' | 'connections'> {
    const ports = this.portsOfConnections();
    const rules = withOwnNames(this.rules().flatMap(rememberedRules));
    const connections = ports.flatMap(port => connectionRules(this.ruled(port)));
    // The mesh refuses an object without any rule, so this one says what would be so without it.
    const said = rules.length + connections.length > 0;
    const { host } = this.owner;
    return { rules, connections: said ? connections : ports.map(({ port }) => ({ port, sources: [], destinations: [{ host, port }] })) };
  }

  public problems(): string[] {
    const { place, ports, stable } = this.owner;
    const rules = this.rules();
    const isToldApart = (): boolean => stable()._destinations().some(({ subset }) => subset !== undefined);
    const unsaid = ports.filter(port => layerOf(port.protocol) === 'named-connections' && this.usualAt(port).target === undefined && isToldApart());
    const ofDestinations = this.destinationProblems(rules);
    // Clients that remember one of two equal destinations are a problem of these.
    const tried = ofDestinations.length > 0 ? rules : withOwnNames(rules.flatMap(rememberedRules));
    return [
      ...unsaid.map(({ port, protocol }) => `${place}: port ${port} speaks ${protocol}, and connections to it can be sent to one version only if all clients call ${this.owner.host} by this full name. Use traffic.onPort(${port}).sendTo(...): with a version if they do, with the service itself for all versions.`),
      ...this.faultProblems(),
      ...this.unclearProblems(),
      ...this.circleProblems(),
      ...ofDestinations,
      ...new Set(unreachableProblems(tried, name => this.placeOfRoute(name))),
      ...new Set(rules.flatMap(rule => budgetProblem(rule, this.placeOfRoute(rule.name)))),
    ];
  }

  /** Inside of the mesh, clients speak HTTP to the host. */
  private circleProblems(): string[] {
    const { host, ports } = this.owner;
    const circular = ports.filter(({ protocol }) => layerOf(protocol) === 'requests').flatMap(port => (
      circularRedirects(this.rulesAt(port), { host, port: port.port, scheme: 'http' })
    ));
    return [...new Set(circular.map(({ name, redirect }) => `${this.placeOfRoute(name)}: ${circleText(redirect)}`))];
  }

  /** Each fault leaves something, and they may leave nothing together. */
  private faultProblems(): string[] {
    const faults = this.routes.filter(({ isFault }) => isFault);
    const names = faults.map(({ name }) => `"${name}"`).join(' and ');
    return wholeOf(faults.flatMap(({ alternatives }) => alternatives)) === undefined ? [] : [
      `${this.owner.place}: the faults ${names} together match every request, so nothing is left for the other routes. Narrow one of them.`,
    ];
  }

  /** What a fault and a route both take has to be said in one rule. */
  private unclearProblems(): string[] {
    const ports = this.owner.ports.filter(({ protocol }) => layerOf(protocol) === 'requests');
    return [...new Set(ports.flatMap(port => unclearFaultsAt(this.ruled(port))).map(({ fault, route, twice }) => (
      `${this.placeOfRoute(fault)}: can match the same requests as the route "${route}", and one rule for these would have to compare "${twice}" in two ways. Use exact texts or prefixes for both, or limit the fault to one of them.`
    )))];
  }

  /** What is wrong with destinations. Of rules that have them in common, the last one says it. */
  private destinationProblems(rules: readonly RuleIntent[]): string[] {
    const ofRequests = rules.flatMap(rule => problemsOfRule(rule).map(problem => [problem, this.placeOfRoute(rule.name)] as const));
    const ofConnections = this.portsOfConnections().flatMap(port => {
      const problems = connectionRules(this.ruled(port)).flatMap(({ destinations }) => splitProblems(destinations));
      return problems.map(problem => [problem, this.placeOf(port.port)] as const);
    });
    return [...new Map([...ofConnections, ...ofRequests])].map(([problem, place]) => `${place}: ${problem}`);
  }

  private portsOfConnections(): readonly PortIntent[] {
    return this.owner.ports.filter(({ protocol }) => ['connections', 'named-connections'].includes(layerOf(protocol)));
  }

  /** The rules for the requests that come to each port. With several, they say which. */
  private rules(): RuleIntent[] {
    const ports = this.owner.ports.filter(({ protocol }) => layerOf(protocol) === 'requests');
    return ports.flatMap((port, index) => {
      const rules = this.rulesAt(port);
      return ports.length === 1 ? rules : rules.map(rule => atPort(rule, port.port, index === 0));
    });
  }

  private rulesAt(port: PortIntent): RuleIntent[] {
    return this.atPorts.get(port)!();
  }

  private ruled(port: PortIntent): RuledPort {
    const takesUsual = layerOf(port.protocol) === this.layerOf();
    const { host, stable } = this.owner;
    return { ...port, host, routes: routesAt(port.port, this.routes, takesUsual), stable: stable(), usual: this.usualAt(port) };
  }

  /** Names that clients ask for by TLS are a matter of their own: what is said of requests does not mean them. */
  private usualAt({ port, protocol }: PortIntent): UsualTraffic {
    const layer = layerOf(protocol);
    const general = layer !== 'named-connections' || layer === this.layerOf() ? this.usual.get(undefined) : {};
    return { ...general, ...this.usual.get(port) };
  }
}

const LAYERS: readonly Layer[] = ['requests', 'connections', 'named-connections', 'nothing'];

function problemsOfRule(rule: RuleIntent): string[] {
  return 'destinations' in rule
    ? [splitProblems(rule.destinations), mirrorProblems(rule.mirrors ?? [], rule.destinations), memoryProblems(rule), leavingProblems(rule)].flat()
    : [];
}

function withoutSource({ sourceLabels: _, sourceNamespace: __, ...conditions }: Conditions): Conditions {
  return conditions;
}

function atPort(rule: RuleIntent, port: number, isMain: boolean): RuleIntent {
  return { ...rule, name: isMain ? rule.name : `${rule.name}-${port}`, alternatives: saidAlternatives(rule.alternatives).map(conditions => ({ ...conditions, port })) };
}
