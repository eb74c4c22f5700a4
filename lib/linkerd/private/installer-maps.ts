import type { InstallerMap } from '../../mesh/private/platform/installer-maps';

/** What the installers of Linkerd write, and those of Istio into the namespace that they use where none is said. */
export const INSTALLER_MAPS: readonly InstallerMap[] = [
  { isOwn: ({ name }) => name === 'linkerd-config', repair: 'Set it in the values of the Helm chart linkerd-control-plane.' },
  {
    isOwn: ({ name, namespace = 'istio-system' }) => namespace === 'istio-system' && /^istio(-sidecar-injector(-.*)?)?$/.test(name),
    repair: 'It belongs to Istio, but this mesh is not Istio: set it where Istio is installed.',
  },
];
