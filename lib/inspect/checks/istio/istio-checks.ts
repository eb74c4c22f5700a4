import type { Check } from '../check';
import { alphaAnnotationsCheck, annotationsCheck } from './annotations';
import { applicationUidCheck } from './application-uid';
import { authorizationPoliciesCheck } from './authorization-policies';
import { autoImageCheck } from './auto-image';
import { bypassedSubsetsCheck } from './bypassed-subsets';
import { caCertificatesCheck } from './ca-certificates';
import { conditionsCheck } from './conditions';
import { deploymentServicesCheck } from './deployment-services';
import { deprecationCheck } from './deprecation';
import { destinationHostCheck } from './destination-host';
import { destinationRuleHostsCheck } from './destination-rule-hosts';
import { destinationSubsetCheck } from './destination-subset';
import { envoyPatchesCheck } from './envoy-patches';
import { externalControlPlaneCheck } from './external-control-plane';
import { gatewayApiVersionCheck } from './gateway-api-version';
import { gatewayCertificatesCheck } from './gateway-certificates';
import { gatewayConflictsCheck } from './gateway-conflicts';
import { gatewayCredentialsCheck } from './gateway-credentials';
import { gatewayPortsCheck } from './gateway-ports';
import { gatewaySelectorCheck } from './gateway-selector';
import { ineffectiveSelectorCheck } from './ineffective-selector';
import { namespaceInjectionCheck, podInjectionCheck } from './injection';
import { injectionWebhooksCheck } from './injection-webhooks';
import { jwksAddressesCheck } from './jwks-addresses';
import { jwtClaimRoutesCheck } from './jwt-claim-routes';
import { meshHostConflictsCheck } from './mesh-host-conflicts';
import { meshNetworksCheck } from './mesh-networks';
import { multiClusterServicesCheck } from './multi-cluster-services';
import { portNamesCheck } from './port-names';
import { proxyImageCheck } from './proxy-image';
import { serviceEntryAddressesCheck } from './service-entry-addresses';
import { serviceEntryProtocolsCheck } from './service-entry-protocols';
import { sidecarsCheck } from './sidecars';
import { accessLogProviderCheck, lightstepCheck } from './telemetry-providers';
import { telemetryDefaultsCheck, telemetrySelectorsCheck } from './telemetry-selectors';
import { hostsWithoutGatewayCheck, virtualServiceGatewaysCheck } from './virtual-service-gateways';

/** What the analyzers of istioctl find. */
export const istioChecks: readonly Check[] = [
  accessLogProviderCheck,
  alphaAnnotationsCheck,
  annotationsCheck,
  applicationUidCheck,
  authorizationPoliciesCheck,
  autoImageCheck,
  bypassedSubsetsCheck,
  caCertificatesCheck,
  conditionsCheck,
  deploymentServicesCheck,
  deprecationCheck,
  destinationHostCheck,
  destinationRuleHostsCheck,
  destinationSubsetCheck,
  envoyPatchesCheck,
  externalControlPlaneCheck,
  gatewayApiVersionCheck,
  gatewayCertificatesCheck,
  gatewayConflictsCheck,
  gatewayCredentialsCheck,
  gatewayPortsCheck,
  gatewaySelectorCheck,
  ineffectiveSelectorCheck,
  injectionWebhooksCheck,
  jwksAddressesCheck,
  jwtClaimRoutesCheck,
  lightstepCheck,
  meshHostConflictsCheck,
  meshNetworksCheck,
  multiClusterServicesCheck,
  namespaceInjectionCheck,
  podInjectionCheck,
  portNamesCheck,
  proxyImageCheck,
  serviceEntryAddressesCheck,
  serviceEntryProtocolsCheck,
  sidecarsCheck,
  telemetryDefaultsCheck,
  telemetrySelectorsCheck,
  virtualServiceGatewaysCheck,
  hostsWithoutGatewayCheck,
];
