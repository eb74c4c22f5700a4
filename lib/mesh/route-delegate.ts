import { IGateway } from './gateway';
import { Match } from './match';
import { PathMatch } from './path-match';
import { partsOfReference } from './private/gateways/references';
import { requireGateway } from './private/gateways/require-gateway';
import type { DelegateIntent } from './private/intent';
import { requireNoPattern } from './private/routing/delegated-rule-problems';
import { REST } from './private/routing/exposed-rules';

/** Which requests are left to another team. */
export interface DelegateOptions {
  /** The hostname that clients call. */
  readonly hostname: string;
  /**
   * Name of the route at the gateway, which its logs show.
   *
   * @default - the name of the other team's routes
   */
  readonly name?: string;
  /**
   * The paths that the other team gets. It has to know them, since its routes have to lie within.
   *
   * @default - all that no service of the hostname gets
   */
  readonly path?: PathMatch;
}

/** Routes of another team, to which the owner of a host leaves some of its requests: `DelegatedRoutes` there. Renders nothing itself. */
export class RouteDelegate {
  /** Routes that somebody else renders, by `namespace/name`. @throws when the name has another form */
  public static fromName(reference: string): RouteDelegate {
    const [namespace, name] = partsOfReference(reference, 'RouteDelegate.fromName');
    return new RouteDelegate({ namespace, name });
  }

  /** @internal */
  public readonly _intent: DelegateIntent;

  private constructor(intent: DelegateIntent) {
    this._intent = intent;
  }

  /** What those who leave requests to it call it: `namespace/name`. */
  public get reference(): string {
    return `${this._intent.namespace}/${this._intent.name}`;
  }

  /** Leaves requests that a gateway lets in to the other team. @throws when the gateway does not serve the hostname, or a service gets the same */
  public exposeVia(gateway: IGateway, { hostname, name = this._intent.name, path }: DelegateOptions): void {
    requireNoPattern(path, `RouteDelegate.fromName("${this.reference}")`);
    const alternatives = path === undefined ? [] : Match.path(path)._alternatives;
    const rest = { name: REST, alternatives: [], delegate: this._intent };
    requireGateway(gateway, `RouteDelegate.fromName("${this.reference}")`)._expose({ hostname, name, priority: 0, alternatives, rules: () => [rest] });
  }
}
