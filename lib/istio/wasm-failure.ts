/** What happens to requests when a module cannot be loaded, or crashes. */
export enum WasmFailure {
  /** They fail. */
  CLOSED = 'FAIL_CLOSE',
  /** They pass as if there were no filter. */
  OPEN = 'FAIL_OPEN',
  /** They fail until the module, which is loaded anew after a crash, runs again. Came with Istio 1.27. */
  RELOAD = 'FAIL_RELOAD',
}
