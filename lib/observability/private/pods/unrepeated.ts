import { Mesh } from '../../../mesh/mesh';
import type { MeshService } from '../../../mesh/mesh-service';

/** Keeps proxies from sending a request to ports of a server once more. Who sends tries again himself, and what both repeated would count twice. */
export function leaveUnrepeated(service: MeshService, ports: readonly number[]): void {
  if (Mesh.of(service)._provider.repeatsUnsaid) {
    ports.forEach(port => service.traffic.onPort(port).retry({ attempts: 0 }));
  }
}
