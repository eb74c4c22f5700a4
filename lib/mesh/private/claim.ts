import { IConstruct } from 'constructs';
import { boundaryOf } from './boundary';

/**
 * Makes a construct the owner of a thing that has one owner in each environment, or in the app where there are no environments.
 *
 * @returns the owner: this one, or the one that came before it
 */
export function claim(thing: string, owner: IConstruct): IConstruct {
  const owners = ownersAround(owner);
  const first = owners.get(thing) ?? owner;
  owners.set(thing, first);
  return first;
}

/** The owner of a thing in the environment of a construct; undefined when nobody has claimed it. */
export function ownerOf(thing: string, construct: IConstruct): IConstruct | undefined {
  return ownersAround(construct).get(thing);
}

const OWNERS = Symbol.for('cdk8s-mesh.Owners');

function ownersAround(construct: IConstruct): Map<string, IConstruct> {
  const boundary: IConstruct & { [OWNERS]?: Map<string, IConstruct> } = boundaryOf(construct);
  return boundary[OWNERS] ??= new Map<string, IConstruct>();
}
