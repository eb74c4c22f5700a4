import type { Check } from '../check';
import { authorizationPolicy } from './authorization-policy';
import { destinationRule } from './destination-rule/destination-rule';
import { envoyFilter } from './envoy-filter';
import { gateway } from './gateway';
import { meshConfigCheck } from './mesh-config/mesh-config';
import { meshNetworksCheck } from './mesh-config/mesh-networks';
import { meshValueCheck } from './mesh-config/mesh-value';
import { objectMetadata } from './object-metadata';
import { peerAuthentication } from './peer-authentication';
import { proxyConfig } from './proxy-config';
import { requestAuthentication } from './request-authentication';
import { serviceEntry } from './service-entry/service-entry';
import { sidecar } from './sidecar/sidecar';
import { telemetry } from './telemetry';
import { trafficExtension } from './traffic-extension';
import { unreachableRules } from './virtual-service/unreachable-rules';
import { virtualService } from './virtual-service/virtual-service';
import { wasmPlugin } from './wasm-plugin';
import { workloadEntry } from './workload-entry';
import { workloadGroup } from './workload-group';

/** What istiod's admission webhook refuses or warns of, kind by kind. */
export const webhookChecks: readonly Check[] = [
  objectMetadata,
  gateway,
  virtualService,
  unreachableRules,
  destinationRule,
  serviceEntry,
  sidecar,
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
  meshConfigCheck,
  meshValueCheck,
  meshNetworksCheck,
];
