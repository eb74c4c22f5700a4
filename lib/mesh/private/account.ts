import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** The identity of a service: its own, so that access can be granted to it alone. */
export function createAccount(place: Construct, name: string): void {
  new k8s.KubeServiceAccount(place, 'Default', { metadata: { name } });
}
