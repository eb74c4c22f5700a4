import { IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import { MutualTls } from '../../mutual-tls';
import { ownerOfNamespace } from '../platform/namespace-owners';

/** A namespace that may say what its pods take. */
export interface SafeNamespace extends IConstruct {
  _mutualTls(): MutualTls | undefined;
}

/** Which connections the pods of a namespace take if nothing is said of them. */
export function usualTlsIn(inhabitant: IConstruct, namespace: string): MutualTls {
  const owner = ownerOfNamespace(namespace, inhabitant) as SafeNamespace | undefined;
  return owner?._mutualTls() ?? Mesh.of(inhabitant).mutualTls;
}
