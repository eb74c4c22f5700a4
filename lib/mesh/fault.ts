import { Duration } from 'cdk8s';
import { Percent } from './percent';

/** What goes wrong on purpose. At least one of the two. */
export interface Fault {
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
}

/** Requests that fail without reaching the service. */
export interface AbortFault {
  /** How many of them. */
  readonly percent: Percent;
  /** The status that they are answered with. */
  readonly status: number;
}

/** Requests that wait before they are sent on. */
export interface DelayFault {
  /** How many of them. */
  readonly percent: Percent;
  /** How long each waits. */
  readonly duration: Duration;
}
