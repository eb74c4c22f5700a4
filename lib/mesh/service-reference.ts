import { isHostname } from './private/hosts/hostname';
import { isPort } from './private/hosts/ports';
import type { DestinationIntent } from './private/intent';
import { IRouteTarget } from './route-target';

/** A service of somebody else: routes can send to it, but what happens to its requests is said by its owner. */
export class ServiceReference implements IRouteTarget {
  /**
   * @param host its full name: `orders.shop.svc.cluster.local`; or a host outside of the cluster that the mesh knows from somebody else
   * @param port the port of the Service
   * @throws when the host is a short name, of which no proxy knows whose it is, or the port is none
   */
  constructor(public readonly host: string, public readonly port: number) {
    const call = `MeshService.fromHost("${host}")`;
    if (host.endsWith('.svc') && isHostname(`${host}.cluster.local`)) {
      throw new Error(`${call}: ends before the domain of the cluster, so that no proxy knows the host. Say "${host}.cluster.local", or the domain of your cluster behind ".svc".`);
    }
    if (!isHostname(host) || host.startsWith('*') || host.split('.').length < 3) {
      throw new Error(`${call}: is not the full name of a host. Say "<service>.<namespace>.svc.cluster.local".`);
    }
    if (!isPort(port)) {
      throw new Error(`${call}: ${port} is no port. Say that of the Service, a whole number from 1 to 65535.`);
    }
  }

  /** @internal */
  public _destinations(): readonly DestinationIntent[] {
    return [{ host: this.host, port: this.port }];
  }
}
