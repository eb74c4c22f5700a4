import { Construct } from 'constructs';
import type { ICaller } from '../../caller';
import { DefaultAccess } from '../../default-access';
import type { HttpMethod } from '../../http-method';
import { Mesh } from '../../mesh';
import { MutualTls } from '../../mutual-tls';
import type { PathMatch } from '../../path-match';
import { PortIntent, portOf } from '../hosts/service-ports';
import { inKeyOrder } from '../in-key-order';
import { namespaceOf } from '../platform/namespace-of';
import { layerOf } from '../routing/layer';
import { once } from '../settled';
import { Slot } from '../slot';
import type { WorkloadIntent } from '../workload-intent';
import type { AccessAction, AccessPolicyIntent, AccessRuleIntent, AskedIntent, ConnectionSafetyIntent, TokensIntent } from './access-intent';
import type { CallerIntent, JwtIssuerIntent } from './caller-intent';
import { judgeAccess } from './judged-access';
import { PassingIntent, passedRules } from './passed-rules';
import { passingProblems } from './passing-problems';
import { proofProblems, provesItself } from './proof-problems';
import { requireCallers, seesNoRequests } from './require-callers';
import { widerRules } from './wider-rules';

/** What somebody whose access is said tells of himself. */
export interface AccessOwner {
  /** path of the construct */
  readonly place: string;
  /** where the objects are made */
  readonly scope: Construct;
  /** what they are called */
  readonly name: string;
  readonly kind: 'gateway' | 'mesh' | 'namespace' | 'service';
  /** of the Service; undefined: not known here */
  readonly ports?: readonly PortIntent[];
  /** @throws when no policy could find them */
  readonly pods: () => WorkloadIntent;
  /** which connections the pods take if nothing is said here */
  readonly usualTls: () => MutualTls;
}

/** Requests that need no token. */
interface ExemptRequests {
  readonly paths: readonly PathMatch[];
  readonly methods: readonly HttpMethod[];
}

type SaidAction = Extract<AccessAction, string>;

/** All that is said of who may call some pods. */
export class AccessRules {
  private readonly rules: Readonly<Record<SaidAction, Map<string, AccessRuleIntent>>> = { allow: new Map(), deny: new Map(), audit: new Map() };
  /** those that let some in, and are said to keep others out by that */
  private readonly closing = new Set<string>();
  private readonly senders = new Set<AccessRules>();
  private readonly presumed: ICaller[] = [];
  private readonly offered: Array<{ readonly caller: ICaller; readonly asked: AskedIntent }> = [];
  private readonly issuers = new Map<string, JwtIssuerIntent>();
  private readonly required = new Set<string>();
  private readonly exempt = { paths: new Map<string, PathMatch>(), methods: new Set<HttpMethod>() };
  private readonly modes = new Map<number | undefined, MutualTls>();
  private isShut = false;
  private readonly trustDomain: string;
  /** whether nobody is let in by default */
  private readonly isClosed: boolean;
  /** what is asked for as a policy, and to find out what is wrong */
  private readonly allowed: () => AccessRuleIntent[];
  private asked?: { readonly authorizer: string; readonly asked: AskedIntent };
  private readonly slots: Readonly<Record<'ask' | 'safety' | 'tokens' | SaidAction, Slot>>;

  constructor(private readonly owner: AccessOwner) {
    const { scope } = owner;
    const { defaultAccess, trustDomain, _provider: { access } } = Mesh.of(scope);
    this.trustDomain = trustDomain;
    this.isClosed = defaultAccess === DefaultAccess.DENY;
    this.allowed = once(scope, () => this.allowRules());
    const policy = (action: SaidAction): Slot => new Slot(scope, action, place => (
      access.policy(place, this.nameOf(action), () => ({ pods: owner.pods(), action, rules: this.rulesFor(action) }))
    ));
    this.slots = {
      safety: new Slot(scope, 'safety', place => access.connectionSafety(place, this.nameOf('safety'), () => this.safety())),
      ask: new Slot(scope, 'ask', place => access.policy(place, this.nameOf('ask'), () => this.question())),
      tokens: new Slot(scope, 'tokens', place => access.tokens(place, this.nameOf('tokens'), () => this.tokens())),
      allow: policy('allow'),
      deny: policy('deny'),
      audit: policy('audit'),
    };
    scope.node.addValidation({ validate: () => this.problems() });
    const { kind, place, pods } = owner;
    judgeAccess(scope, {
      place,
      kind,
      pods,
      allow: () => this.said('allow'),
      closing: () => [...this.closing].map(text => this.rules.allow.get(text)!),
      deny: () => this.said('deny'),
      asks: () => access.asksSeveral ? undefined : this.asked?.authorizer,
      saidModes: ports => this.saidModes(ports),
    });
  }

