import type { Check } from '../check';
import { absentTokenCheck } from './absent-token';
import { admissionByAddressCheck } from './admission-by-address';
import { ambientHttpPolicyCheck } from './ambient-http-policy';
import { ambientIdlePolicyCheck } from './ambient-idle-policy';
import { ambientRoutesCheck } from './ambient-routes';
import { capturedRangesCheck } from './captured-ranges';
import { certificateNotGrantedCheck } from './certificate-not-granted';
import { claimNeverMatchesCheck } from './claim-never-matches';
import { collectorConfigCheck } from './collector-config';
import { consecutiveErrorsCheck } from './consecutive-errors';
import { containerHygieneCheck } from './container-hygiene';
import { coveredRouteCheck } from './covered-route';
import { deadPortMtlsCheck } from './dead-port-mtls';
import { delegateConflictCheck } from './delegate-conflict';
import { deniedRangeCheck } from './denied-range';
import { destinationRulesPerHostCheck } from './destination-rules-per-host';
import { doubleTlsCheck } from './double-tls';
import { droppedServerCheck } from './dropped-server';
import { droppedSubsetsCheck } from './dropped-subsets';
import { emptyAuthenticationCheck } from './empty-authentication';
import { faultRouteCheck } from './fault-route';
import { forgedAddressCheck } from './forged-address';
import { gatewaySecretPlaceCheck } from './gateway-secret-place';
import { hiddenDestinationCheck } from './hidden-destination';
import { hiddenWildcardRuleCheck } from './hidden-wildcard-rule';
import { httpPolicyOnTcpCheck } from './http-policy-on-tcp';
import { idleFaultCheck } from './idle-fault';
import { idleRoutesCheck } from './idle-routes';
import { idleTracingProviderCheck } from './idle-tracing-provider';
import { idleWorkloadSelectorCheck } from './idle-workload-selector';
import { ignoredPathCaseCheck } from './ignored-path-case';
import { impossibleMatchCheck } from './impossible-match';
import { impossiblePathCheck } from './impossible-path';
import { impossiblePolicyPortCheck } from './impossible-policy-port';
import { impossiblePolicyValueCheck } from './impossible-policy-value';
import { ingressBackendsCheck } from './ingress-backends';
import { injectionKeyCheck } from './injection-key';
import { installValuesCheck } from './install-values';
import { installerConfigMapCheck } from './installer-config-map';
import { listenerKindsCheck } from './listener-kinds';
import { listenerPortCheck } from './listener-port';
import { listenerProtocolCheck } from './listener-protocol';
import { listenerSecretCheck } from './listener-secret';
import { listenerWithoutTlsCheck } from './listener-without-tls';
import { literalGroupCheck } from './literal-group';
import { literalPolicyPathCheck } from './literal-policy-path';
import { literalTagCheck } from './literal-tag';
import { lostLoadBalancingCheck } from './lost-load-balancing';
import { meshQueriesCheck } from './mesh-queries';
import { missingDelegateCheck } from './missing-delegate';
import { missingVolumeCheck } from './missing-volume';
import { mixedGatewayPortCheck } from './mixed-gateway-port';
import { noDefaultRouteCheck } from './no-default-route';
import { noEndpointsCheck } from './no-endpoints';
import { nothingSelectedCheck } from './nothing-selected';
import { olderVersionCheck } from './older-version';
import { otlpEndpointCheck } from './otlp-endpoint';
import { outrankedPoliciesCheck } from './outranked-policies';
import { outrankedRegexCheck } from './outranked-regex';
import { overlappingSelectorsCheck } from './overlapping-selectors';
import { ownedByFlaggerCheck } from './owned-by-flagger';
import { pathSpelledOtherwiseCheck } from './path-spelled-otherwise';
import { plaintextPastDenialCheck } from './plaintext-past-denial';
import { podMonitorScopeCheck } from './pod-monitor-scope';
import { podReferenceCheck } from './pod-reference';
import { policyHostPortCheck } from './policy-host-port';
import { policyServicePortCheck } from './policy-service-port';
import { portProtocolCheck } from './port-protocol';
import { portSettingsCheck } from './port-settings';
import { prefixRewriteCheck } from './prefix-rewrite';
import { probePathsCheck } from './probe-paths';
import { providerAddressCheck } from './provider-address';
import { repeatedObjectCheck } from './repeated-object';
import { requestPrincipalCheck } from './request-principal';
import { retriesCutShortCheck } from './retries-cut-short';
import { retryBudgetCheck } from './retry-budget';
import { routeBackendsCheck } from './route-backends';
import { routeParentsCheck } from './route-parents';
import { samplingValueCheck } from './sampling-value';
import { serviceWithoutPodsCheck } from './service-without-pods';
import { shortHostCheck } from './short-host';
import { shutdownTimeCheck } from './shutdown-time';
import { sidecarEgressCheck } from './sidecar-egress';
import { spiffePrincipalCheck } from './spiffe-principal';
import { subsetOutOfSightCheck } from './subset-out-of-sight';
import { targetWithoutWaypointCheck } from './target-without-waypoint';
import { telemetryProviderCheck } from './telemetry-provider';
import { tlsContradictionCheck } from './tls-contradiction';
import { tlsToHttpPortCheck } from './tls-to-http-port';
import { tokenOptionalCheck } from './token-optional';
import { tracerAddressCheck } from './tracer-address';
import { tracerSettingsCheck } from './tracer-settings';
import { trafficSplitCheck } from './traffic-split';
import { twoMeshConfigsCheck } from './two-mesh-configs';
import { twoMeshesCheck } from './two-meshes';
import { twoPeerAuthenticationsCheck } from './two-peer-authentications';
import { twoRouteApisCheck } from './two-route-apis';
import { udpByNameCheck } from './udp-by-name';
import { unheardAnnotationCheck } from './unheard-annotation';
import { unheardInjectionCheck } from './unheard-injection';
import { unknownAuthorizerCheck } from './unknown-authorizer';
import { unknownEgressHostCheck } from './unknown-egress-host';
import { unknownGatewayClassCheck } from './unknown-gateway-class';
import { unknownHostCheck } from './unknown-host';
import { unknownMeshConfigFieldCheck, unknownProxyConfigFieldCheck } from './unknown-mesh-config-field';
import { unknownPrincipalCheck } from './unknown-principal';
import { unknownTargetCheck } from './unknown-target';
import { unknownTargetPortCheck } from './unknown-target-port';
import { unknownWaypointCheck } from './unknown-waypoint';
import { unmatchedPreflightCheck } from './unmatched-preflight';
import { unreachableMetricsCheck } from './unreachable-metrics';
import { unrepeatedTimeoutCheck } from './unrepeated-timeout';
import { unsafeRetriesCheck } from './unsafe-retries';
import { unservedRoutesCheck } from './unserved-routes';
import { unsetWeightCheck } from './unset-weight';
import { unverifiedTokenCheck } from './unverified-token';
import { userVolumeCheck } from './user-volume';
import { waypointListenerCheck } from './waypoint-listener';
import { weightSumCheck } from './weight-sum';
import { wholePathRewriteCheck } from './whole-path-rewrite';
import { wholeValueRegexCheck } from './whole-value-regex';

