import { IConstruct } from 'constructs';
import { claim } from '../claim';
import { refuseSecondOwners } from './second-owners';

/**
 * Makes a construct the one that says what happens to the requests for a host. Two would each render an object for it, and a mesh does not add
 * them up.
 *
 * @throws with both paths when the host has an owner already
 */
export function claimHost(owner: IConstruct, host: string): void {
  const first = claim(`host ${host}`, owner);
  if (first !== owner) {
    throw new Error(`${owner.node.path}: "${first.node.path}" already owns the host ${host}, and its traffic is configured in one place. Do it there, or refer to the host with MeshService.fromHost.`);
  }
  refuseSecondOwners({ owner, host });
}
