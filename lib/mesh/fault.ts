import { Duration } from 'cdk8s';
import { GrpcStatus } from './grpc-status';
import { Percent } from './percent';
import { RouteRank } from './route-rank';
import { IRouteTarget } from './route-target';

/** What goes wrong on purpose: requests fail, wait, or both. */
export interface Fault extends RouteRank {
  /**
   * Requests that fail without reaching the service.
   *
   * @default - none
   */
  readonly abort?: AbortFault;
  /**
   * Requests that wait before they are sent on.
   *
   * @default - none
   */
  readonly delay?: DelayFault;
  /**
   * Where all of these requests go that do not fail, whichever route would take them.
   *
   * @default - where each would have gone without the fault
   */
  readonly target?: IRouteTarget;
}

/** Requests that fail without reaching the service: with a status of HTTP, or with one of gRPC. */
export interface AbortFault {
  /** How many of them. */
  readonly percent: Percent;
  /**
   * The status of HTTP that they are answered with.
   *
   * @default - they are answered with a status of gRPC
   */
  readonly status?: number;
  /**
   * The status of gRPC that they are answered with.
   *
   * @default - they are answered with a status of HTTP
   */
  readonly grpcStatus?: GrpcStatus;
}

/** Requests that wait before they are sent on. */
export interface DelayFault {
  /** How many of them. */
  readonly percent: Percent;
  /** How long each waits. */
  readonly duration: Duration;
}
