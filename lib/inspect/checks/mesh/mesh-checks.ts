import type { Check } from '../check';
import { deniedRangeCheck } from './denied-range';
import { requestPrincipalCheck } from './request-principal';
import { retriesCutShortCheck } from './retries-cut-short';
import { tokenOptionalCheck } from './token-optional';
import { unknownPrincipalCheck } from './unknown-principal';

/** What nobody says but us, by number. */
export const meshChecks: readonly Check[] = [
  unknownPrincipalCheck,
  requestPrincipalCheck,
  tokenOptionalCheck,
  deniedRangeCheck,
  retriesCutShortCheck,
];
