import type { ProxyResourcesIntent } from '../pods/pod-intent';

/** What holds for the proxies of all pods, unless a pod says something else. */
export interface ProxyDefaultsIntent {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly resources?: ProxyResourcesIntent;
  readonly skipJobs?: boolean;
}

/** What whoever installs the mesh has to tell it. */
export interface InstallIntent {
  readonly proxyDefaults?: ProxyDefaultsIntent;
}

/** Values for an installer of the mesh. */
export type InstallValues = Readonly<Record<string, unknown>>;
