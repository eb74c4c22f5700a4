import { OutboundAccess } from '../../mesh/outbound-access';
import type { InstallIntent } from '../../mesh/private/platform/install-intent';
import { installSaid } from '../private/install/install-said';
import { joined, Settings, tidied } from '../private/install/settings';
import { wireMeshConfig } from '../private/install/wire-mesh-config';
import { IstioInstallation, USUAL } from '../private/istio-installation';
import { authorizerProvider } from './authorizer-provider';
import { sinksConfig } from './extension-providers';

/** The mesh configuration: what is known of the mesh, what was said for any mesh, and what was said for Istio alone. */
export function meshConfig(intent: InstallIntent, { pathNormalization, release, trustDomain }: IstioInstallation, place: string): Settings {
  const { meshConfig: said = {} } = installSaid(intent);
  const parts: readonly Settings[] = [
    { trustDomain: trustDomain === USUAL.trustDomain ? undefined : trustDomain },
    { pathNormalization: pathNormalization === USUAL.pathNormalization ? undefined : { normalization: pathNormalization } },
    outboundPart(intent),
    authorizersPart(intent),
    intent.sinks === undefined ? {} : tidied(wireMeshConfig(sinksConfig(intent.sinks), release, place)),
  ];
  return parts.reduce((all, part) => joined(all, part, place, ['meshConfig']), said);
}

function authorizersPart({ authorizers = [] }: InstallIntent): Settings {
  return authorizers.length === 0 ? {} : { extensionProviders: authorizers.map(authorizer => tidied(authorizerProvider(authorizer))) };
}

function outboundPart({ outbound }: InstallIntent): Settings {
  return outbound === OutboundAccess.REGISTERED_ONLY ? { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } } : {};
}
