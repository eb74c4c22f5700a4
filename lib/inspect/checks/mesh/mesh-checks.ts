import type { Check } from '../check';
import { collectorConfigCheck } from './collector-config';
import { deniedRangeCheck } from './denied-range';
import { destinationRulesPerHostCheck } from './destination-rules-per-host';
import { faultRouteCheck } from './fault-route';
import { idleTracingProviderCheck } from './idle-tracing-provider';
import { injectionKeyCheck } from './injection-key';
import { installValuesCheck } from './install-values';
import { nothingSelectedCheck } from './nothing-selected';
import { otlpEndpointCheck } from './otlp-endpoint';
import { portProtocolCheck } from './port-protocol';
import { overlappingSelectorsCheck } from './overlapping-selectors';
import { requestPrincipalCheck } from './request-principal';
import { retriesCutShortCheck } from './retries-cut-short';
import { shortHostCheck } from './short-host';
import { telemetryProviderCheck } from './telemetry-provider';
import { tokenOptionalCheck } from './token-optional';
import { tracerAddressCheck } from './tracer-address';
import { tracerSettingsCheck } from './tracer-settings';
import { twoMeshesCheck } from './two-meshes';
import { unknownHostCheck } from './unknown-host';
import { unknownPrincipalCheck } from './unknown-principal';

/** What nobody says but us, by number. */
export const meshChecks: readonly Check[] = [
  destinationRulesPerHostCheck,
  telemetryProviderCheck,
  idleTracingProviderCheck,
  tracerSettingsCheck,
  tracerAddressCheck,
  nothingSelectedCheck,
  unknownHostCheck,
  unknownPrincipalCheck,
  requestPrincipalCheck,
  tokenOptionalCheck,
  deniedRangeCheck,
  twoMeshesCheck,
  injectionKeyCheck,
  overlappingSelectorsCheck,
  portProtocolCheck,
  otlpEndpointCheck,
  collectorConfigCheck,
  retriesCutShortCheck,
  installValuesCheck,
  shortHostCheck,
  faultRouteCheck,
];