  /** whether something is allowed or denied that shows only in requests, or in mutual TLS that ends at these pods */
  public get asksForUnseen(): boolean {
    const said = [...this.rules.allow.values(), ...this.rules.deny.values()];
    return this.required.size > 0 || said.some(({ caller, asked: { ports: _, ...asked } }) => (
      provesItself(caller) || caller.token !== undefined || Object.values(asked).some(value => value !== undefined)
    ));
  }

  /** which connections the pods take, if that is said of all ports */
  public get mode(): MutualTls | undefined {
    return this.modes.get(undefined);
  }

  /** whether some of its pods let in only who is named */
  public get closes(): boolean {
    return this.isShut || this.rules.allow.size > 0;
  }

  /** whether only those get in who are let in */
  private get isGuarded(): boolean {
    return this.isClosed || this.rules.allow.size > 0;
  }

  /** Says that nobody is let in by default, which somebody else renders. */
  public shut(): void {
    this.isShut = true;
  }

  /** what is said by a verb, and not of somebody else */
  public said(action: SaidAction): AccessRuleIntent[] {
    return inKeyOrder(this.rules[action]);
  }

  public add(action: SaidAction, caller: ICaller, asked: AskedIntent, place: string): void {
    const texts = this.enter(action, caller, asked, place);
    if (action === 'allow') {
      texts.forEach(text => this.closing.add(text));
    }
  }

  /** Lets in who says himself that he calls. For everything, that says nothing of others. */
  public admit(caller: ICaller, asked: AskedIntent, place: string): void {
    if (isEverything(asked)) {
      this.enter('allow', caller, asked, place);
    } else {
      this.add('allow', caller, asked, place);
    }
  }

  private enter(action: SaidAction, caller: ICaller, asked: AskedIntent, place: string): string[] {
    const callers = caller._callers();
    requireCallers(callers, { action, kind: this.owner.kind, ports: this.owner.ports, place });
    this.owner.pods();
    const rules = new Map(this.rulesOf(callers, asked).map(rule => [textOf(rule), rule]));
    rules.forEach((rule, text) => this.rules[action].set(text, rule));
    callers.flatMap(({ token }) => token ?? []).forEach(({ issuer }) => this.accept(issuer));
    this.slots[action].fill();
    return [...rules.keys()];
  }

  /** Lets somebody in as long as nobody else is let in. */
  public presume(caller: ICaller): void {
    this.presumed.push(caller);
    this.slots.allow.fill();
  }

  /** Lets in who sends requests on: with those who are let in, and if nobody is, where that would keep everybody out. */
  public offer(caller: ICaller, asked: AskedIntent): void {
    this.offered.push({ caller, asked });
    if (this.isClosed && caller._callers().length > 0) {
      this.owner.pods();
      this.slots.allow.fill();
    }
  }

  /** Lets in who may call a service that sends requests on to this one. What was asked of it may be rewritten. */
  public passOn(sender: AccessRules): void {
    this.senders.add(sender);
    if (this.isClosed) {
      this.slots.allow.fill();
    }
  }

  /** @throws when the mesh sees no tokens, or another issuer is called so */
  public read(issuer: JwtIssuerIntent, place: string): void {
    if (seesNoRequests(this.owner.ports)) {
      throw new Error(`${place}: the mesh sees no requests here, and so no tokens. Say protocol: AppProtocol.HTTP if that is spoken there.`);
    }
    this.accept(issuer);
  }

  private accept(issuer: JwtIssuerIntent): void {
    const known = this.issuers.get(issuer.issuer) ?? issuer;
    if (textOf(known) !== textOf(issuer)) {
      throw new Error(`${this.owner.place}: knows the issuer "${issuer.issuer}" with other details, and its tokens are checked in one way. Make one JwtIssuer, and say it in both places.`);
    }
    this.owner.pods();
    this.issuers.set(issuer.issuer, known);
    this.slots.tokens.fill();
  }

