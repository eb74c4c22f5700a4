import { HttpMethod } from './http-method';
import { PathMatch } from './path-match';

/** What of a service is meant where not all of it is. All that is said holds. */
export interface DenyOptions {
  /**
   * The methods of requests.
   *
   * @default - every one
   */
  readonly methods?: HttpMethod[];
  /**
   * The ports of the Service; of a gateway, a namespace or the mesh, those of the pods.
   *
   * @default - every one; with what only requests have, every one whose requests the mesh sees. To deny such in a namespace or the mesh, say them
   */
  readonly ports?: number[];
}

/** What may be asked for where not everything may. All that is said holds. */
export interface AccessOptions extends DenyOptions {
  /**
   * The names by which clients ask for the service: `shop.example.com`, or `*.example.com` for all below it. A port behind the name does not count;
   * below `*.example.com`, only names without one are let in.
   *
   * @default - every one
   */
  readonly hosts?: string[];
  /**
   * The paths, as they arrive: what a route has rewritten before is not seen. Regular expressions cannot be said.
   *
   * @default - every one
   */
  readonly paths?: PathMatch[];
}

/** Which requests need not be asked about. All that is said holds. */
export interface AskOptions {
  /**
   * The paths that pass without a question, such as those of probes, each of them exactly.
   *
   * @default - none
   */
  readonly exemptPaths?: PathMatch[];
  /**
   * The ports of the Service; of a gateway, those of its pods.
   *
   * @default - every one whose requests the mesh sees
   */
  readonly ports?: number[];
}

/** Which requests need no token. Who is let in for these is still said by itself. */
export interface JwtOptions {
  /**
   * The paths that need none, such as those of probes, each of them exactly.
   *
   * @default - none
   */
  readonly exemptPaths?: PathMatch[];
  /**
   * Whether the requests by which browsers ask beforehand (`OPTIONS`) need none: they never carry a token.
   *
   * @default false
   */
  readonly exemptPreflights?: boolean;
  /**
   * The ports at which a token is needed: of the Service; of a gateway, a namespace or the mesh, those of the pods. Connections of ports without
   * HTTP carry no token, and all would be refused.
   *
   * @default - every one of the service or gateway whose requests the mesh sees; of the mesh or a namespace, it has to be said
   */
  readonly ports?: number[];
}
