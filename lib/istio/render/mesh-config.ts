import { OutboundAccess } from '../../mesh/outbound-access';
import type { InstallIntent } from '../../mesh/private/platform/install-intent';
import { installSaid } from '../private/install/install-said';
import { joined, Settings } from '../private/install/settings';
import { IstioInstallation, USUAL } from '../private/istio-installation';

/** The mesh configuration: what is known of the mesh, what was said for any mesh, and what was said for Istio alone. */
export function meshConfig(intent: InstallIntent, { trustDomain }: IstioInstallation, place: string): Settings {
  const { meshConfig: said = {} } = installSaid(intent);
  const parts: readonly Settings[] = [
    { trustDomain: trustDomain === USUAL.trustDomain ? undefined : trustDomain },
    outboundPart(intent),
  ];
  return parts.reduce((all, part) => joined(all, part, place, ['meshConfig']), said);
}

function outboundPart({ outbound }: InstallIntent): Settings {
  return outbound === OutboundAccess.REGISTERED_ONLY ? { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } } : {};
}
