import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claim } from '../claim';
import { namespaceOf } from '../platform/namespace-of';

/** The identity of a service, or of a job: its own, so that access can be granted to it alone. @throws with both paths when another has it */
export function createAccount(place: Construct, name: string): void {
  const first = claim(`account ${namespaceOf(place)}/${name}`, place);
  if (first !== place) {
    throw new Error(`${pathOf(place)}: the account "${name}" is that of "${pathOf(first)}", and who shares an account shares what it may do. Give it another name.`);
  }
  new k8s.KubeServiceAccount(place, 'Default', { metadata: { name } });
}

/** Accounts have a place in what they are for. */
function pathOf(place: Pick<Construct, 'node'>): string {
  return place.node.scope!.node.path;
}
