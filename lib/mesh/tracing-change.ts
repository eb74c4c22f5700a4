import { ObservedSide } from './observed-side';

/** What is to be different about how traces are made. */
export interface TracingChange {
  /**
   * Whether traces get tags of the mesh itself: for Istio the service, its namespace, its mesh and its cluster.
   *
   * @default - as wider scopes say; without a word, they do
   */
  readonly meshTags?: boolean;
  /**
   * Whether requests that are sent on tell of their trace, in headers such as `traceparent`. If not, whoever gets them begins a trace of his own.
   *
   * @default - as wider scopes say; without a word, they do
   */
  readonly propagateContext?: boolean;
  /**
   * Whether the id of a request, `x-request-id`, says as well if it is traced. If not, headers of its trace alone do.
   *
   * @default - as wider scopes say; without a word, it does
   */
  readonly sampleByRequestId?: boolean;
  /**
   * The proxies for which everything holds that is said of traces here.
   *
   * @default - both, of the caller and of the called
   */
  readonly side?: ObservedSide;
}
