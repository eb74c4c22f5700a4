import { Duration } from 'cdk8s';
import { Percent } from './percent';

/** How an instance that is new gets more and more requests, until it gets as many as the others. */
export interface WarmUp {
  /** How long that takes. */
  readonly duration: Duration;
  /**
   * How the share grows: 1 steadily, a greater number fast at first, a smaller one slowly at first.
   *
   * @default 1
   */
  readonly aggression?: number;
  /**
   * The share that it gets at once.
   *
   * @default Percent.of(10)
   */
  readonly minimumPercent?: Percent;
}
