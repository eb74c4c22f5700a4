import type { Field } from './field';
import { isHttp, isTcp, isTls } from './protocols';
import type { ROUTE_PROTOCOLS } from './route-entries';
import { tlsMode } from './tls-mode';

/**
 * The routes of VirtualServices that a server of a Gateway takes: those of `http`, `tls` or `tcp` alone. Of plain HTTP that is sent to HTTPS
 * (`redirect`) the routes of `http` are behind that. For a server that needs no routes, or of which others say that it is wrong, it is `unknown`.
 */
export type RoutesOfServer = typeof ROUTE_PROTOCOLS[number] | 'redirect' | 'unknown';

/** The routes that a server takes, as istiod makes its listener. */
export function routesOfServer(server: Field): RoutesOfServer {
  const protocol = server.at('port', 'protocol').text ?? '';
  const tls = server.at('tls');
  if (isHttp(protocol)) {
    return tls.at('httpsRedirect').value === true ? 'redirect' : 'http';
  }
  if (!isTls(protocol)) {
    return isTcp(protocol) && !tls.isSet ? 'tcp' : 'unknown';
  }
  return tls.isSet ? routesByMode(tlsMode(tls), protocol) : 'unknown';
}

const DECRYPTING = new Set(['SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL']);

function routesByMode(mode: string | undefined, protocol: string): RoutesOfServer {
  if (mode === 'PASSTHROUGH') {
    return 'tls';
  }
  return mode === undefined || !DECRYPTING.has(mode) ? 'unknown' : protocol.toUpperCase() === 'HTTPS' ? 'http' : 'tcp';
}
