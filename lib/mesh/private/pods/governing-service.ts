import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { MeshServiceBase } from '../../mesh-service-base';
import { claimHost } from '../hosts/host-owners';
import type { PortIntent } from '../hosts/service-ports';
import { requireLabel } from '../names';
import { createService } from './service';

/**
 * The Service that gives each pod of a StatefulSet a host of its own, from the start on: `web-v1-0.web-pods`. It stands beside the one that has an
 * address, so that the requests for that can still be sent to versions.
 */
export function createGoverningService(place: Construct, service: MeshServiceBase, ports: readonly PortIntent[]): k8s.KubeService {
  const { serviceName: app, host } = service;
  const name = requireLabel(`${app}-pods`, service.node.path);
  const pods = new Construct(place, 'pods');
  claimHost(pods, host.replace(app, name));
  return createService(pods, { name, app, ports, headless: true, finds: 'all' });
}
