import { ContainerResources, EnvValue } from 'cdk8s-plus-28';

/** What is different of the pods of a version. What is not said stays as the shop has it. */
export interface ShopVersionProps {
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
}
