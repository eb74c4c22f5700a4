import { Duration } from 'cdk8s';

/** How many requests a proxy lets through. */
export interface RequestRate {
  /** How many requests each proxy lets through in the interval. */
  readonly requestsPerProxy: number;
  /**
   * How many may come at once, after a time without any: then they pass at the rate of the others.
   *
   * @default - as many as pass in the interval
   */
  readonly burst?: number;
  /**
   * In which time. What was used up comes back little by little, not all at the end of it.
   *
   * @default Duration.seconds(1)
   */
  readonly interval?: Duration;
}
