import type { Check } from '../check';
import { deniedRangeCheck } from './denied-range';
import { idleTracingProviderCheck } from './idle-tracing-provider';
import { injectionKeyCheck } from './injection-key';
import { overlappingSelectorsCheck } from './overlapping-selectors';
import { requestPrincipalCheck } from './request-principal';
import { retriesCutShortCheck } from './retries-cut-short';
import { telemetryProviderCheck } from './telemetry-provider';
import { tokenOptionalCheck } from './token-optional';
import { tracerAddressCheck } from './tracer-address';
import { tracerSettingsCheck } from './tracer-settings';
import { twoMeshesCheck } from './two-meshes';
import { unknownPrincipalCheck } from './unknown-principal';

/** What nobody says but us, by number. */
export const meshChecks: readonly Check[] = [
  telemetryProviderCheck,
  idleTracingProviderCheck,
  tracerSettingsCheck,
  tracerAddressCheck,
  unknownPrincipalCheck,
  requestPrincipalCheck,
  tokenOptionalCheck,
  deniedRangeCheck,
  twoMeshesCheck,
  injectionKeyCheck,
  overlappingSelectorsCheck,
  retriesCutShortCheck,
];
