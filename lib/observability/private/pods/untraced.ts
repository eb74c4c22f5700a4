import { Mesh } from '../../../mesh/mesh';
import type { MeshService } from '../../../mesh/mesh-service';

/** Keeps the proxy beside a server from making traces of what the server gets: each trace that arrives would make one more, without end. */
export function leaveUntraced(service: MeshService): void {
  // Where proxies know what a service calls, it has one of its own, which can be told.
  if (service.inMesh && Mesh.of(service)._provider.knowsCalls) {
    service.telemetry.stopTracing();
  }
}
