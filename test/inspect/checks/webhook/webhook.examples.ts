import type { RuleExamples } from '../rule-examples';
import { authorizationPolicyExamples } from './authorization-policy.examples';
import { destinationRuleExamples } from './destination-rule/destination-rule.examples';
import { envoyFilterExamples } from './envoy-filter.examples';
import { extensionExamples } from './extension.examples';
import { gatewayExamples } from './gateway.examples';
import { localityExamples } from './mesh-config/locality.examples';
import { meshConfigExamples } from './mesh-config/mesh-config.examples';
import { objectMetadataExamples } from './object-metadata.examples';
import { peerAuthenticationExamples } from './peer-authentication.examples';
import { requestAuthenticationExamples } from './request-authentication.examples';
import { serviceEntryExamples } from './service-entry/service-entry.examples';
import { sidecarExamples } from './sidecar/sidecar.examples';
import { telemetryExamples } from './telemetry.examples';
import { virtualServiceExamples } from './virtual-service/virtual-service.examples';
import { workloadExamples } from './workload.examples';

/** Where a rule has several, that of an object goes before that of a mesh config: more people write these. */
export const webhookExamples: RuleExamples = {
  ...meshConfigExamples,
  ...localityExamples,
  ...objectMetadataExamples,
  ...gatewayExamples,
  ...virtualServiceExamples,
  ...destinationRuleExamples,
  ...serviceEntryExamples,
  ...sidecarExamples,
  ...authorizationPolicyExamples,
  ...requestAuthenticationExamples,
  ...peerAuthenticationExamples,
  ...telemetryExamples,
  ...extensionExamples,
  ...envoyFilterExamples,
  ...workloadExamples,
};