/** What nobody says but us, by number. */
export const meshChecks: readonly Check[] = [
  consecutiveErrorsCheck,
  destinationRulesPerHostCheck,
  subsetOutOfSightCheck,
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
  tlsContradictionCheck,
  idleFaultCheck,
  prefixRewriteCheck,
  wholePathRewriteCheck,
  unsetWeightCheck,
  unmatchedPreflightCheck,
  impossiblePathCheck,
  ignoredPathCaseCheck,
  listenerPortCheck,
  policyHostPortCheck,
  policyServicePortCheck,
  literalPolicyPathCheck,
  spiffePrincipalCheck,
  plaintextPastDenialCheck,
  httpPolicyOnTcpCheck,
  forgedAddressCheck,
  mixedGatewayPortCheck,
  twoRouteApisCheck,
  outrankedRegexCheck,
  udpByNameCheck,
  droppedSubsetsCheck,
  hiddenDestinationCheck,
  unknownAuthorizerCheck,
  claimNeverMatchesCheck,
  pathSpelledOtherwiseCheck,
  targetWithoutWaypointCheck,
  routeBackendsCheck,
  ingressBackendsCheck,
  olderVersionCheck,
  impossiblePolicyValueCheck,
  impossiblePolicyPortCheck,
  impossibleMatchCheck,
  twoPeerAuthenticationsCheck,
  unknownMeshConfigFieldCheck,
  unknownProxyConfigFieldCheck,
  unheardInjectionCheck,
  missingDelegateCheck,
  routeParentsCheck,
  ambientHttpPolicyCheck,
  ambientIdlePolicyCheck,
  ambientRoutesCheck,
  portSettingsCheck,
  hiddenWildcardRuleCheck,
  noDefaultRouteCheck,
  delegateConflictCheck,
  absentTokenCheck,
  emptyAuthenticationCheck,
  twoMeshConfigsCheck,
  idleWorkloadSelectorCheck,
  providerAddressCheck,
  unrepeatedTimeoutCheck,
  missingVolumeCheck,
  droppedServerCheck,
  unknownTargetPortCheck,
  unheardAnnotationCheck,
  serviceWithoutPodsCheck,
  listenerSecretCheck,
  listenerProtocolCheck,
  unservedRoutesCheck,
  doubleTlsCheck,
  tlsToHttpPortCheck,
  idleRoutesCheck,
  literalGroupCheck,
  wholeValueRegexCheck,
  unknownWaypointCheck,
  unknownTargetCheck,
  certificateNotGrantedCheck,
  listenerWithoutTlsCheck,
  waypointListenerCheck,
  noEndpointsCheck,
  coveredRouteCheck,
  listenerKindsCheck,
  unknownGatewayClassCheck,
  unknownEgressHostCheck,
  podReferenceCheck,
  unverifiedTokenCheck,
  outrankedPoliciesCheck,
];
