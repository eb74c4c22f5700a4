import { Construct, IConstruct } from 'constructs';
import type { ICaller } from '../../caller';
import { Mesh } from '../../mesh';

/** A caller whose proxy sends straight to the pods of a service, which take nothing but what comes through the proxy in front of it. */
export function passedFront(service: Construct & { readonly host: string }, caller: ICaller): string[] {
  const { front } = Mesh.of(service)._provider;
  const { node } = caller as ICaller & Partial<IConstruct>;
  const hasOwnProxies = node !== undefined && Mesh.of(caller as ICaller & IConstruct)._provider.front === undefined;
  return front === undefined || !hasOwnProxies || !front.serves(service, service.host) ? [] : [
    `${node.path}: calls "${service.node.path}", which takes nothing but what comes through its waypoint, and the proxies beside the pods of the caller pass that by, so that it is always refused. Run the caller in a chart of the same mesh, or leave the service out of the waypoint.`,
  ];
}
