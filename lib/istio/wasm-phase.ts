/** Where in the way of a request through a proxy a filter stands. */
export enum WasmPhase {
  /** Before anybody has asked who the client is. */
  BEFORE_AUTHENTICATION = 'AUTHN',
  /** When it is known who the client is, and not yet whether it may call. */
  BEFORE_AUTHORIZATION = 'AUTHZ',
  /** When it is known that the client may call, and before the mesh counts the request. */
  BEFORE_STATS = 'STATS',
}
