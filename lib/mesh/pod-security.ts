/** A Pod Security standard of Kubernetes: what a pod may ask for. */
export enum PodSecurity {
  /** Everything. */
  PRIVILEGED = 'privileged',
  /** Nothing that is known to let a container take over its node. */
  BASELINE = 'baseline',
  /** As little as is good practice. The pods of `MeshService` pass it. */
  RESTRICTED = 'restricted',
}
