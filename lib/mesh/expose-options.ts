import { PathMatch } from './path-match';

/** Under what a service is exposed. */
export interface ExposeOptions {
  /** The hostname that clients call. */
  readonly hostname: string;
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
