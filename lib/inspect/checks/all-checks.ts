import type { Check } from './check';
import { destinationHostCheck } from './istio/destination-host';
import { retriesCutShortCheck } from './mesh/retries-cut-short';
import { schemaCheck } from './schema-check';
import { peerAuthentication } from './webhook/peer-authentication';

/** All checks, by family. */
export const allChecks: readonly Check[] = Object.freeze([
  schemaCheck,

  peerAuthentication,

  destinationHostCheck,

  retriesCutShortCheck,
]);
