import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { ExternalHostIntent } from './external-host-intent';
import type { GatewayProvider } from './gateway-intent';
import type { HostClaims } from './host-claims';
import type { HostPolicyIntent, HostRulesIntent } from './intent';
import type { PodIntent } from './pod-intent';
import type { RunbookWords } from './runbook-words';

/** What a mesh wants to read on the pods that take part in it. */
export interface PodMarks {
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * What a mesh product makes of intent. Where an object is created, the intent is asked for when the object is rendered, since more may be
 * said until then.
 */
export interface MeshProvider extends GatewayProvider {
  readonly hostClaims: HostClaims;
  readonly runbook: RunbookWords;
  /** on each pod template; what is told of it later adds to what it has */
  pod(intent: PodIntent): PodMarks;
  externalHost(place: Construct, name: string, intent: ExternalHostIntent): ApiObject;
  hostPolicy(place: Construct, name: string, intent: () => HostPolicyIntent): ApiObject;
  hostRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject;
}
