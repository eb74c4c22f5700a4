import type { WantedThing } from '../../../mesh/private/require-given';

/** A service whose Service and pods are ours, so that its ports and labels are known. */
export const SCRAPED: WantedThing = { what: 'deployed service', has: 'serveMetrics' };
