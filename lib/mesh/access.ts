import { AccessOptions, AskOptions, DenyOptions, JwtOptions } from './access-options';
import { ICaller } from './caller';
import { ExternalAuthorizer } from './external-authorizer';
import { HttpMethod } from './http-method';
import { JwtIssuer } from './jwt-issuer';
import { MutualTls } from './mutual-tls';
import type { AskedIntent } from './private/access/access-intent';
import type { AccessOwner } from './private/access/access-owner';
import { AccessRules } from './private/access/access-rules';
import { askedIntent, requireExempt } from './private/access/asked-intent';
import { questionProblems } from './private/access/question-problems';
import { requiredPorts } from './private/access/request-ports';
import { sharedTarget } from './private/access/shared-target';
import { portOf } from './private/hosts/service-ports';
import { AUTHORIZER, CALLER, ISSUER, requireGiven } from './private/require-given';
import { requireNone } from './private/require-none';

/**
 * Who may call: a service, or, with `platform.access` and `namespace.access`, all that the mesh or a namespace holds.
 *
 * What is denied is denied, whoever else allows it. What is allowed here closes the rest: once one may call, nobody else may who is not allowed,
 * too. Renders `AuthorizationPolicy`s, a `RequestAuthentication` and a `PeerAuthentication`, each with its first verb.
 */
export class Access {
  /** @internal */
  public static _of(owner: AccessOwner): Access {
    return new Access(owner, new AccessRules(owner));
  }

  private authorizer?: ExternalAuthorizer;

  private constructor(private readonly owner: AccessOwner, private readonly rules: AccessRules) {}

  /**
   * Reads the tokens of an issuer, and refuses requests with one that is not valid. Requests without a token are let through: say `requireJwt`, or
   * allow only who has one.
   *
   * @throws when the mesh sees no requests, or knows another issuer of this name
   */
  public acceptJwt(issuer: JwtIssuer): void {
    const place = this.place('acceptJwt');
    this.rules.read(requireGiven(issuer, ISSUER, place)._intent, place);
  }

  /**
   * Lets a caller in, for what is said of requests, and so nobody else who is not let in by another call.
   *
   * @throws when nobody could prove to be the caller, or the mesh does not see what is asked for
   */
  public allowFrom(caller: ICaller, options: AccessOptions = {}): void {
    this.add('allow', caller, options, this.place('allowFrom'));
  }

  /**
   * Asks somebody about each request: what he refuses does not pass, whoever is let in. What he lets pass still has to be let in.
   *
   * Paths that are to be asked about cannot be named, only those that are not: `//admin` is another text than `/admin`.
   *
   * @throws when the mesh sees no requests, would compare a path otherwise than it says, a path stands for others, or somebody else is asked already
   */
  public askAuthorizer(authorizer: ExternalAuthorizer, { exemptPaths, ports }: AskOptions = {}): void {
    const place = this.place('askAuthorizer');
    requireGiven(authorizer, AUTHORIZER, place);
    requireExempt(exemptPaths, place);
    const asked = {
      ...askedIntent({ ports }, { ports: this.owner.ports, place, ofRequests: true }),
      exceptPaths: exemptPaths && [...exemptPaths],
    };
    this.rules.ask(authorizer.name, asked, place);
    this.authorizer = authorizer;
    const { scope } = this.owner;
    scope.node.addValidation({ validate: () => questionProblems(scope.node.scope!, place, { authorizer, asked }) });
  }

  /** Notes when a caller calls, if the mesh has somebody who notes it. Nothing else changes. @throws for what `allowFrom` throws */
  public auditFrom(caller: ICaller, options: AccessOptions = {}): void {
    this.add('audit', caller, options, this.place('auditFrom'));
  }

  /**
   * Keeps a caller out, whatever else lets it in.
   *
   * Paths cannot be denied: `//admin` is another text than `/admin`, and the same page to many a server. Allow the paths that are meant instead.
   *
   * @throws when that would deny nobody, the caller is whole networks of pods, or what is no request would be denied as well
   */
  public denyFrom(caller: ICaller, options: DenyOptions = {}): void {
    const place = this.place('denyFrom');
    const { methods, ports, ...others } = options;
    requireNone(others, `${place}: paths and hosts can be written in several ways, and the other spellings would be let in`, 'allow those that are meant');
    this.add('deny', caller, { methods, ports }, place);
  }

