import type { DestinationIntent } from './private/intent';
import { IRouteTarget } from './route-target';

/** A service of somebody else: routes can send to it, but what happens to its requests is said by its owner. */
export class ServiceReference implements IRouteTarget {
  /**
   * @param host its full name: `orders.shop.svc.cluster.local`
   * @param port the port of the Service
   * @throws when the host is a short name, which means another service in each namespace
   */
  constructor(public readonly host: string, public readonly port: number) {
    if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/.test(host)) {
      throw new Error(`MeshService.fromHost("${host}"): is not the full name of a host. Say "<service>.<namespace>.svc.cluster.local".`);
    }
  }

  /** @internal */
  public _destinations(): readonly DestinationIntent[] {
    return [{ host: this.host, port: this.port }];
  }
}
