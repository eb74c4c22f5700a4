import type { Check } from '../check';
import { destinationRule } from './destination-rule/destination-rule';
import { gateway } from './gateway';
import { objectMetadata } from './object-metadata';
import { peerAuthentication } from './peer-authentication';
import { serviceEntry } from './service-entry/service-entry';
import { sidecar } from './sidecar/sidecar';
import { unreachableRules } from './virtual-service/unreachable-rules';
import { virtualService } from './virtual-service/virtual-service';

/** What istiod's admission webhook refuses or warns of, kind by kind. */
export const webhookChecks: readonly Check[] = [
  objectMetadata,
  gateway,
  virtualService,
  unreachableRules,
  destinationRule,
  serviceEntry,
  sidecar,
import { authorizationPolicy } from './authorization-policy';
import { envoyFilter } from './envoy-filter';
import { proxyConfig } from './proxy-config';
import { requestAuthentication } from './request-authentication';
import { telemetry } from './telemetry';
import { trafficExtension } from './traffic-extension';
import { wasmPlugin } from './wasm-plugin';
import { workloadEntry } from './workload-entry';
import { workloadGroup } from './workload-group';

  authorizationPolicy,
  requestAuthentication,
  peerAuthentication,
  telemetry,
  wasmPlugin,
  trafficExtension,
  proxyConfig,
  envoyFilter,
  workloadEntry,
  workloadGroup,
];
