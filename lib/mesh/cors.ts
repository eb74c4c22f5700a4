import { Duration } from 'cdk8s';
import { HttpMethod } from './http-method';
import { TextMatch } from './text-match';

/** Which pages of other origins a browser lets call a service, and read what it answers. The mesh answers preflights of these itself. */
export interface Cors {
  /** The origins: `TextMatch.exact('https://shop.example.com')`, or `TextMatch.exact('*')` for every one. */
  readonly allowOrigins: TextMatch[];
  /**
   * Whether browsers send cookies and the like. Not with every origin.
   *
   * @default false
   */
  readonly allowCredentials?: boolean;
  /**
   * The headers that requests may have, beside those that every page may send.
   *
   * @default - none
   */
  readonly allowHeaders?: string[];
  /**
   * The methods that requests may have, beside those that every page may use: GET, HEAD and POST.
   *
   * @default - none
   */
  readonly allowMethods?: HttpMethod[];
  /**
   * The headers of answers that pages may read, beside those that every page may.
   *
   * @default - none
   */
  readonly exposeHeaders?: string[];
  /**
   * Whether the mesh answers preflights of other origins, too, without allowing them anything. If not, the service gets them.
   *
   * @default false
   */
  readonly ignoreForeignPreflights?: boolean;
  /**
   * How long a browser may remember what a preflight said. Whole seconds.
   *
   * @default - as long as the browser likes, mostly 5 seconds
   */
  readonly maxAge?: Duration;
}
