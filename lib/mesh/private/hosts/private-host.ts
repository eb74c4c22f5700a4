import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ownerOf } from '../claim';

/** The namespace in which a host is known that is known in one alone: that of its chart. */
export function homeOf(construct: IConstruct): string {
  return Chart.of(construct).namespace ?? 'default';
}

/**
 * Makes sure that whoever sends on requests knows the host. Proxies elsewhere have never heard of it, and answer that nothing is there.
 *
 * @throws when these proxies are in another namespace
 */
export function requireKnownIn(namespace: string, host: IConstruct, sender: string): void {
  const home = homeOf(host);
  if (namespace !== home) {
    throw new Error(`${host.node.path}: is visible only in the namespace "${home}", but ${sender} is in "${namespace}", where requests to it would get a 503. Leave out namespaceOnly, or send to it from "${home}".`);
  }
}

/** @throws when requests for another host would be sent on to one that its proxies do not know */
export function requireKnownToHost(arriving: string, host: IConstruct): void {
  const owner = ownerOf(`host ${arriving}`, host);
  if (owner !== undefined) {
    requireKnownIn(homeOf(owner), host, `"${owner.node.path}"`);
  }
}
