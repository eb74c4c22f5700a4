import type { Check } from '../check';
import { destinationHostCheck } from './destination-host';

/** What the analyzers of istioctl find. */
export const istioChecks: readonly Check[] = [
  destinationHostCheck,
];
