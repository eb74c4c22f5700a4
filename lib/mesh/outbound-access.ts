/** Where pods of the mesh can send what goes to no service of it. */
export enum OutboundAccess {
  /** Anywhere: what the mesh does not know passes as it is. */
  ANY = 'ANY',
  /**
   * To hosts that the mesh knows alone: its services, and each `ExternalService`. It is no wall: a pod that wants to can go around its proxy.
   */
  REGISTERED_ONLY = 'REGISTERED_ONLY',
}
