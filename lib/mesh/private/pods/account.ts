import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claim } from '../claim';
import { namespaceOf } from '../platform/namespace-of';

/** The identity of a service, or of a job: its own, so that access can be granted to it alone. @throws with both paths when another has it */
export function createAccount(place: Construct, name: string): void {
  claimAccount(place.node.scope as Construct, name, 'Give it another name.');
  new k8s.KubeServiceAccount(place, 'Default', { metadata: { name } });
}

/** Makes a construct the one whose pods have an account. @throws with both paths when another has it */
export function claimAccount(owner: Construct, name: string, repair: string): void {
  const first = claim(`account ${namespaceOf(owner)}/${name}`, owner);
  if (first !== owner) {
    throw new Error(`${owner.node.path}: the account "${name}" belongs to "${first.node.path}", and pods that share an account share its permissions. ${repair}`);
  }
}
