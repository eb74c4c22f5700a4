import { isBefore } from '../istio-release';
import { canStandBehind, GatewayServer, isEncrypted } from './gateway-servers';

/** Why istiod drops a server: `port`, since a plain one before it holds the port; `behindTls`, since another came behind TLS already. */
export interface PortConflict {
  readonly conflict: 'port' | 'behindTls';
  /** The one before it that is in its way. */
  readonly rival: GatewayServer;
}

/** How istiod keeps the servers of one port apart, as they come one by one. */
export interface SharedPort {
  conflictOf: (server: GatewayServer) => PortConflict | undefined;
  /** Takes one without a conflict. */
  add: (server: GatewayServer) => void;
}

/** Whether a release is one in which the first server of a port says what the port is for; the later patches of 1.28 are meant by it. */
export function firstHoldsPort(istioRelease: string): boolean {
  return isBefore(istioRelease, '1.28');
}

/**
 * Since 1.28.1: a plain server holds the port from where it comes. At its address come others of HTTP alone behind it, if it is HTTP itself, and
 * what speaks TLS is dropped. Behind TLS it is taken as well. A later one at another address takes its part.
 */
export class PortHeldByPlain implements SharedPort {
  #plain?: GatewayServer;
  /** The addresses with protocols. */
  readonly #listeners = new Set<string>();

  public conflictOf(server: GatewayServer): PortConflict | undefined {
    return conflictWith(this.#plain, server);
  }

  public add(server: GatewayServer): void {
    const listener = `${server.bind} ${server.protocol}`;
    if (!isEncrypted(server) && this.#plain?.bind !== server.bind && !this.#listeners.has(listener)) {
      this.#plain = server;
    }
    this.#listeners.add(listener);
  }
}

/**
 * Up to 1.28.0: the first server says what the port is for. Behind a plain one it is as it is since, and no other takes its part; behind one
 * with TLS istiod takes a plain one where it is the next at its address, and drops it behind others.
 */
export class PortHeldByFirst implements SharedPort {
  #first?: GatewayServer;
  /** The first at each address of those that come behind. */
  readonly #next = new Map<string, GatewayServer>();

  public conflictOf(server: GatewayServer): PortConflict | undefined {
    const first = this.#first;
    if (first === undefined || !isEncrypted(first)) {
      return conflictWith(first, server);
    }
    const rival = server.tls.isSet ? undefined : this.#next.get(server.bind);
    return rival && { conflict: 'behindTls', rival };
  }

  public add(server: GatewayServer): void {
    if (this.#first === undefined) {
      this.#first = server;
    } else if (!this.#next.has(server.bind)) {
      this.#next.set(server.bind, server);
    }
  }
}

function conflictWith(plain: GatewayServer | undefined, server: GatewayServer): PortConflict | undefined {
  return plain === undefined || plain.bind !== server.bind || canStandBehind(plain, server) ? undefined : { conflict: 'port', rival: plain };
}
