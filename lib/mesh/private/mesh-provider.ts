import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { AccessProvider } from './access/access-provider';
import type { GatewayProvider } from './gateways/gateway-intent';
import type { ExternalHostIntent } from './hosts/external-host-intent';
import type { HostClaims } from './hosts/host-claims';
import type { RemoteHostIntent } from './hosts/remote-host-intent';
import type { HostPolicyIntent, HostRulesIntent } from './intent';
import type { InstallFile, InstallIntent, InstallValues } from './platform/install-intent';
import type { InstallerMap } from './platform/installer-maps';
import type { Marks, Membership } from './platform/membership';
import type { NamespaceIntent } from './platform/namespace-intent';
import type { PodIntent } from './pods/pod-intent';
import type { ProxiesIntent } from './pods/proxies-intent';
import type { RunbookEntry } from './runbook/runbook-entries';
import type { RunbookWords } from './runbook/runbook-words';
import type { TelemetryProvider } from './telemetry/telemetry-intent';

/** What a mesh wants to read on the pods that take part in it. */
export type PodMarks = Marks;

/** A mesh in which something in front of a service does what is said of it, for all callers, and knows no versions as parts of a host. */
export interface FrontProvider {
  /** whether there is something in front of a host; gateways send what they let in to it, and repeat no rules */
  serves(place: Construct, host: string): boolean;
  /** lets nobody call a version by its own host, which rules alone send to */
  versionAccess(place: Construct, name: string, serviceHost: string): ApiObject;
}

/**
 * What a mesh product makes of intent. Where an object is created, the intent is asked for when the object is rendered, since more may be
 * said until then. What a product cannot express throws: where there is no object, with the place, the path of the construct that says it.
 */
export interface MeshProvider extends GatewayProvider {
  /** who may call */
  readonly access: AccessProvider;
  /** undefined: rules are done where calls are made, and so by gateways, too */
  readonly front?: FrontProvider;
  /** whether it is told by objects who may call what, and how */
  readonly guards: boolean;
  readonly hostClaims: HostClaims;
  /** whether the proxies of a service know only what it says that it calls */
  readonly knowsCalls: boolean;
  /** whether connections at single ports of pods can go past their proxies */
  readonly passesPorts: boolean;
  /** whether callers send a request once more of which nobody has said so, even if somebody may have processed it, as they do of gRPC */
  readonly repeatsUnsaid: boolean;
  /** what is written for the installer, beside the objects; it throws what cannot be installed */
  readonly installFiles: readonly InstallFile[];
  /** ConfigMaps that installers write, of this mesh or of another, and nobody else may */
  readonly installerMaps: readonly InstallerMap[];
  readonly runbook: RunbookWords;
  /** what is seen */
  readonly telemetry: TelemetryProvider;
  /** how this mesh is told who takes part */
  readonly membership: Membership;
  /** how other meshes are told, in which nobody can take part at the same time */
  readonly otherMemberships: readonly Membership[];
  /** on each namespace that is ours */
  namespace(intent: NamespaceIntent, place: string): Marks;
  /** on each pod template; what is told of it later adds to what it has */
  pod(intent: PodIntent, place: string): PodMarks;
  externalHost(place: Construct, name: string, intent: ExternalHostIntent): ApiObject;
  /** a service of another cluster */
  remoteHost(place: Construct, name: string, intent: RemoteHostIntent): ApiObject;
  hostPolicy(place: Construct, name: string, intent: () => HostPolicyIntent): ApiObject;
  hostProxies(place: Construct, name: string, intent: () => ProxiesIntent): ApiObject;
  /** for callers in the mesh */
  hostRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject;
  /** for the installer of the mesh; empty when there is nothing to tell it */
  installValues(intent: InstallIntent, place: string): InstallValues;
  /** what people have to know who install the mesh, as things are when the page is written */
  installEntries(intent: () => InstallIntent): readonly RunbookEntry[];
  /** how a project of this mesh is installed where no platform writes files for it: with all that the mesh itself says */
  installCommands(): Readonly<Record<string, readonly string[]>>;
}
