/** Who may call services of the mesh of which nobody has said who may. */
export enum DefaultAccess {
  /** Nobody: who may call a service is said of it. */
  DENY = 'deny',
  /** Everybody. */
  OPEN = 'open',
}
