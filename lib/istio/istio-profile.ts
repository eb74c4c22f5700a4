/**
 * Where an installation of Istio starts from. The one for production is `DEFAULT`; there is none called "production".
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/config-profiles/
 */
export enum IstioProfile {
  /** What is meant for production, and what is installed where no profile is said. */
  DEFAULT = 'default',
  /** Everything to look at, with little to eat. Not for production, nor for measuring. */
  DEMO = 'demo',
  /** The control plane alone. */
  MINIMAL = 'minimal',
  /** A cluster whose control plane is in another one. */
  REMOTE = 'remote',
  /** Nothing: all is said by yourself. */
  EMPTY = 'empty',
  /** Features that are tried out. */
  PREVIEW = 'preview',
  /** Features that are stable. */
  STABLE = 'stable',
  /** Without sidecars. `DataPlaneMode.AMBIENT` chooses it by itself. */
  AMBIENT = 'ambient',
  /** On OpenShift. */
  OPENSHIFT = 'openshift',
  /** Without sidecars, on OpenShift. */
  OPENSHIFT_AMBIENT = 'openshift-ambient',
}
