import { isIP } from 'node:net';
import { requireDnsLabel } from '../dns-label';
import { layerOf } from '../routing/layer';
import { isHostname } from './hostname';
import { isPort } from './ports';
import type { PortIntent } from './service-ports';

/** A service of another cluster of the mesh, under a name that it has here. */
export interface RemoteHostIntent {
  readonly host: string;
  readonly ports: readonly PortIntent[];
  /** that callers get when they look it up; none: it is not looked up */
  readonly addresses: readonly string[];
  readonly gateways: readonly RemoteGatewayIntent[];
  /** whether gateways have names that have to be looked up */
  readonly isLookedUp: boolean;
  /** whom its certificate has to name; undefined: anybody of the mesh */
  readonly identity?: string;
}

/** Where the other cluster is reached. */
export interface RemoteGatewayIntent {
  readonly address: string;
  readonly port: number;
  readonly network?: string;
  readonly locality?: string;
}

/** What is said of where it is. */
export interface SaidOfRemote {
  readonly address?: string;
  readonly gateways: string[];
  readonly gatewayPort?: number;
  readonly locality?: string;
  readonly network?: string;
}

/** @throws when an address, a network or a locality is none, or nothing would tell what is meant for it */
export function remoteHostIntent(host: string, ports: readonly PortIntent[], said: SaidOfRemote, place: string): RemoteHostIntent {
  const [problem] = problemsOf(ports, said);
  if (problem !== undefined) {
    throw new Error(`${place}: ${problem}`);
  }
  const { address, gateways, gatewayPort: port = 15443, locality, network } = said;
  if (network !== undefined) {
    requireDnsLabel(network, `${place}: network`);
  }
  return {
    host,
    ports,
    addresses: address === undefined ? [] : [address],
    gateways: gateways.map(gateway => ({ address: gateway, port, network, locality })),
    isLookedUp: gateways.some(gateway => isIP(gateway) === 0),
  };
}

function* problemsOf(ports: readonly PortIntent[], { address, gateways, gatewayPort = 15443, locality }: SaidOfRemote): Generator<string> {
  if (gateways.length === 0) {
    yield 'no gateway of its cluster is given. Set the addresses of the other cluster: gateways: ["203.0.113.7"].';
  }
  const wrong = gateways.find(gateway => isIP(gateway) === 0 && (gateway.startsWith('*') || !isHostname(gateway)));
  if (wrong !== undefined) {
    yield `gateways cannot hold "${wrong}". Use addresses or full names, without ports: "203.0.113.7", "eastwest.example.com".`;
  }
  if (!isPort(gatewayPort)) {
    yield `${gatewayPort} is not a valid port. Use a whole number from 1 to 65535.`;
  }
  if (address !== undefined && isIP(address) === 0) {
    yield `"${address}" is not an IP address. Use an unused one, such as "240.0.0.2".`;
  }
  if (locality !== undefined && !/^[\w.-]+(\/[\w.-]+){0,2}$/.test(locality)) {
    yield `"${locality}" is not a locality. Use a region, "region/zone" or "region/zone/subzone".`;
  }
  yield* problemsOfPorts(ports, address);
}

function* problemsOfPorts(ports: readonly PortIntent[], address?: string): Generator<string> {
  const opaque = ports.find(({ protocol }) => layerOf(protocol) === 'nothing' || (layerOf(protocol) === 'connections' && address === undefined));
  if (opaque !== undefined) {
    const { port, protocol } = opaque;
    yield layerOf(protocol) === 'nothing'
      ? `port ${port} speaks UDP, which bypasses the mesh. Leave it out.`
      : `connections to port ${port} cannot be recognized, because they name no host. Set an unused address: address: "240.0.0.2".`;
  }
}
