import { Construct } from 'constructs';
import { covers, requireHostname } from '../hosts/hostname';
import { refuseSecondOwners } from '../hosts/second-owners';
import { GatewayHost, OwningGateway } from './gateway-host';
import type { GatewayRoute } from './gateway-intent';

/** A gateway, as far as it is known here. */
export interface KnownGateway extends OwningGateway {
  /** undefined: not known */
  readonly hostnames?: readonly string[];
}

/** The hostnames of a gateway. Those that are known from the beginning have their places in that order, whatever is exposed first. */
export class GatewayHosts {
  private readonly hosts = new Map<string, GatewayHost>();

  constructor(private readonly owner: Construct, private readonly gateway: KnownGateway) {
    const { path } = owner.node;
    if (gateway.hostnames?.length === 0) {
      throw new Error(`${path}: serves no hostname. List at least one: hostnames: ["shop.example.com"].`);
    }
    gateway.hostnames?.forEach((hostname, index, all) => {
      if (all.indexOf(hostname) < index) {
        throw new Error(`${path}: "${hostname}" is in its hostnames twice. List each once.`);
      }
      this.host(requireHostname(hostname, path));
    });
  }

  /** @throws when the gateway does not serve the hostname, or the route cannot be told from another */
  public expose(route: GatewayRoute): void {
    const { path } = this.owner.node;
    const hostname = requireHostname(route.hostname, path);
    const { hostnames } = this.gateway;
    if (hostnames !== undefined && !hostnames.some(served => covers(served, hostname))) {
      const known = hostnames.map(served => `"${served}"`).join(', ');
      throw new Error(`${path}: does not serve "${hostname}". It serves ${known}. Add the name to its hostnames, or expose under one of them.`);
    }
    this.host(hostname).add(route);
    const { attachment, reference } = this.gateway;
    refuseSecondOwners({
      owner: this.owner,
      host: hostname,
      gateway: { reference, isAttachable: attachment !== undefined, section: attachment?.sectionFor(hostname) },
      isListener: hostnames?.includes(hostname) === true,
    });
  }

  private host(hostname: string): GatewayHost {
    const host = this.hosts.get(hostname) ?? new GatewayHost(this.owner, this.gateway, hostname);
    this.hosts.set(hostname, host);
    return host;
  }
}
