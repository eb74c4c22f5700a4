import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { Slot } from '../slot';

/** Lets nobody call what a namespace holds, of the root namespace all that the mesh holds, unless something else lets him. */
export function denyByDefault(owner: Construct, namespace: string): void {
  const { access } = Mesh.of(owner)._provider;
  const intent = () => ({ pods: { namespace }, action: 'allow' as const, rules: [] });
  new Slot(owner, 'deny-by-default', place => access.policy(place, { name: 'allow-nothing', namespace }, intent)).fill();
}