  public require(issuer: JwtIssuerIntent, exempt: ExemptRequests, place: string): void {
    this.read(issuer, place);
    this.required.add(issuer.issuer);
    exempt.paths.forEach(path => this.exempt.paths.set(textOf(path), path));
    exempt.methods.forEach(method => this.exempt.methods.add(method));
    this.slots.deny.fill();
  }

  /** @throws when somebody is asked already */
  public ask(authorizer: string, asked: AskedIntent, place: string): void {
    if (this.asked !== undefined) {
      throw new Error(`${place}: "${this.asked.authorizer}" is asked already. Say it once.`);
    }
    this.owner.pods();
    this.asked = { authorizer, asked };
    this.slots.ask.fill();
  }

  public secure(mode: MutualTls, port: number | undefined, place: string): void {
    if (this.owner.kind === 'gateway') {
      throw new Error(`${place}: a gateway takes connections from outside of the mesh, as its tls says. Say GatewayTls.mutual to ask clients for certificates.`);
    }
    if (this.modes.has(port)) {
      throw new Error(`${place}: was said before${port === undefined ? '' : ` of port ${port}`}. Say it once.`);
    }
    if (port !== undefined) {
      if (this.owner.ports === undefined) {
        throw new Error(`${place}: ports are those of a service. Say it of the service.`);
      }
      portOf(this.owner.ports, port, place);
    }
    this.owner.pods();
    this.modes.set(port, mode);
    this.slots.safety.fill();
  }

  /** Somebody sends requests on, and nobody here knows who. */
  private unknownCallers(): string[] {
    const isUnknown = this.isClosed && this.offered.length > 0 && this.allowed().length === 0;
    return isUnknown
      ? [`${this.owner.place}: gets requests that another team leaves to us, and nobody here knows who sends them, so that nobody is let in. Say callers where the routes are made, such as the gateway, or access.allowFrom.`]
      : [];
  }

  private question(): AccessPolicyIntent {
    const { authorizer, asked } = this.asked!;
    return { pods: this.owner.pods(), action: { ask: authorizer }, rules: [{ caller: {}, asked }] };
  }

  private nameOf(action: SaidAction | 'ask' | 'safety' | 'tokens'): { name: string; namespace: string } {
    const { kind, name, pods } = this.owner;
    if (action === 'safety' && kind !== 'service') {
      return { name: 'default', namespace: pods().namespace };
    }
    return { name: SUFFIXED.includes(action) ? `${name}.${action}` : name, namespace: pods().namespace };
  }

  private rulesFor(action: SaidAction): AccessRuleIntent[] {
    if (action === 'allow') {
      return this.allowed();
    }
    const said = this.said(action);
    return action === 'deny' && this.required.size > 0 ? [this.requirement(), ...said] : said;
  }

  private allowRules(): AccessRuleIntent[] {
    if (this.rules.allow.size === 0 && this.presumed.length > 0) {
      return this.presumed.flatMap(caller => this.rulesOf(caller._callers(), {}));
    }
    const implied = [...this.offeredRules(), ...this.passedRules()];
    return inKeyOrder(new Map([...this.rules.allow, ...implied.map(rule => [textOf(rule), rule] as const)]));
  }

  private offeredRules(): AccessRuleIntent[] {
    return this.offered.flatMap(({ caller, asked }) => this.rulesOf(caller._callers(), asked));
  }

  private passedRules(): AccessRuleIntent[] {
    const connectionPorts = this.owner.ports?.filter(({ protocol }) => layerOf(protocol) !== 'requests').map(({ targetPort }) => targetPort) ?? [];
    return [...this.allSenders()].flatMap(sender => passedRules(sender.passing(), connectionPorts));
  }

  /** Who comes along when requests are sent on from here. */
  private passing(): PassingIntent {
    const { place, ports, scope } = this.owner;
    return {
      place,
      isOpen: !this.isClosed && this.rules.allow.size === 0 && !widerRules(scope, namespaceOf(scope)).some(wider => wider.closes),
      allow: [...this.rules.allow.values(), ...this.offeredRules()],
      deny: this.said('deny'),
      required: inKeyOrder(this.issuers).filter(({ issuer }) => this.required.has(issuer)),
      exemptMethods: [...this.exempt.methods].sort(),
      takesConnections: ports?.some(({ protocol }) => layerOf(protocol) !== 'requests') === true,
      asks: this.asked?.authorizer,
    };
  }

