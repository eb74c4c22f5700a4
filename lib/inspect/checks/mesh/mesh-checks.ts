import type { Check } from '../check';
import { admissionByAddressCheck } from './admission-by-address';
import { capturedRangesCheck } from './captured-ranges';
import { collectorConfigCheck } from './collector-config';
import { containerHygieneCheck } from './container-hygiene';
import { deadPortMtlsCheck } from './dead-port-mtls';
import { deniedRangeCheck } from './denied-range';
import { destinationRulesPerHostCheck } from './destination-rules-per-host';
import { faultRouteCheck } from './fault-route';
import { gatewaySecretPlaceCheck } from './gateway-secret-place';
import { idleTracingProviderCheck } from './idle-tracing-provider';
import { injectionKeyCheck } from './injection-key';
import { installValuesCheck } from './install-values';
import { installerConfigMapCheck } from './installer-config-map';
import { literalTagCheck } from './literal-tag';
import { lostLoadBalancingCheck } from './lost-load-balancing';
import { meshQueriesCheck } from './mesh-queries';
import { nothingSelectedCheck } from './nothing-selected';
import { otlpEndpointCheck } from './otlp-endpoint';
import { overlappingSelectorsCheck } from './overlapping-selectors';
import { ownedByFlaggerCheck } from './owned-by-flagger';
import { podMonitorScopeCheck } from './pod-monitor-scope';
import { portProtocolCheck } from './port-protocol';
import { probePathsCheck } from './probe-paths';
import { repeatedObjectCheck } from './repeated-object';
import { requestPrincipalCheck } from './request-principal';
import { retriesCutShortCheck } from './retries-cut-short';
import { retryBudgetCheck } from './retry-budget';
import { samplingValueCheck } from './sampling-value';
import { shortHostCheck } from './short-host';
import { shutdownTimeCheck } from './shutdown-time';
import { sidecarEgressCheck } from './sidecar-egress';
import { telemetryProviderCheck } from './telemetry-provider';
import { tokenOptionalCheck } from './token-optional';
import { tracerAddressCheck } from './tracer-address';
import { tracerSettingsCheck } from './tracer-settings';
import { trafficSplitCheck } from './traffic-split';
import { twoMeshesCheck } from './two-meshes';
import { unknownHostCheck } from './unknown-host';
import { unknownPrincipalCheck } from './unknown-principal';
import { unreachableMetricsCheck } from './unreachable-metrics';
import { unsafeRetriesCheck } from './unsafe-retries';
import { userVolumeCheck } from './user-volume';
import { weightSumCheck } from './weight-sum';

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
  lostLoadBalancingCheck,
  podMonitorScopeCheck,
  unreachableMetricsCheck,
  probePathsCheck,
  retryBudgetCheck,
  trafficSplitCheck,
  ownedByFlaggerCheck,
  shutdownTimeCheck,
  installerConfigMapCheck,
  meshQueriesCheck,
  sidecarEgressCheck,
  samplingValueCheck,
  deadPortMtlsCheck,
  userVolumeCheck,
  containerHygieneCheck,
  gatewaySecretPlaceCheck,
  repeatedObjectCheck,
  weightSumCheck,
  admissionByAddressCheck,
  capturedRangesCheck,
  unsafeRetriesCheck,
  literalTagCheck,
];
