import type { ConfigMapObject, InstallerMap } from '../../mesh/private/platform/installer-maps';

const REPAIR = 'Set it with IstioInstall.of(platform).meshConfig({...}), or with platform.proxyDefaults({...}).';

/** What the installers of Istio write into its root namespace, and that of Linkerd into its own. */
export function installerMaps(rootNamespace: string): readonly InstallerMap[] {
  const isThere = ({ namespace = rootNamespace }: ConfigMapObject): boolean => namespace === rootNamespace;
  return [
    // Others begin with `istio-` too, as the dashboards of the add-ons do: what holds the mesh configuration is called `mesh`.
    { isOwn: object => isThere(object) && (object.name === 'istio' || (object.name.startsWith('istio-') && object.keys.includes('mesh'))), repair: REPAIR },
    { isOwn: object => isThere(object) && /^istio-sidecar-injector(-|$)/.test(object.name), repair: REPAIR },
    { isOwn: ({ name }) => name === 'linkerd-config', repair: 'Set it in the values of the Helm chart linkerd-control-plane.' },
  ];
}
