import type { PodSecurity } from '../../pod-security';

/** What the mesh has to know of a namespace. */
export interface NamespaceIntent {
  /** whether its pods take part in the mesh */
  readonly inMesh: boolean;
  /** the standard that its pods are refused for not passing */
  readonly enforce?: PodSecurity;
}
