import { Mesh } from '../../../mesh/mesh';
import type { MeshService } from '../../../mesh/mesh-service';

/**
 * Keeps the proxy beside a server from making traces and logs of what the server gets and sends on: each that arrives would make one more, without
 * end.
 */
export function leaveUnreported(service: MeshService): void {
  // Where proxies know what a service calls, it has one of its own, which can be told.
  if (service.inMesh && Mesh.of(service)._provider.knowsCalls) {
    service.telemetry.stopTracing();
    service.telemetry.stopLogging();
  }
}
