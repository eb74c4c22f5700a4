import { IConstruct } from 'constructs';
import { claim, ownerOf } from '../claim';

/** @throws with both paths when a construct of the same environment has rendered the namespace already */
export function claimNamespace(owner: IConstruct, name: string): void {
  const first = claim(thing(name), owner);
  if (first !== owner) {
    throw new Error(`${owner.node.path}: "${first.node.path}" already renders the namespace "${name}". Set its options there.`);
  }
}

/** The construct that renders a namespace in the environment of another; undefined when none does. */
export function ownerOfNamespace(name: string, inhabitant: IConstruct): IConstruct | undefined {
  return ownerOf(thing(name), inhabitant);
}

function thing(name: string): string {
  return `namespace ${name}`;
}
