import { Construct } from 'constructs';
import { Mesh } from '../../../mesh/mesh';

/**
 * Whether the mesh carries what a pod asks others by their addresses, as the proxies of nodes do: under mutual TLS, with the account of who asks.
 * Proxies beside containers know Services alone, and send the rest as plain text.
 */
export function carriesAddresses(place: Construct): boolean {
  return Mesh.of(place)._provider.front !== undefined;
}
