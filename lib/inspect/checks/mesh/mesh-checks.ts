import type { Check } from '../check';
import { deniedRangeCheck } from './denied-range';
import { injectionKeyCheck } from './injection-key';
import { overlappingSelectorsCheck } from './overlapping-selectors';
import { requestPrincipalCheck } from './request-principal';
import { retriesCutShortCheck } from './retries-cut-short';
import { tokenOptionalCheck } from './token-optional';
import { twoMeshesCheck } from './two-meshes';
import { unknownPrincipalCheck } from './unknown-principal';

/** What nobody says but us, by number. */
export const meshChecks: readonly Check[] = [
  unknownPrincipalCheck,
  requestPrincipalCheck,
  tokenOptionalCheck,
  deniedRangeCheck,
  twoMeshesCheck,
  injectionKeyCheck,
  overlappingSelectorsCheck,
  retriesCutShortCheck,
];
