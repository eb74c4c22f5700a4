import { Duration } from 'cdk8s';

/** Where Prometheus asks a service for its metrics, and how often. */
export interface ScrapeOptions {
  /**
   * How often, in whole seconds.
   *
   * @default - every 30 seconds
   */
  readonly interval?: Duration;
  /**
   * Whether the page has metrics of others, as that of a collector has: what they say of where they come from holds, and nothing else is said.
   *
   * @default false
   */
  readonly ofOthers?: boolean;
  /**
   * The path of the page.
   *
   * @default "/metrics"
   */
  readonly path?: string;
  /**
   * The port of the Service.
   *
   * @default - its main one
   */
  readonly port?: number;
}
