import { ProxyResources } from './proxy-resources';

/** What holds for the proxies of all pods, unless a pod says something else. */
export interface ProxyDefaults {
  /**
   * Annotations that every pod with a proxy gets. They come after the proxy, so that they say nothing to whatever adds it.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
  /**
   * What each proxy is given, and may take.
   *
   * @default - as the mesh does by itself
   */
  readonly resources?: ProxyResources;
  /**
   * Whether the pods of Jobs get no proxy, unless a pod asks for one itself. A proxy that runs as a container of its own never ends, and so
   * neither does the Job.
   *
   * @default false
   */
  readonly skipJobs?: boolean;
}
