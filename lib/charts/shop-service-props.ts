import { Duration } from 'cdk8s';
import { RetryPolicy } from '../mesh/retry-policy';
import { ShopVersionProps } from './shop-version-props';

/** What is different of a service of the shop. What is not said stays as the shop has it. */
export interface ShopServiceProps extends ShopVersionProps {
  /**
   * How often, and when, a request is sent once more.
   *
   * @default - what reads (GET): 3 more times of at most 7 seconds for the API gateway, and 2 more of at most one second for orders; of all else
   * there, only what nobody has processed yet; others as the mesh says
   */
  readonly retry?: RetryPolicy;
  /**
   * How long a request may take, with all tries.
   *
   * @default - 30 seconds for the API gateway, 3 for orders; others as long as it takes
   */
  readonly timeout?: Duration;
}
