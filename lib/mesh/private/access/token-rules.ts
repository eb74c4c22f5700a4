import type { HttpMethod } from '../../http-method';
import type { PathMatch } from '../../path-match';
import type { PortIntent } from '../hosts/service-ports';
import { inKeyOrder } from '../in-key-order';
import { layerOf } from '../routing/layer';
import type { AccessRuleIntent, AskedIntent, TokensIntent } from './access-intent';
import type { AccessOwner } from './access-owner';
import type { JwtIssuerIntent } from './caller-intent';
import type { PassingIntent } from './passed-rules';
import { seesNoRequests } from './require-callers';

/** Which requests need no token. */
export interface ExemptRequests {
  readonly paths: readonly PathMatch[];
  readonly methods: readonly HttpMethod[];
  /** those of the pods at which requests need one; undefined: all */
  readonly ports?: readonly number[];
  /** whether somebody said at which */
  readonly namesPorts: boolean;
}

/** Whose tokens are read at some pods, and asked for. */
export class TokenRules {
  private readonly issuers = new Map<string, JwtIssuerIntent>();
  private readonly required = new Set<string>();
  private readonly exempt = { paths: new Map<string, PathMatch>(), methods: new Set<HttpMethod>() };
  private ports?: readonly number[];
  private namesPorts = false;
  /** what needs no token, as text; undefined: nothing is asked for yet */
  private freeTexts?: readonly string[];

  constructor(private readonly owner: AccessOwner) {}

  /** names of the issuers one of whose tokens is asked for */
  public get requiredNames(): string[] {
    return [...this.required];
  }

  /** the issuers whose tokens are read */
  public get known(): JwtIssuerIntent[] {
    return inKeyOrder(this.issuers);
  }

  /** The issuers one of whose tokens is asked for at one of some ports of the pods, or at any. */
  public requiredAt(ports?: readonly number[]): JwtIssuerIntent[] {
    const isMeant = ports === undefined || this.ports === undefined || ports.some(port => this.ports!.includes(port));
    return isMeant ? this.known.filter(({ issuer }) => this.required.has(issuer)) : [];
  }

  /** Whether tokens of an issuer are read. */
  public reads(issuer: string): boolean {
    return this.issuers.has(issuer);
  }

  /** @throws when the mesh sees no tokens, or another issuer is called so */
  public read(issuer: JwtIssuerIntent, place: string): void {
    if (seesNoRequests(this.owner.ports)) {
      throw new Error(`${place}: the mesh sees no requests here, and so no tokens. Set protocol: AppProtocol.HTTP if the port speaks HTTP.`);
    }
    this.accept(issuer);
  }

  /** @throws when another issuer is called so */
  public accept(issuer: JwtIssuerIntent): void {
    const known = this.issuers.get(issuer.issuer) ?? issuer;
    if (textOf(known) !== textOf(issuer)) {
      throw new Error(`${this.owner.place}: already uses the issuer "${issuer.issuer}" with other options. Create one JwtIssuer, and use it in both places.`);
    }
    this.owner.pods();
    this.issuers.set(issuer.issuer, known);
  }

  /** @throws when the mesh sees no tokens, or another issuer is called so */
  public require(issuer: JwtIssuerIntent, exempt: ExemptRequests, place: string): void {
    if (this.required.size > 0 && textOf(this.ports) !== textOf(exempt.ports)) {
      throw new Error(`${place}: tokens are required at ${this.ports === undefined ? 'every port' : `ports ${this.ports.join(', ')}`} already, and one of several issuers is enough. Set it once for all of them: requireAnyJwt([...], { ports: [...] }).`);
    }
    const free = [...exempt.methods, ...exempt.paths.map(textOf)].sort();
    if (this.freeTexts !== undefined && textOf(this.freeTexts) !== textOf(free)) {
      throw new Error(`${place}: other requests need no token of "${[...this.required].join('" or "')}", and one of several issuers is enough, so a request exempt for one would be exempt for all. Set it once for all of them: requireAnyJwt([...], { exemptPaths: [...] }).`);
    }
    this.read(issuer, place);
    this.freeTexts = free;
    this.ports = exempt.ports;
    this.namesPorts ||= exempt.namesPorts;
    this.required.add(issuer.issuer);
    exempt.paths.forEach(path => this.exempt.paths.set(textOf(path), path));
    exempt.methods.forEach(method => this.exempt.methods.add(method));
  }

  public intent(): TokensIntent {
    return { pods: this.owner.pods(), issuers: this.known };
  }

  /** What lacks the tokens that are asked for. Issuers are named even where no others are read here: wider scopes may read more. */
  public denied(): AccessRuleIntent[] {
    if (this.required.size === 0) {
      return [];
    }
    const { paths, methods } = this.exempt;
    const asked: AskedIntent = {
      exceptPaths: paths.size === 0 ? undefined : inKeyOrder(paths),
      exceptMethods: methods.size === 0 ? undefined : [...methods].sort(),
      ports: this.ports,
    };
    return [{ caller: {}, lacks: [...this.required].sort(), asked }];
  }

  /** Which requests need none. */
  public get free(): ExemptRequests {
    return { paths: inKeyOrder(this.exempt.paths), methods: [...this.exempt.methods].sort(), ports: this.ports, namesPorts: this.namesPorts };
  }

  /** What those bring along whose requests are sent on from here. */
  public passing(): Pick<PassingIntent, 'exemptMethods' | 'required' | 'tokenless'> {
    const { ports } = this.owner;
    const required = this.requiredAt();
    const isTokenless = ({ protocol, targetPort }: PortIntent): boolean => (
      layerOf(protocol) === 'requests' && required.length > 0 && this.ports?.includes(targetPort) === false
    );
    return { required, exemptMethods: [...this.exempt.methods].sort(), tokenless: ports?.filter(isTokenless) ?? [] };
  }
}

function textOf(thing: unknown): string {
  return JSON.stringify(thing);
}
