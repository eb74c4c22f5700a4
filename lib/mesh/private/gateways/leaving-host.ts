import { AppProtocol } from '../../app-protocol';
import { HostLookup } from '../../host-lookup';
import { ExternalHostIntent, isWildcard } from '../hosts/external-host-intent';
import type { DestinationIntent, LeavingIntent } from '../intent';
import { layerOf } from '../routing/layer';

/** What a gateway has to know of a host that is called by it. */
export interface LeavingHost {
  readonly host: string;
  /** whether TLS is passed on unread; if not, the gateway reads requests */
  readonly isPassed: boolean;
  /** whether requests are to get to the gateway by HTTP/2 */
  readonly needsHttp2: boolean;
}

/** A gateway, as callers inside reach it. */
export interface ExitIntent {
  /** `namespace/name` */
  readonly gateway: string;
  /** full name of its Service */
  readonly host: string;
  /** the port of its Service */
  readonly port: number;
  /** stands for the connections to it that are meant for one host; undefined: they name that by themselves */
  readonly subset?: string;
}

const HTTP2: readonly AppProtocol[] = [AppProtocol.GRPC, AppProtocol.HTTP2];

/** @throws when what is meant for a host could not be called by a gateway */
export function leavingHost(external: ExternalHostIntent, place: string): LeavingHost {
  const problem = problemOf(external);
  if (problem !== undefined) {
    throw new Error(`${place}: ${problem}`);
  }
  const { host, ports: [{ protocol }] } = external;
  return { host, isPassed: layerOf(protocol) === 'named-connections', needsHttp2: HTTP2.includes(protocol) };
}

function problemOf({ host, lookup, ports }: ExternalHostIntent): string | undefined {
  const [{ port, protocol }, ...others] = ports;
  if (isWildcard(host) || lookup === HostLookup.NONE) {
    return 'nothing is looked up, so a gateway would send requests to the address that the caller chose, which is its own. Name one host, and leave lookup out.';
  }
  if (others.length > 0) {
    return `all traffic through a gateway arrives at one port, where the ports ${ports.map(known => known.port).join(', ')} cannot be distinguished. Leave morePorts out.`;
  }
  return layerOf(protocol) === 'connections'
    ? `port ${port} speaks ${protocol}, whose connections name no host for the gateway to route to. Use a port that speaks HTTP or TLS through the gateway.`
    : undefined;
}

/** The gateway in place of the host that is meant. */
export function throughExit(destination: DestinationIntent, { host, port, subset }: ExitIntent): DestinationIntent {
  return { ...destination, host, port, subset, outsideHost: destination.host };
}

/** What the gateway does with what comes to it so. */
export function leavingIntent({ host, isPassed }: LeavingHost, port: number, exit: ExitIntent): LeavingIntent {
  return { gateway: exit.gateway, port: exit.port, serverName: isPassed ? host : undefined, destination: { host, port } };
}
