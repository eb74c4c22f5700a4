import { requirePort } from '../hosts/ports';
import type { RedirectedPlace } from '../routing/redirect-problems';
import type { GatewayTlsIntent, ListenerIntent } from './gateway-intent';

/** What a gateway is told of its ports. */
export interface ListenerProps {
  readonly hostnames: readonly string[];
  /** undefined: plain HTTP */
  readonly tls?: GatewayTlsIntent;
  readonly httpPort?: number;
  readonly httpsPort?: number;
  readonly redirectHttp?: boolean;
}

/** The ports at which a gateway listens, each under a name of its own. @throws when it is told what cannot hold at once */
export function listenersOf(props: ListenerProps, place: string): ListenerIntent[] {
  const { tls } = props;
  [props.httpPort, props.httpsPort].forEach(port => requirePort(port, place));
  return tls === undefined ? [plainListener(props, place)] : tlsListeners(props, tls, place);
}

function plainListener({ hostnames, httpPort = 80, httpsPort, redirectHttp = false }: ListenerProps, place: string): ListenerIntent {
  if (httpsPort !== undefined || redirectHttp) {
    const told = httpsPort === undefined ? 'redirectHttp' : 'httpsPort';
    throw new Error(`${place}: without TLS there is no HTTPS, so ${told} has no effect. Leave it out, or name a certificate: tls: GatewayTls.secret("...").`);
  }
  return { name: 'http', port: httpPort, hostnames, redirects: false };
}

function tlsListeners(props: ListenerProps, tls: GatewayTlsIntent, place: string): ListenerIntent[] {
  const { hostnames, httpPort = 80, httpsPort = tls.mode === 'auto-passthrough' ? 15443 : 443 } = props;
  const secure: ListenerIntent = { name: 'secret' in tls ? 'https' : 'tls', port: httpsPort, hostnames, tls, redirects: false };
  if (!redirects(props, tls, place)) {
    return [secure];
  }
  if (httpPort === httpsPort) {
    throw new Error(`${place}: port ${httpPort} cannot speak both HTTP and HTTPS. Give each its own port.`);
  }
  return [{ name: 'http', port: httpPort, hostnames, redirects: true }, secure];
}

/** A redirect keeps the port of the address, so it leads to HTTPS by itself only between the ports that addresses leave out. */
function redirects({ httpPort, httpsPort = 443, redirectHttp }: ListenerProps, { mode }: GatewayTlsIntent, place: string): boolean {
  if (mode === 'auto-passthrough') {
    if (redirectHttp === true || httpPort !== undefined) {
      throw new Error(`${place}: a gateway between clusters gets no plain HTTP. Leave redirectHttp and httpPort out.`);
    }
    return false;
  }
  const answer = redirectHttp ?? ((httpPort ?? 80) === 80 && httpsPort === 443);
  if (!answer && httpPort !== undefined) {
    throw new Error(`${place}: nothing is served at httpPort ${httpPort}, because plain HTTP is not redirected. Leave it out; or set redirectHttp: true, if clients see the two ports as 80 and 443.`);
  }
  return answer;
}

/** How clients come to requests that are read, as far as it is known: plain HTTP may be TLS that ended before, and a port may be mapped by others. */
export function calledAt(listeners: readonly ListenerIntent[]): Pick<RedirectedPlace, 'port' | 'scheme'> | undefined {
  const ended = listeners.find(({ tls }) => tls !== undefined && 'secret' in tls);
  return ended && { port: ended.port === 443 ? 443 : undefined, scheme: 'https' };
}
