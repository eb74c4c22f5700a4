import { IConstruct } from 'constructs';
import { boundaryOf } from './boundary';

/**
 * Makes a construct the owner of a thing that has one owner in each environment, or in the app where there are no environments.
 *
 * @returns the owner: this one, or the one that came before it
 */
export function claim(thing: string, owner: IConstruct): IConstruct {
  const boundary: IConstruct & { [OWNERS]?: Map<string, IConstruct> } = boundaryOf(owner);
  const owners = boundary[OWNERS] ??= new Map<string, IConstruct>();
  const first = owners.get(thing) ?? owner;
  owners.set(thing, first);
  return first;
}

const OWNERS = Symbol.for('cdk8s-mesh.Owners');
