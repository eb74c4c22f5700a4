import { IConstruct } from 'constructs';
import { claim } from './claim';
import { homeOf } from './hosts/private-host';

/** An object, or all of one name that are made for a host. */
export interface NamedThing {
  readonly what: string;
  readonly name: string;
}

/**
 * Makes a construct the one whose object has a name, of which the namespace has room for one.
 *
 * @throws with both paths when another construct has one of this name
 */
export function claimName(owner: IConstruct, { what, name }: NamedThing, place: string, repair: string): void {
  const namespace = homeOf(owner);
  const first = claim(`${what} ${namespace}/${name}`, owner);
  if (first !== owner) {
    throw new Error(`${place}: "${first.node.path}" has the ${what} "${name}" in the namespace "${namespace}" already, and one would replace the other. ${repair}`);
  }
}
