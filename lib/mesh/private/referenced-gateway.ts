import { Construct } from 'constructs';
import { IGateway } from '../gateway';
import { GatewayHosts } from './gateway-hosts';
import type { GatewayRoute } from './gateway-intent';
import { nameInReference } from './gateway-reference';

/** A gateway that somebody else owns. The routes that are exposed through it here are ours. */
export class ReferencedGateway extends Construct implements IGateway {
  private readonly hosts: GatewayHosts;

  constructor(scope: Construct, id: string, public readonly reference: string, private readonly knownHostnames?: readonly string[]) {
    super(scope, id);
    const name = nameInReference(reference, this.node.path);
    this.hosts = new GatewayHosts(this, { reference, name, hostnames: knownHostnames });
  }

  public get hostnames(): string[] | undefined {
    return this.knownHostnames && [...this.knownHostnames];
  }

  /** @internal */
  public _expose(route: GatewayRoute): void {
    this.hosts.expose(route);
  }
}
