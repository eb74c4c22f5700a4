import { IConstruct } from 'constructs';
import type { AppProtocol } from '../../app-protocol';
import type { Arrival } from '../intent';
import { layerOf } from '../routing/layer';
import { PortIntent, portOf } from './service-ports';

/** A port of a service, and what else it has. */
interface FittingPort {
  readonly port: number;
  readonly isHeadless: boolean;
  readonly ports: readonly PortIntent[];
}

/** @throws when what was sent to another host could not come to a port of a service */
export function requireFit({ node: { path } }: IConstruct, { isHeadless, port, ports }: FittingPort, { host, layer }: Arrival): void {
  if (isHeadless) {
    throw new Error(`${path}: is headless, so requests for ${host} would not arrive here: a proxy sends them to the address that the caller chose. Leave out headless, or send to a service that has its own address.`);
  }
  const { protocol } = portOf(ports, port, path);
  if (layerOf(protocol) === 'nothing') {
    throw new Error(`${path}: port ${port} speaks UDP, which bypasses the mesh, so traffic for ${host} cannot be sent there. ${repairBy(ports, other => layerOf(other) !== 'nothing', ['Send it to a port of TCP', 'Send to a service that has a port of TCP'])}.`);
  }
  if (layer === 'requests' && layerOf(protocol) !== 'requests') {
    throw new Error(`${path}: port ${port} speaks ${protocol}, and requests for ${host} would arrive there in plain text. ${repairBy(ports, other => layerOf(other) === 'requests', ['Send them to a port that speaks HTTP', 'Send them to a service that speaks HTTP'])}, or set protocol: AppProtocol.HTTP if the port speaks HTTP.`);
  }
}

/** What to do instead: with one of the ports that fit, if there is one. */
function repairBy(ports: readonly PortIntent[], fits: (protocol: AppProtocol) => boolean, [repair, otherwise]: readonly [string, string]): string {
  const fitting = ports.find(({ protocol }) => fits(protocol));
  return fitting === undefined ? otherwise : `${repair}: atPort(${fitting.port})`;
}
