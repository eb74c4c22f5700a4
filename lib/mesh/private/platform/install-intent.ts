import type { OutboundAccess } from '../../outbound-access';
import type { AuthorizerIntent } from '../access/authorizer-intent';
import type { InstalledGatewayIntent } from '../gateways/installed-gateways';
import type { ProxyResourcesIntent } from '../pods/pod-intent';
import type { SinksIntent } from '../telemetry/telemetry-intent';

/** What holds for the proxies of all pods, unless a pod says something else. */
export interface ProxyDefaultsIntent {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly resources?: ProxyResourcesIntent;
  readonly skipJobs?: boolean;
}

/**
 * What whoever installs the mesh has to tell it. Whatever in lib/mesh has something to add has a field here, tells it with `MeshPlatform._tell`,
 * and is rendered by each provider, or refused.
 */
export interface InstallIntent {
  /** who can be asked whether a request may pass */
  readonly authorizers?: readonly AuthorizerIntent[];
  readonly proxyDefaults?: ProxyDefaultsIntent;
  /** those of the environment whose pods the installer creates */
  readonly gateways?: readonly InstalledGatewayIntent[];
  readonly outbound?: OutboundAccess;
  readonly sinks?: SinksIntent;
  /** what only one product has; its provider alone knows what it is */
  readonly product?: object;
}

/** Values for an installer of the mesh. */
export type InstallValues = Readonly<Record<string, unknown>>;

/** A file that the installer of a mesh reads. */
export interface InstallFile {
  readonly name: string;
  /** empty: there is no such file. @throws when what was said cannot be installed so */
  content(intent: InstallIntent, place: string): InstallValues;
}
