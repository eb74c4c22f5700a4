import { JwtIssuer } from './jwt-issuer';
import type { CallerIntent } from './private/access/caller-intent';
import { claimIntent } from './private/access/claim-intent';
import { requireRange } from './private/address-range';
import { requireNamespace } from './private/platform/require-namespace';
import { ISSUER, requireGiven } from './private/require-given';

/** Who may call, or may not: a service, a job, a namespace, a gateway, or what `Caller` names. */
export interface ICaller {
  /** Any of these. @throws when nobody could prove to be it @internal */
  _callers(): readonly CallerIntent[];
}

/** Callers that are no constructs. What is chained holds together; said with a second verb, it holds instead. */
export class Caller implements ICaller {
  /** Whoever calls, also in plain text where that is taken. */
  public static anyone(): Caller {
    return new Caller({});
  }

  /**
   * Who connects from one of these addresses: `192.0.2.0/24`. It is the address of the last connection, so behind a gateway that of the gateway,
   * and behind a load balancer that hides addresses that of a node.
   *
   * @throws when none is named, or a text is no range of addresses
   */
  public static cidr(...addresses: string[]): Caller {
    return new Caller({ address: { ranges: requireRanges(addresses, 'Caller.cidr'), of: 'connection' } });
  }

  /**
   * Clients at one of these addresses, as the proxies before a gateway tell in `X-Forwarded-For`. Only of gateways: any pod of the mesh could
   * write that header itself. How many proxies there are is said where the mesh is installed.
   *
   * @throws when none is named, or a text is no range of addresses
   */
  public static clientCidr(...addresses: string[]): Caller {
    return new Caller({ address: { ranges: requireRanges(addresses, 'Caller.clientCidr'), of: 'client' } });
  }

  /** Every workload of these namespaces that is in the mesh. @throws when none is named, or no namespace has such a name */
  public static namespaces(...names: string[]): Caller {
    requireSome(names, 'Caller.namespaces');
    names.forEach(name => requireNamespace(name, 'Caller.namespaces'));
    return new Caller({ namespaces: sorted(names) });
  }

  /** Who carries a token of this issuer, whoever sends it on. */
  public static token(issuer: JwtIssuer): Caller {
    return new Caller({ token: { issuer: requireGiven(issuer, ISSUER, 'Caller.token')._intent, claims: [] } });
  }

  private constructor(private readonly intent: CallerIntent) {}

  /** Those of them whose connection comes from one of these addresses. @throws when an address is asked for already */
  public fromCidr(...addresses: string[]): Caller {
    if (this.intent.address !== undefined) {
      throw new Error(`Caller, fromCidr: addresses are already required, ${this.intent.address.ranges.join(', ')}. Pass all of them at once, or others in a second call.`);
    }
    return new Caller({ ...this.intent, ...Caller.cidr(...addresses).intent });
  }

  /** Those of them that carry a token of this issuer. @throws when a token is asked for already */
  public withToken(issuer: JwtIssuer): Caller {
    if (this.intent.token !== undefined) {
      throw new Error('Caller, withToken: a token is already required. Use a second call for another issuer.');
    }
    const { intent } = Caller.token(requireGiven(issuer, ISSUER, 'Caller, withToken'));
    return new Caller({ ...this.intent, ...intent });
  }

  /**
   * Those of them whose token has a claim with one of these values: a text, or a list of texts with it. Numbers and true or false are never
   * equal to anything, and of `scope` each word counts by itself.
   *
   * @param name name of the claim; of one that lies in others, all names with dots between: `realm_access.roles`
   * @throws when no token is asked for, or there is nothing to compare
   */
  public withClaim(name: string, ...values: string[]): Caller {
    const token = this.requireToken(`withClaim("${name}")`);
    return new Caller({ ...this.intent, token: { ...token, claims: [...token.claims, claimIntent(name, values)] } });
  }

  /** Those of them whose token is about this subject, its claim `sub`. @throws when no token is asked for, or a subject is */
  public withSubject(subject: string): Caller {
    const token = this.requireToken(`withSubject("${subject}")`);
    if (token.subject !== undefined || subject === '' || subject.includes('*')) {
      throw new Error(`Caller, withSubject("${subject}"): ${token.subject === undefined ? 'is not a subject' : `"${token.subject}" is already required`}. Use one, without "*"; use a second call for others.`);
    }
    return new Caller({ ...this.intent, token: { ...token, subject } });
  }

  /** @internal */
  public _callers(): readonly CallerIntent[] {
    return [this.intent];
  }

  private requireToken(verb: string): NonNullable<CallerIntent['token']> {
    if (this.intent.token === undefined) {
      throw new Error(`Caller, ${verb}: only tokens have that. Use Caller.token(issuer).${verb}.`);
    }
    return this.intent.token;
  }
}

function requireRanges(ranges: readonly string[], place: string): string[] {
  requireSome(ranges, place);
  return sorted(ranges.map(text => requireRange(text, place)));
}

function requireSome(list: readonly string[], place: string): void {
  if (list.length === 0) {
    throw new Error(`${place}: got no values. Name at least one, or use Caller.anyone().`);
  }
}

function sorted(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}
