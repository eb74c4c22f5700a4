import { Construct } from 'constructs';
import { IGateway } from './gateway';
import { Match } from './match';
import { PathMatch, PathMatchKind } from './path-match';
import { GatewayHost } from './private/gateway-host';
import type { GatewayRoute } from './private/gateway-intent';
import { requireHostname } from './private/hostname';
import { namespaceOf } from './private/namespace-of';
import { narrowerPath } from './private/narrower-path';
import { requireObjectName } from './private/references';
import { RouteDelegate } from './route-delegate';

/** Routes that the owner of a host leaves to us. */
export interface DelegatedRoutesProps {
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

  private readonly hostname: string;
  private readonly path?: PathMatch;
  private readonly host: GatewayHost;

  constructor(scope: Construct, id: string, { hostname, path, routesName = id }: DelegatedRoutesProps) {
    super(scope, id);
    const { path: place } = this.node;
    const name = requireObjectName(routesName, 'routes', place);
    this.hostname = requireHostname(hostname, place);
    this.path = path;
    this.asDelegate = RouteDelegate.fromName(`${namespaceOf(this)}/${name}`);
    this.host = new GatewayHost(this, { reference: this.reference, name, isDelegate: true }, hostname);
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
  public _expose(route: GatewayRoute): void {
    const { path: place } = this.node;
    if (route.hostname !== this.hostname) {
      throw new Error(`${place}: is for "${this.hostname}", and not for "${route.hostname}". Expose under the one, or make routes of its own for the other.`);
    }
    if (route.connections !== undefined) {
      throw new Error(`${place}: only requests can be left to others, and the port of "${route.name}" speaks TLS. Expose a port that speaks HTTP.`);
    }
    const asked = route.alternatives.length > 0 || this.path === undefined ? route.alternatives : Match.path(this.path)._alternatives;
    this.host.add({ ...route, alternatives: asked });
  }

  /** The mesh drops a rule without a word if it could take more than what is left to it. */
  private problems(): string[] {
    const { path: left } = this;
    return left === undefined ? [] : this.host.rules().flatMap(({ name, alternatives }) => (
      alternatives.flatMap(({ path }) => path !== undefined && !isWithin(path, left) ? [name] : [])
    )).map(name => `${this.node.path}, rule "${name}": takes paths beyond "${left.path}", which is all that the owner of "${this.hostname}" leaves to it, or paths that nobody can compare with it. Say paths within, and no regular expression.`);
  }
}

/** Whether all that a path takes is taken by another, as the mesh can tell: by comparing texts. */
function isWithin(path: PathMatch, left: PathMatch): boolean {
  return path.kind !== PathMatchKind.REGEX && left.kind !== PathMatchKind.REGEX && narrowerPath(left, path) === path;
}