  /**
   * Says which connections the pods take, at every port or at one.
   *
   * @param port the port of the Service; by default all of which nothing else is said
   * @throws when that was said before, or there is no such port
   */
  public mutualTls(mode: MutualTls, port?: number): void {
    this.rules.secure(mode, port, this.place('mutualTls'));
  }

  /**
   * Refuses requests without a valid token of one of several issuers, whichever. What is exempt needs none of any of them.
   *
   * @throws for what `requireJwt` throws, or when no issuer is named
   */
  public requireAnyJwt(issuers: JwtIssuer[], options: JwtOptions = {}): void {
    this.requireTokens(issuers, options, this.place('requireAnyJwt'));
  }

  /**
   * Refuses requests without a valid token of the issuer. What is exempt needs none, and is let in by nothing but `allowFrom`, as all else. Said
   * of several issuers, with the same options, it is `requireAnyJwt` of them: a request carries one token.
   *
   * @throws when the mesh sees no requests, would compare a path otherwise than it says, a path stands for others, what is no request would be
   * refused as well, or another issuer was said with other options
   */
  public requireJwt(issuer: JwtIssuer, options: JwtOptions = {}): void {
    this.requireTokens([issuer], options, this.place('requireJwt'));
  }

  /** Whether something is asked of callers that does not show where TLS is passed on unread. @internal */
  public _asksForUnseen(): boolean {
    return this.rules.asksForUnseen;
  }

  /** Who is asked about requests. @internal */
  public get _authorizer(): ExternalAuthorizer | undefined {
    return this.authorizer;
  }

  /** What is said of all ports. @internal */
  public _mutualTls(): MutualTls | undefined {
    return this.rules.mode;
  }

  /** All that is said. @internal */
  public get _rules(): AccessRules {
    return this.rules;
  }

  /** Lets in who says himself that he calls, at `place`. @throws for what `allowFrom` throws @internal */
  public _admit(caller: ICaller, options: AccessOptions, place: string): void {
    this.rules.admit(caller, this.asked(caller, options, place), place);
  }

  /** Lets in who may call another service, which sends requests on to this one. @internal */
  public _passOn(sender: Access): void {
    this.rules.passOn(sender.rules);
  }

  /** Lets a caller in as long as nobody else is said to be let in. @internal */
  public _presume(caller: ICaller): void {
    this.rules.presume(caller);
  }

  /** Lets in who is said to send requests on to a port, or to all, if anybody has to be let in. @internal */
  public _offer(caller: ICaller, port?: number): void {
    const { ports: known } = this.owner;
    // Of ports that are one port of the pods, all are opened in any case.
    const ports = port === undefined || known === undefined || known.length === 1
      ? undefined
      : sharedTarget(portOf(known, port, this.place('exposeVia')), known).map(one => one.port);
    this.rules.offer(caller, askedIntent({ ports }, { ports: this.owner.ports, place: this.place('exposeVia') }));
  }

  private add(action: 'allow' | 'audit' | 'deny', caller: ICaller, options: AccessOptions, place: string): void {
    this.rules.add(action, caller, this.asked(caller, options, place), place);
    const { judgeAdmitted, scope } = this.owner;
    if (action === 'allow' && judgeAdmitted !== undefined) {
      scope.node.addValidation({ validate: () => judgeAdmitted(caller) });
    }
  }

  private requireTokens(issuers: readonly JwtIssuer[], { exemptPaths = [], exemptPreflights = false, ports }: JwtOptions, place: string): void {
    if (issuers.length === 0) {
      throw new Error(`${place}: names no issuer, so no token would be accepted. Name at least one.`);
    }
    requireExempt(exemptPaths, place);
    const methods = exemptPreflights ? [HttpMethod.OPTIONS] : [];
    const exempt = { paths: exemptPaths, methods, ports: requiredPorts(ports, this.owner, place), namesPorts: ports !== undefined };
    this.rules.require(issuers.map(issuer => requireGiven(issuer, ISSUER, place)._intent), exempt, place);
  }

  private asked(caller: ICaller, options: AccessOptions, place: string): AskedIntent {
    const ofRequests = requireGiven(caller, CALLER, place)._callers().some(({ token }) => token !== undefined);
    return askedIntent(options, { ports: this.owner.ports, place, ofRequests });
  }

  private place(verb: string): string {
    return `${this.owner.place}, ${verb}`;
  }
}
