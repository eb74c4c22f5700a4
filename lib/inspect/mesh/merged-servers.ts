import { calledName, canStandBehind, GatewayServer, isDecrypting, isEncrypted, serversOf } from './gateway-servers';
import { Resource } from './resource';

/** What becomes of a server beside those that come before it in its Gateway. */
export interface MergedServer {
  readonly server: GatewayServer;
  /**
   * `host`: istiod drops it, since others have hosts of it with TLS. `port`: istiod drops it behind a plain server. `name`: Envoy refuses the
   * port, since another decrypts the same name.
   */
  readonly conflict?: 'host' | 'port' | 'name';
  /** The one before it that is in its way; where there is a conflict. */
  readonly rival?: GatewayServer;
  /** Those of its hosts that others have. */
  readonly taken: ReadonlyMap<string, GatewayServer>;
}

/**
 * The servers of a Gateway as istiod merges them since 1.28.1 (`mergeGateways`); of other Gateways of the same pods nothing is said.
 *
 * A plain server holds the port from where it comes: at its address come others of HTTP alone behind it, if it is HTTP itself, and what speaks
 * TLS is dropped. Behind TLS it is taken as well. A later one at another address takes its part.
 */
export const mergedServers: (gateway: Resource) => readonly MergedServer[] = Resource.oncePer(gateway => {
  const ports = new Map<number, Port>();
  return serversOf(gateway).map(server => {
    const port = ports.get(server.number) ?? { listeners: new Set(), byHost: new Map(), byName: new Map() };
    ports.set(server.number, port);
    return merged(port, server);
  });
});

/** What a port serves, of the servers that were taken. */
interface Port {
  /** The plain server that others are compared with. */
  plain?: GatewayServer;
  /** The addresses with protocols. */
  readonly listeners: Set<string>;
  /** The servers with settings for TLS, among which also plain ones that send to HTTPS are, by address and host. */
  readonly byHost: Map<string, GatewayServer>;
  /** Those that decrypt HTTPS, by address and the names that callers send. */
  readonly byName: Map<string, GatewayServer>;
}

function merged(port: Port, server: GatewayServer): MergedServer {
  const taken = takenHosts(port, server);
  const [twice] = taken.values();
  if (twice !== undefined) {
    return { server, taken, conflict: 'host', rival: twice };
  }
  const { plain } = port;
  if (plain !== undefined && plain.bind === server.bind && !canStandBehind(plain, server)) {
    return { server, taken, conflict: 'port', rival: plain };
  }
  const host = isDecrypting(server) ? server.hosts.find(one => port.byName.has(at(server, calledName(one)))) : undefined;
  const rival = host === undefined ? undefined : port.byName.get(at(server, calledName(host)));
  add(port, server);
  return { server, taken: new Map(host === undefined ? [] : [[host, rival!]]), ...rival === undefined ? {} : { conflict: 'name', rival } };
}

function takenHosts({ byHost }: Port, server: GatewayServer): ReadonlyMap<string, GatewayServer> {
  const hosts = server.tls.isSet ? server.hosts : [];
  return new Map(hosts.flatMap(host => {
    const rival = byHost.get(at(server, host));
    return rival === undefined ? [] : [[host, rival]];
  }));
}

function add(port: Port, server: GatewayServer): void {
  const listener = at(server, server.protocol);
  if (!isEncrypted(server) && port.plain?.bind !== server.bind && !port.listeners.has(listener)) {
    port.plain = server;
  }
  port.listeners.add(listener);
  for (const host of server.tls.isSet ? server.hosts : []) {
    port.byHost.set(at(server, host), server);
  }
  for (const host of isDecrypting(server) ? server.hosts : []) {
    port.byName.set(at(server, calledName(host)), server);
  }
}

function at({ bind }: GatewayServer, text: string): string {
  return `${bind} ${text}`;
}
