import { IConstruct } from 'constructs';
import { claim } from '../../mesh/private/claim';

/** Which object is meant. */
export interface FilterName {
  readonly name: string;
  readonly namespace: string;
}

/** Makes a construct the one whose object has a name. @throws with both paths when another one has it in the namespace, wherever it stands */
export function claimFilterName(owner: IConstruct, kind: string, { name, namespace }: FilterName): void {
  const first = claim(`${kind} ${namespace}/${name}`, owner);
  if (first !== owner) {
    throw new Error(`${owner.node.path}: "${first.node.path}" renders the ${kind} "${name}" in the namespace "${namespace}" already, and one would replace the other. Give one of the two another name.`);
  }
}
