/** Where the proxies of Istio run. */
export enum DataPlaneMode {
  /** One for each node and no sidecars. What takes more than that, such as routes, is not rendered for it yet, and fails by name. */
  AMBIENT = 'ambient',
  /** One beside the containers of each pod. */
  SIDECAR = 'sidecar',
}
