import { IConstruct } from 'constructs';
import { ownerOf } from '../claim';
import { ownerOfNamespace } from '../platform/namespace-owners';
import type { AccessRules } from './access-rules';

interface RuledScope extends IConstruct {
  readonly access: { readonly _rules: AccessRules };
}

/** What is said in the same environment of all of the mesh, and of all of a namespace. */
export function widerRules(inhabitant: IConstruct, namespace: string): AccessRules[] {
  const scopes = [ownerOf('platform', inhabitant), ownerOfNamespace(namespace, inhabitant)] as Array<RuledScope | undefined>;
  return scopes.flatMap(scope => scope === undefined ? [] : [scope.access._rules]);
}
