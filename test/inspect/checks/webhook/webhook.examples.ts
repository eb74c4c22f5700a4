import type { RuleExamples } from '../rule-examples';
import { destinationRuleExamples } from './destination-rule/destination-rule.examples';
import { gatewayExamples } from './gateway.examples';
import { objectMetadataExamples } from './object-metadata.examples';
import { peerAuthenticationExamples } from './peer-authentication.examples';
import { serviceEntryExamples } from './service-entry/service-entry.examples';
import { sidecarExamples } from './sidecar/sidecar.examples';
import { virtualServiceExamples } from './virtual-service/virtual-service.examples';

export const webhookExamples: RuleExamples = {
  ...objectMetadataExamples,
  ...gatewayExamples,
  ...virtualServiceExamples,
  ...destinationRuleExamples,
  ...serviceEntryExamples,
  ...sidecarExamples,
import { authorizationPolicyExamples } from './authorization-policy.examples';
import { envoyFilterExamples } from './envoy-filter.examples';
import { extensionExamples } from './extension.examples';
import { requestAuthenticationExamples } from './request-authentication.examples';
import { telemetryExamples } from './telemetry.examples';
import { workloadExamples } from './workload.examples';

  ...authorizationPolicyExamples,
  ...requestAuthenticationExamples,
  ...peerAuthenticationExamples,
  ...telemetryExamples,
  ...extensionExamples,
  ...envoyFilterExamples,
  ...workloadExamples,
};
