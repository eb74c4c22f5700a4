import type { ICaller } from '../../caller';
import { DefaultAccess } from '../../default-access';
import { Mesh } from '../../mesh';
import { MutualTls } from '../../mutual-tls';
import { inKeyOrder } from '../in-key-order';
import { namespaceOf } from '../platform/namespace-of';
import { layerOf } from '../routing/layer';
import { once } from '../settled';
import { Slot } from '../slot';
import type { AccessAction, AccessPolicyIntent, AccessRuleIntent, AskedIntent } from './access-intent';
import type { AccessOwner } from './access-owner';
import { accessProblems, OfferedCaller } from './access-problems';
import type { CallerIntent, JwtIssuerIntent } from './caller-intent';
import { closeInhabitants, inhabit } from './inhabitants';
import { judgeAccess } from './judged-access';
import { PassingIntent, passedRules } from './passed-rules';
import { provesItself } from './proof-problems';
import { requireDeniedPorts } from './request-ports';
import { requireCallers } from './require-callers';
import { isOfRequests, isToldByRequests, requireShown, Shown } from './require-shown';
import { requireResolved } from './resolved-paths';
import { SafetyRules } from './safety-rules';
import { Senders } from './senders';
import { ExemptRequests, TokenRules } from './token-rules';
import { widerRules } from './wider-rules';

type SaidAction = Extract<AccessAction, string>;

/** All that is said of who may call some pods. */
export class AccessRules {
  /** who is let in: what is asked for as a policy, and to find out what is wrong */
  public readonly allowed: () => AccessRuleIntent[];
  private readonly rules: Readonly<Record<SaidAction, Map<string, AccessRuleIntent>>> = { allow: new Map(), deny: new Map(), audit: new Map() };
  /** those that let some in, and are said to keep others out by that */
  private readonly closing = new Set<string>();
  private readonly presumed: ICaller[] = [];
  private readonly offered: OfferedCaller[] = [];
  private isShut = false;
  private readonly safety: SafetyRules;
  private readonly tokens: TokenRules;
  /** those who send requests on to here */
  public readonly senders: Senders = new Senders(this);
  private readonly trustDomain: string;
  /** how to have paths compared as servers read them; undefined: they are */
  private readonly unresolvedPaths?: string;
  /** whether nobody is let in by default */
  private readonly isClosed: boolean;
  private asked?: { readonly authorizer: string; readonly asked: AskedIntent };
  private readonly slots: Readonly<Record<'ask' | 'safety' | 'tokens' | SaidAction, Slot>>;

  constructor(private readonly owner: AccessOwner) {
    const { scope } = owner;
    this.safety = new SafetyRules(owner);
    this.tokens = new TokenRules(owner);
    const { defaultAccess, trustDomain, _provider: { access } } = Mesh.of(scope);
    this.trustDomain = trustDomain;
    this.unresolvedPaths = access.unresolvedPaths;
    this.isClosed = defaultAccess === DefaultAccess.DENY;
    this.allowed = once(scope, () => this.allowRules());
    const policy = (action: SaidAction): Slot => new Slot(scope, action, place => (
      access.policy(place, this.nameOf(action), () => ({ pods: owner.pods(), action, rules: this.rulesFor(action) }))
    ));
    this.slots = {
      safety: new Slot(scope, 'safety', place => access.connectionSafety(place, this.nameOf('safety'), () => this.safety.intent())),
      ask: new Slot(scope, 'ask', place => access.policy(place, this.nameOf('ask'), () => this.question())),
      tokens: new Slot(scope, 'tokens', place => access.tokens(place, this.nameOf('tokens'), () => this.tokens.intent())),
      allow: policy('allow'),
      deny: policy('deny'),
      audit: policy('audit'),
    };
    if (owner.kind === 'service' || owner.kind === 'gateway') {
      inhabit(scope, this);
    }
    const { isClosed, offered, safety, tokens } = this;
    scope.node.addValidation({ validate: () => accessProblems({ owner, rules: this, isClosed, offered, safety, tokens }) });
    const { kind, place, pods } = owner;
    judgeAccess(scope, {
      place,
      kind,
      pods,
      allow: () => this.said('allow'),
      closing: () => [...this.closing].map(text => this.rules.allow.get(text)!),
      deny: () => this.said('deny'),
      asks: () => access.asksSeveral ? undefined : this.authorizer,
      saidModes: ports => this.safety.saidModes(ports),
    });
  }