  /** What those say of callers who send requests on to this one, and nobody says here. */
  private passingProblems(): string[] {
    const receiver = {
      place: this.owner.place,
      isGuarded: this.isGuarded,
      allow: this.said('allow'),
      deny: this.said('deny'),
      required: [...this.required],
      asks: this.asked?.authorizer,
    };
    return [...this.allSenders()].flatMap(sender => passingProblems(sender.passing(), receiver)).sort();
  }

  /** Those from which requests come here, over however many services. */
  private allSenders(known = new Set<AccessRules>()): Set<AccessRules> {
    [...this.senders].filter(sender => sender !== this && !known.has(sender)).forEach(sender => sender.allSenders(known.add(sender)));
    return known;
  }

  private rulesOf(callers: readonly CallerIntent[], asked: AskedIntent): AccessRuleIntent[] {
    return callers.map(({ identity, ...caller }) => ({
      caller: identity === undefined ? caller : { identity: { trustDomain: this.trustDomain, ...identity }, ...caller },
      asked,
    }));
  }

  /** What lacks the tokens that are asked for: where all that are read here are asked for, any token will do. */
  private requirement(): AccessRuleIntent {
    const { paths, methods } = this.exempt;
    const lacks = [...this.issuers.keys()].every(issuer => this.required.has(issuer)) ? [] : [...this.required].sort();
    const seen = this.owner.ports?.filter(({ protocol }) => layerOf(protocol) === 'requests');
    const asked: AskedIntent = {
      exceptPaths: paths.size === 0 ? undefined : inKeyOrder(paths),
      exceptMethods: methods.size === 0 ? undefined : [...methods].sort(),
      ports: seen?.length === this.owner.ports?.length ? undefined : seen?.map(({ targetPort }) => targetPort),
    };
    return { caller: {}, lacks, asked };
  }

  private tokens(): TokensIntent {
    return { pods: this.owner.pods(), issuers: inKeyOrder(this.issuers) };
  }

  private safety(): ConnectionSafetyIntent {
    const { ports = [], pods } = this.owner;
    const said = ports.flatMap(({ port, targetPort }) => this.modes.has(port) ? [[targetPort, this.modes.get(port)!] as const] : []);
    return { pods: pods(), mode: this.mode, ports: new Map(said.sort(([a], [b]) => a - b)) };
  }

  /** What shows only when all is said. */
  private problems(): string[] {
    const { place } = this.owner;
    return [
      ...this.unknownCallers(),
      ...this.unreadTokens(),
      ...this.passingProblems(),
      ...proofProblems({ place, allow: this.said('allow'), deny: this.said('deny'), modesOf: ({ asked: { ports } }) => this.modesAt(ports) }),
    ];
  }

  /** Which connections are taken at some ports of the pods, or at all. */
  private modesAt(ports?: readonly number[]): MutualTls[] {
    const usual = this.mode ?? this.owner.usualTls();
    return this.portsOf(ports)?.map(({ port }) => this.modes.get(port) ?? usual) ?? [usual];
  }

  /** The same as far as it is said here. */
  private saidModes(ports?: readonly number[]): MutualTls[] {
    const said = this.portsOf(ports)?.map(({ port }) => this.modes.get(port) ?? this.mode) ?? [this.mode];
    return said.filter(mode => mode !== undefined);
  }

  /** Those of the Service, given those of the pods, or all; undefined: not known here. */
  private portsOf(targets?: readonly number[]): readonly PortIntent[] | undefined {
    return this.owner.ports?.filter(({ targetPort }) => targets === undefined || targets.includes(targetPort));
  }

  /** Who is told by a token where requests are sent on, has to be told by it here. */
  private unreadTokens(): string[] {
    const passed = (this.isGuarded ? this.passedRules() : []).flatMap(({ caller: { token } }) => token === undefined ? [] : [token.issuer.issuer]);
    const unread = [...new Set(passed)].filter(issuer => !this.issuers.has(issuer)).sort();
    return unread.map(issuer => (
      `${this.owner.place}: gets requests of callers that are told by tokens of "${issuer}", which nobody reads here, so that they are not let in. Say access.acceptJwt with the same JwtIssuer.`
    ));
  }
}

/** What has more than one policy to do has an object for each. */
const SUFFIXED: readonly string[] = ['ask', 'audit', 'deny'];

function isEverything(asked: AskedIntent): boolean {
  return Object.values(asked).every(said => said === undefined);
}

function textOf(thing: unknown): string {
  return JSON.stringify(thing);
}
