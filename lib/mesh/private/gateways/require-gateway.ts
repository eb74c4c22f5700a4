import type { IGateway } from '../../gateway';

/** @throws when what came in is no gateway of ours, such as a generated construct of that kind */
export function requireGateway(gateway: IGateway | null | undefined, place: string): IGateway {
  if (gateway === undefined || gateway === null) {
    throw new Error(`${place}, exposeVia: no gateway given. Check the import or the variable.`);
  }
  if (typeof gateway._expose !== 'function') {
    throw new Error(`${place}: expected a gateway. Use new IngressGateway(...), IngressGateway.fromName(...), or DelegatedRoutes.`);
  }
  return gateway;
}