  /** whether something is allowed or denied that shows only in requests, or in mutual TLS that ends at these pods */
  public get asksForUnseen(): boolean {
    const said = [...this.rules.allow.values(), ...this.rules.deny.values()];
    return this.tokens.requiredNames.length > 0 || this.asked !== undefined || said.some(({ caller, asked }) => (
      provesItself(caller) || isToldByRequests(caller) || isOfRequests(asked)
    ));
  }

  /** whether something is denied at every port by what only requests have */
  public get deniesRequests(): boolean {
    return this.rulesFor('deny').some(({ asked, caller, lacks }) => (
      asked.ports === undefined && (lacks !== undefined || isOfRequests(asked) || isToldByRequests(caller))
    ));
  }

  /** whose access it is, in errors */
  public get place(): string {
    return this.owner.place;
  }

  /** who is asked whether a request may pass */
  public get authorizer(): string | undefined {
    return this.asked?.authorizer;
  }

  /** the issuers of which one has to have signed a token, at any of some pod ports */
  public issuersRequiredAt(ports?: readonly number[]): JwtIssuerIntent[] {
    return this.tokens.requiredAt(ports);
  }

  /** whose access it is */
  public get kind(): AccessOwner['kind'] {
    return this.owner.kind;
  }

  /** the issuers whose tokens are read */
  public get readIssuers(): JwtIssuerIntent[] {
    return this.tokens.known;
  }

  /** which connections the pods take, if that is said of all ports */
  public get mode(): MutualTls | undefined {
    return this.safety.mode;
  }

  /** Which connections are taken at some ports of the pods. */
  public modesAt(ports: readonly number[]): MutualTls[] {
    return this.safety.modesAt(ports);
  }

  /** whether some of its pods let in only who is named */
  public get closes(): boolean {
    return this.isShut || this.rules.allow.size > 0;
  }

  /** whether only those get in who are let in */
  public get isGuarded(): boolean {
    return this.isClosed || this.rules.allow.size > 0;
  }

  /** Says that nobody is let in by default, which somebody else renders. */
  public shut(): void {
    this.isShut = true;
    this.closeInhabitants();
  }

  /** Those who are let in unsaid, such as gateways, have to be said where only those get in who are let in. */
  public closeAround(): void {
    const isLetIn = this.presumed.length > 0 || this.senders.isThere || this.offered.some(({ caller }) => caller._callers().length > 0);
    const { pods, scope } = this.owner;
    if (isLetIn && (widerRules(scope, pods().namespace).some(({ closes }) => closes) || this.isClosed)) {
      this.slots.allow.fill();
    }
  }

  /** In a mesh that is closed, they are all said. */
  private closeInhabitants(): void {
    const isWide = this.owner.kind === 'mesh' || this.owner.kind === 'namespace';
    if (isWide && !this.isClosed) {
      closeInhabitants(this.owner.scope);
    }
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
    this.requireShown({ callers, asked }, place);
    requireCallers(callers, { action, kind: this.owner.kind, ports: this.owner.ports, place });
    if (action === 'allow') {
      requireResolved(asked.paths, this.unresolvedPaths, place);
    }
    if (action === 'deny') {
      callers.forEach(denied => requireDeniedPorts({ caller: denied, asked }, this.owner, place));
    }
    this.owner.pods();
    const rules = new Map(this.rulesOf(callers, asked).map(rule => [textOf(rule), rule]));
    rules.forEach((rule, text) => this.rules[action].set(text, rule));
    callers.flatMap(({ token }) => token ?? []).forEach(({ issuer }) => {
      this.tokens.accept(issuer);
      this.slots.tokens.fill();
    });
    this.slots[action].fill();
    if (action === 'allow') {
      this.closeInhabitants();
    }
    return [...rules.keys()];
  }

