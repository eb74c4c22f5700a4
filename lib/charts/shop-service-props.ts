import { Duration } from 'cdk8s';
import { ContainerResources, EnvValue } from 'cdk8s-plus-28';
import { RetryPolicy } from '../mesh/retry-policy';

/** What is different of a service of the shop. What is not said stays as the shop has it. */
export interface ShopServiceProps {
  /**
   * Environment variables of the container, besides those that every service has.
   *
   * @default - none
   */
  readonly env?: { [name: string]: EnvValue };
  /**
   * The image of the container.
   *
   * @default - `registry.example.com/shop/<name of the service>:1.0.0`
   */
  readonly image?: string;
  /**
   * The path that is asked whether the container has to be restarted.
   *
   * @default "/healthz"; "/health" of the orders
   */
  readonly livenessPath?: string;
  /**
   * The path that is asked whether the pod can get requests.
   *
   * @default "/readyz"; "/health" of the orders
   */
  readonly readinessPath?: string;
  /**
   * How many pods there are.
   *
   * @default - 3 of the API gateway and of the orders, 5 of the products, and 1 of their canary; 2 of others
   */
  readonly replicas?: number;
  /**
   * What a container is given, and what it may take.
   *
   * @default - 100m of CPU and 128Mi of memory, at most 500m and 512Mi
   */
  readonly resources?: ContainerResources;
  /**
   * How often, and when, a request is sent once more.
   *
   * @default - 3 more times of at most 7 seconds for the API gateway, and 2 more of at most one second for orders; others as the mesh says
   */
  readonly retry?: RetryPolicy;
  /**
   * How long a request may take, with all tries.
   *
   * @default - 30 seconds for the API gateway, 3 for orders; others as long as it takes
   */
  readonly timeout?: Duration;
}
