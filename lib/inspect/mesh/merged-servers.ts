import { answered } from '../once-per';
import { calledName, GatewayServer, isDecrypting, serversOf } from './gateway-servers';
import { Resource } from './resource';
import { firstHoldsPort, PortConflict, PortHeldByFirst, PortHeldByPlain, SharedPort } from './shared-port';

/** What becomes of a server beside those that come before it in its Gateway. */
export interface MergedServer {
  readonly server: GatewayServer;
  /** `host`: istiod drops it, since others have hosts of it with TLS. `name`: Envoy refuses the port, since another decrypts the same name. */
  readonly conflict?: 'host' | 'name' | PortConflict['conflict'];
  /** The one before it that is in its way; where there is a conflict. */
  readonly rival?: GatewayServer;
  /** Those of its hosts that others have. */
  readonly taken: ReadonlyMap<string, GatewayServer>;
}

/** The servers of a Gateway as istiod merges them (`mergeGateways`); of other Gateways of the same pods nothing is said. */
export function mergedServers(gateway: Resource, istioRelease: string): readonly MergedServer[] {
  return firstHoldsPort(istioRelease) ? heldByFirst(gateway) : heldByPlain(gateway);
}

const heldByFirst = Resource.oncePer(gateway => mergedWith(gateway, () => new PortHeldByFirst()));
const heldByPlain = Resource.oncePer(gateway => mergedWith(gateway, () => new PortHeldByPlain()));

function mergedWith(gateway: Resource, newPort: () => SharedPort): readonly MergedServer[] {
  const ports = new Map<number, Port>();
  return serversOf(gateway).map(server => {
    const port = answered(ports, server.number, () => ({ shared: newPort(), byHost: new Map(), byName: new Map() }));
    return merged(port, server);
  });
}

/** What a port serves, of the servers that were taken. */
interface Port {
  readonly shared: SharedPort;
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
  const dropped = port.shared.conflictOf(server);
  if (dropped !== undefined) {
    return { server, taken, ...dropped };
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
  port.shared.add(server);
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
