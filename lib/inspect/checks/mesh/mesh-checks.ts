import type { Check } from '../check';
import { retriesCutShortCheck } from './retries-cut-short';

/** What nobody says but us, by number. */
export const meshChecks: readonly Check[] = [
  retriesCutShortCheck,
];
