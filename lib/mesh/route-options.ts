import { Duration } from 'cdk8s';
import { Cors } from './cors';
import { HeaderChanges } from './header-changes';
import { RetryPolicy } from './retry-policy';
import { Rewrite } from './rewrite';
import { RouteRank } from './route-rank';

/** What else is done with the requests of a route. */
export interface RouteOptions extends RouteRank {
  /**
   * Which pages of other origins a browser lets call it.
   *
   * @default - as the service says with `traffic.cors`; otherwise the service itself decides
   */
  readonly cors?: Cors;
  /**
   * What is changed of the headers of requests, before the service gets them.
   *
   * @default - nothing
   */
  readonly requestHeaders?: HeaderChanges;
  /**
   * What is changed of the headers of answers, before the client gets them.
   *
   * @default - nothing
   */
  readonly responseHeaders?: HeaderChanges;
  /**
   * When a request is sent once more.
   *
   * @default - as the service says with `traffic.retry`; otherwise the mesh decides
   */
  readonly retry?: RetryPolicy;
  /**
   * What the service gets to see instead of what the client sent.
   *
   * @default - what the client sent
   */
  readonly rewrite?: Rewrite;
  /**
   * Whether the requests stay open, as WebSockets, server-sent events, long polls and streams of gRPC do: neither timeout nor retries of the service
   * hold for them.
   *
   * @default false
   */
  readonly streaming?: boolean;
  /**
   * How long a request may take, with all retries.
   *
   * @default - as the service says with `traffic.timeout`; otherwise without end
   */
  readonly timeout?: Duration;
}
