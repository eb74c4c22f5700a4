import { RouteRank } from './route-rank';

/** The protocol that a URL begins with. */
export enum RedirectScheme {
  HTTP = 'http',
  HTTPS = 'https',
}

/** Where a client is told to go instead. At least one of scheme, host and path; what is not said stays as it is in the request, as its query does. */
export interface Redirect extends RouteRank {
  /**
   * The host to call.
   *
   * @default - that of the request
   */
  readonly host?: string;
  /**
   * The path to ask for, in place of the whole one.
   *
   * @default - that of the request
   */
  readonly path?: string;
  /**
   * The port to call. A client that named a port keeps it, so another scheme often needs another port, too.
   *
   * @default - the one that the request names; with `host`, the usual one of the scheme
   */
  readonly port?: number;
  /**
   * The protocol to speak.
   *
   * @default - that of the request
   */
  readonly scheme?: RedirectScheme;
  /**
   * How the client is told: 301, 302, 303, 307 or 308. With 307 and 308 it keeps its method.
   *
   * @default 301
   */
  readonly status?: number;
}