  /** Lets somebody in as long as nobody else is let in. */
  public presume(caller: ICaller): void {
    this.presumed.push(caller);
    this.closeAround();
  }

  /** Lets in who sends requests on: with those who are let in, and if nobody is, where that would keep everybody out. */
  public offer(caller: ICaller, asked: AskedIntent): void {
    this.offered.push({ caller, asked });
    this.closeAround();
  }

  /** Lets in who may call a service that sends requests on to this one. What was asked of it may be rewritten. */
  public passOn(sender: AccessRules): void {
    this.senders.add(sender);
    this.closeAround();
  }

  /** @throws when the mesh sees no tokens, or another issuer is called so */
  public read(issuer: JwtIssuerIntent, place: string): void {
    this.requireShown({ callers: [{ token: { issuer, claims: [] } }] }, place);
    this.tokens.read(issuer, place);
    this.slots.tokens.fill();
  }

  public require(issuers: readonly JwtIssuerIntent[], exempt: ExemptRequests, place: string): void {
    this.requireShown({ callers: issuers.map(issuer => ({ token: { issuer, claims: [] } })) }, place);
    issuers.forEach(issuer => this.tokens.require(issuer, exempt, place));
    this.slots.tokens.fill();
    this.slots.deny.fill();
  }

  /** @throws when somebody is asked already */
  public ask(authorizer: string, asked: AskedIntent, place: string): void {
    if (this.asked !== undefined) {
      throw new Error(`${place}: "${this.asked.authorizer}" is already set. Set it once.`);
    }
    this.requireShown({ asked: { ...asked, exceptPaths: asked.exceptPaths ?? [] } }, place);
    this.owner.pods();
    this.asked = { authorizer, asked };
    this.slots.ask.fill();
  }

  public secure(mode: MutualTls, port: number | undefined, place: string): void {
    this.safety.secure(mode, port, place);
    this.slots.safety.fill();
  }

  /** @throws when something is said of callers that would never show here */
  private requireShown(rules: Parameters<typeof requireShown>[0], place: string): void {
    requireShown(rules, this.owner.shown ?? Shown.CALLERS, place);
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
    return action === 'deny' ? [...this.tokens.denied(), ...said] : said;
  }

  private allowRules(): AccessRuleIntent[] {
    if (this.rules.allow.size === 0 && this.presumed.length > 0) {
      return this.presumed.flatMap(caller => this.rulesOf(caller._callers(), {}));
    }
    const implied = [...this.offeredRules(), ...this.passedRules()];
    return inKeyOrder(new Map([...this.rules.allow, ...implied.map(rule => [textOf(rule), rule] as const)]));
  }

  /** those who send requests on, and are let in with those who are */
  public offeredRules(): AccessRuleIntent[] {
    return this.offered.flatMap(({ caller, asked }) => this.rulesOf(caller._callers(), asked));
  }

  /** those who are let in since they may call what sends requests on to here */
  public passedRules(): AccessRuleIntent[] {
    const connectionPorts = this.owner.ports?.filter(({ protocol }) => layerOf(protocol) !== 'requests').map(({ targetPort }) => targetPort) ?? [];
    return this.senders.passing().flatMap(sender => passedRules(sender, connectionPorts));
  }

  /** Who comes along when requests are sent on from here. */
  public passing(): PassingIntent {
    const { place, ports, scope } = this.owner;
    return {
      place,
      isOpen: !this.isClosed && this.rules.allow.size === 0 && !widerRules(scope, namespaceOf(scope)).some(wider => wider.closes),
      allow: [...this.rules.allow.values(), ...this.offeredRules()],
      deny: this.said('deny'),
      ...this.tokens.passing(),
      takesConnections: ports?.some(({ protocol }) => layerOf(protocol) !== 'requests') === true,
      asks: this.authorizer,
    };
  }

  private rulesOf(callers: readonly CallerIntent[], asked: AskedIntent): AccessRuleIntent[] {
    return callers.map(({ identity, ...caller }) => ({
      caller: identity === undefined ? caller : { identity: { trustDomain: this.trustDomain, ...identity }, ...caller },
      asked,
    }));
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
