import { Percent } from './percent';

/** What is said with where traces go. */
export interface TracingOptions {
  /**
   * How many of the requests are traced that come without a trace. Those with one keep to what it says.
   *
   * @default - as wider scopes say; without a word, as the mesh does: for Istio 1 percent
   */
  readonly sampling?: Percent;
}
