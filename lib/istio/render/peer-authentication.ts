import { PeerAuthenticationSpec, PeerAuthenticationSpecMtlsMode, PeerAuthenticationSpecPortLevelMtlsMode } from '../../../imports/security.istio.io';
import { MutualTls } from '../../mesh/mutual-tls';
import type { ConnectionSafetyIntent } from '../../mesh/private/access/access-intent';
import { selection } from './selection';

/** Which connections pods take, as a PeerAuthentication says it. */
export function peerAuthenticationSpec({ pods, mode, ports }: ConnectionSafetyIntent): PeerAuthenticationSpec {
  const own = [...ports].map(([port, portMode]) => [String(port), { mode: PORT_MODES[portMode] }] as const);
  return {
    selector: selection(pods).selector,
    mtls: mode === undefined ? undefined : { mode: MODES[mode] },
    portLevelMtls: own.length === 0 ? undefined : Object.fromEntries(own),
  };
}

const MODES: Readonly<Record<MutualTls, PeerAuthenticationSpecMtlsMode>> = {
  disabled: PeerAuthenticationSpecMtlsMode.DISABLE,
  permissive: PeerAuthenticationSpecMtlsMode.PERMISSIVE,
  strict: PeerAuthenticationSpecMtlsMode.STRICT,
};

const PORT_MODES: Readonly<Record<MutualTls, PeerAuthenticationSpecPortLevelMtlsMode>> = {
  disabled: PeerAuthenticationSpecPortLevelMtlsMode.DISABLE,
  permissive: PeerAuthenticationSpecPortLevelMtlsMode.PERMISSIVE,
  strict: PeerAuthenticationSpecPortLevelMtlsMode.STRICT,
};
