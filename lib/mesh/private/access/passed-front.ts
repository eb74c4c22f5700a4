import { Construct, IConstruct } from 'constructs';
import type { ICaller } from '../../caller';
import { Mesh } from '../../mesh';

type Service = IConstruct & { readonly host: string };

const REASON = 'which accepts only traffic through its waypoint, and the sidecars of';
const REPAIR = 'in a chart of the same mesh, or leave the service out of the waypoint.';

/** A caller whose proxy sends straight to the pods of a service, which take nothing but what comes through the proxy in front of it. */
export function passedFront(service: Construct & Service, caller: ICaller): string[] {
  return !passesBy(service, caller) ? [] : [
    `${caller.node.path}: calls "${service.node.path}", ${REASON} the caller bypass that, so it is always refused. Run the caller ${REPAIR}`,
  ];
}

/** Such a caller whom the service lets in. Gateways send what they let in to the proxy in front, and of a namespace not all pods are known. */
export function admittedPast(service: Construct & Service, caller: ICaller): string[] {
  const isService = 'serviceName' in caller || 'jobName' in caller;
  return !isService || !passesBy(service, caller) ? [] : [
    `${service.node.path}, allowFrom: lets in "${caller.node.path}" here, ${REASON} that caller bypass it, so it is always refused. Run "${caller.node.path}" ${REPAIR}`,
  ];
}

/** A service that sends requests on, which the proxies of its callers do. */
export function sentPast(service: Construct & Service, sender: IConstruct): string[] {
  return !passesBy(service, sender) ? [] : [
    `${sender.node.path}: forwards requests to "${service.node.path}", ${REASON} its callers bypass that, so these are always refused. Run "${sender.node.path}" ${REPAIR}`,
  ];
}

function passesBy(service: Construct & Service, caller: unknown): caller is IConstruct {
  const { front } = Mesh.of(service)._provider;
  const { node } = caller as Partial<IConstruct>;
  const hasOwnProxies = node !== undefined && Mesh.of(caller as IConstruct)._provider.front === undefined;
  return front !== undefined && hasOwnProxies && front.serves(service, service.host);
}
