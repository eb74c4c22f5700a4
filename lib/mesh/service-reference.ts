import { ICallee } from './callee';
import { ICaller } from './caller';
import type { SeenHostIntent } from './private/access/callee-intent';
import type { CallerIntent, IdentityIntent } from './private/access/caller-intent';
import { isHostname } from './private/hosts/hostname';
import { isPort } from './private/hosts/ports';
import { serviceOf } from './private/hosts/service-host';
import type { DestinationIntent } from './private/intent';
import { IRouteTarget } from './route-target';
import { ServiceContract } from './service-contract';

/** A service of somebody else: routes can send to it, but what happens to its requests is said by its owner. */
export class ServiceReference implements ICallee, ICaller, IRouteTarget {
  /** @internal */
  public static _of({ host, port, serviceAccount: account, serviceNamespace: namespace }: ServiceContract): ServiceReference {
    const reference = new ServiceReference(host, port);
    reference.identity = { namespace, account };
    return reference;
  }

  /** Its full name. */
  public readonly host: string;
  /** The port of the Service. */
  public readonly port: number;

  private identity?: IdentityIntent;

  /**
   * @param host its full name: `orders.shop.svc.cluster.local`; or a host outside of the cluster that the mesh knows from somebody else:
   * `api.example.com`, of two labels with a dot at the end, `example.com.`, which tells it from `service.namespace`
   * @param port the port of the Service
   * @throws when the host is a short name, of which no proxy knows whose it is, or the port is none
   */
  constructor(host: string, port: number) {
    this.host = fullName(host, `MeshService.fromHost("${host}")`);
    this.port = port;
    if (!isPort(port)) {
      throw new Error(`MeshService.fromHost("${host}"): ${port} is not a valid port. Use that of the Service, a whole number from 1 to 65535.`);
    }
  }

  /** Whom it lets in, its owner says. @internal */
  public _calledBy(): SeenHostIntent {
    return { host: this.host, namespace: serviceOf(this.host)?.namespace };
  }

  /** @internal */
  public _callers(): readonly CallerIntent[] {
    if (this.identity === undefined) {
      throw new Error(`MeshService.fromHost("${this.host}"): the service account of its pods is not known here. Use MeshService.fromContract, with the account.`);
    }
    return [{ identity: this.identity }];
  }

  /** @internal */
  public _destinations(): readonly DestinationIntent[] {
    return [{ host: this.host, port: this.port }];
  }
}

/** The name without the dot at its end, with which it is full in any case, as in DNS. */
function fullName(said: string, call: string): string {
  const host = said.replace(/\.$/, '');
  const [service, namespace, ...more] = host.split('.');
  if (host.endsWith('.svc') && isHostname(`${host}.cluster.local`)) {
    throw new Error(`${call}: lacks the domain of the cluster, so no proxy knows the host. Use "${host}.cluster.local", or the domain of your cluster after ".svc".`);
  }
  if (!isHostname(host) || host.startsWith('*') || namespace === undefined) {
    throw new Error(`${call}: is not a full host name. Use "<service>.<namespace>.svc.cluster.local".`);
  }
  if (more.length === 0 && host === said) {
    // Every word can be a namespace, and nearly every one is a domain: of "orders.shop", nothing else tells.
    throw new Error(`${call}: no proxy knows the Service "${service}" of the namespace "${namespace}" by this name. Use "${host}.svc.cluster.local"; or "${host}.", with a dot at the end, for the host outside of the cluster.`);
  }
  return host;
}
