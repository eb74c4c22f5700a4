import { PathMatch } from './path-match';

/** Under what a service is exposed. */
export interface ExposeOptions {
  /**
   * Whether requests from outside meet the faults of `traffic.injectFault`, too. Everybody on the way can then call for them who fulfils their
   * match, such as a header.
   *
   * @default false
   */
  readonly faults?: boolean;
  /** The hostname that clients call. */
  readonly hostname: string;
  /**
   * Name of the route at the gateway, which its logs show. A service that is exposed several times under a hostname takes a name for each.
   *
   * @default - the name of the service
   */
  readonly name?: string;
  /**
   * The paths that the service gets.
   *
   * @default - all that no other service of the hostname gets
   */
  readonly path?: PathMatch;
  /**
   * The port of the service that gets them. One that speaks TLS is exposed through a gateway that passes TLS on.
   *
   * @default - the main one
   */
  readonly port?: number;
}
