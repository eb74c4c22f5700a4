/** How much an observability stack takes, and keeps. */
export enum StackSize {
  /** One pod of each, which keep things until they are replaced; all requests are traced. */
  DEVELOPMENT = 'development',
  /** Two collectors, or one in ambient mode; traces and metrics are kept on volumes; ten percent of the requests are traced. */
  PRODUCTION = 'production',
}
