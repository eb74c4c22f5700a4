import { Construct } from 'constructs';
import { ICaller } from './caller';
import { IGateway } from './gateway';
import { Match } from './match';
import { PathMatch } from './path-match';
import type { CallerIntent } from './private/access/caller-intent';
import { GatewayHost } from './private/gateways/gateway-host';
import type { GatewayRoute } from './private/gateways/gateway-intent';
import { requireObjectName } from './private/gateways/references';
import { requireHostname } from './private/hosts/hostname';
import { namespaceOf } from './private/platform/namespace-of';
import { CALLER, requireGiven } from './private/require-given';
import { rememberPart } from './private/routing/delegated-part';
import { delegatedRuleProblems, requireNoPattern } from './private/routing/delegated-rule-problems';
import { RouteDelegate } from './route-delegate';

/** Routes that the owner of a host leaves to us. */
export interface DelegatedRoutesProps {
  /**
   * Who sends the requests: the gateway of the owner, or whoever calls the owner's service.
   *
   * @default - not known here, so that each service says itself who may call it
   */
  readonly callers?: ICaller[];
  /** The hostname that clients call. */
  readonly hostname: string;
  /**
   * The paths that the owner leaves to us, as the owner says them.
   *
   * @default - any
   */
  readonly path?: PathMatch;
  /**
   * Name of the routes, by which the owner refers to them.
   *
   * @default - the id of the construct
   */
  readonly routesName?: string;
}

/**
 * What we do with the requests that the owner of a host leaves to us: expose services through it as through a gateway. Renders a `VirtualService`
 * without hosts, to which that of the owner refers.
 */
export class DelegatedRoutes extends Construct implements IGateway {
  /** What the owner of the host calls it. */
  public readonly asDelegate: RouteDelegate;

  private readonly callers: readonly ICaller[];
  private readonly hostname: string;
  private readonly path?: PathMatch;
  private readonly host: GatewayHost;

  constructor(scope: Construct, id: string, { callers = [], hostname, path, routesName = id }: DelegatedRoutesProps) {
    super(scope, id);
    const { path: place } = this.node;
    const name = requireObjectName(routesName, 'routes', place);
    this.callers = callers.map(caller => requireGiven(caller, CALLER, `${place}: callers`));
    this.hostname = requireHostname(hostname, place);
    this.path = requireNoPattern(path, place);
    this.asDelegate = RouteDelegate.fromName(`${namespaceOf(this)}/${name}`);
    this.host = new GatewayHost(this, { reference: this.reference, name, isDelegate: true }, hostname);
    rememberPart(this, this.reference, { hostname, path });
    this.node.addValidation({ validate: () => this.problems() });
  }

  /** `namespace/name` */
  public get reference(): string {
    return this.asDelegate.reference;
  }

  /** The hostname that clients call. */
  public get hostnames(): string[] | undefined {
    return [this.hostname];
  }

  /** @internal */
  public _callers(): readonly CallerIntent[] {
    return this.callers.flatMap(caller => caller._callers());
  }

  /** @internal */
  public _expose(route: GatewayRoute): void {
    const { path: place } = this.node;
    if (route.hostname !== this.hostname) {
      throw new Error(`${place}: is for "${this.hostname}", not for "${route.hostname}". Use the same hostname, or create separate routes for the other.`);
    }
    if (route.connections !== undefined) {
      throw new Error(`${place}: only requests can be delegated, and the port of "${route.name}" speaks TLS. Expose a port that speaks HTTP.`);
    }
    if (route.host === undefined) {
      throw new Error(`${place}: delegated requests cannot be delegated again, here to "${route.name}". Let the owner of "${this.hostname}" delegate to them directly.`);
    }
    const asked = route.alternatives.length > 0 || this.path === undefined ? route.alternatives : Match.path(this.path)._alternatives;
    this.host.add({ ...route, alternatives: asked });
  }

  private problems(): string[] {
    const { hostname, path } = this;
    return this.host.problems().length > 0 ? [] : this.host.rules().flatMap(rule => (
      delegatedRuleProblems(rule, { hostname, path }).map(problem => `${this.node.path}, rule "${rule.name}": ${problem}`)
    ));
  }
}
