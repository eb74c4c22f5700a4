import type { PortIntent } from '../hosts/service-ports';
import { layerOf } from './layer';

/** @throws when the mesh sees nothing of what comes to a host: an object that says something of it would hold nothing, and be refused */
export function requireSeen(ports: readonly PortIntent[], place: string): void {
  if (ports.every(({ protocol }) => layerOf(protocol) === 'nothing')) {
    throw new Error(`${place}: speaks UDP, which bypasses the mesh. Traffic rules have no effect there.`);
  }
}
