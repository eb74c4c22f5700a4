import type { RunbookTopic } from './runbook-entries';

/** What people have to know of a mesh product to run what is rendered for it. */
export interface RunbookWords {
  /**
   * how one sees that a pod takes part; under it stand a list of each pod's containers, and how to replace the pods; undefined: pods have no
   * proxies of their own, or nothing is known of them
   */
  readonly proxies?: RunbookTopic;
  /** the port at which the proxy of a pod tells what it knows, to its own pod alone; undefined: nothing is known of one */
  readonly proxyAdmin?: number;
  /** where a gateway takes certificates from; under it stands the Secret of each gateway; undefined: it has no gateways */
  readonly certificates?: RunbookTopic;
  /** how services know a gateway; under it stands how to see that they do, for each of which that is not said; undefined: nobody is kept out */
  readonly gateways?: RunbookTopic;
}
