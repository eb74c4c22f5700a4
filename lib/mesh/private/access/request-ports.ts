import { layerOf } from '../routing/layer';
import type { AccessRuleIntent } from './access-intent';
import type { AccessOwner } from './access-owner';
import { askedIntent } from './asked-intent';
import { isOfRequests, isToldByRequests } from './require-shown';

/**
 * The ports of the pods at which a token is asked for; undefined: at all.
 *
 * @throws when they are not known and not said, or the mesh sees no requests at one
 */
export function requiredPorts(said: readonly number[] | undefined, { kind, ports }: AccessOwner, place: string): readonly number[] | undefined {
  if (kind === 'mesh' || kind === 'namespace') {
    requireSaid(said, kind, place);
    return askedIntent({ ports: [...said!] }, { place }).ports;
  }
  if (said !== undefined) {
    return askedIntent({ ports: [...said] }, { ports, place, ofRequests: true }).ports;
  }
  const seen = ports?.filter(({ protocol }) => layerOf(protocol) === 'requests');
  return seen?.length === ports?.length ? undefined : seen?.map(({ targetPort }) => targetPort);
}

/** @throws when something that only requests have is denied, and with it whatever comes to ports of other protocols */
export function requireDeniedPorts({ asked, caller }: AccessRuleIntent, { kind }: AccessOwner, place: string): void {
  if ((kind === 'mesh' || kind === 'namespace') && (isOfRequests(asked) || isToldByRequests(caller))) {
    requireSaid(asked.ports, kind, place);
  }
}

function requireSaid(ports: readonly number[] | undefined, kind: string, place: string): void {
  if (ports === undefined) {
    throw new Error(`${place}: the ${kind} may have pods that do not speak HTTP, and because methods and tokens are unknown there, all their traffic would be refused, too. Set ports: [8080], the pod ports that speak HTTP; or set it on the services.`);
  }
}
