import { IConstruct } from 'constructs';
import type { ExternalAuthorizer } from '../../external-authorizer';
import { Mesh } from '../../mesh';
import { ownerOf } from '../claim';
import type { InstallIntent } from '../platform/install-intent';
import type { AuthorizerIntent } from './authorizer-intent';

/** Somebody is asked of whom the mesh does not know, or knows something else: it then lets no request pass, and nobody is told. */
export function unknownAuthorizer(construct: IConstruct, place: string, { _intent: intent, name }: ExternalAuthorizer): string[] {
  const platform = ownerOf('platform', construct) as IConstruct & { readonly _install: InstallIntent } | undefined;
  if (platform === undefined) {
    return [];
  }
  const { node: { path }, _install: install } = platform;
  const names = Mesh.of(construct)._provider.access.knownAuthorizers(install, place);
  if (!names.includes(name)) {
    const list = names.map(known => `"${known}"`).join(', ') || 'none';
    return [`${place}: "${path}" defines no authorizer "${name}", so no request would pass. Known authorizers: ${list}. Define it there: addAuthorizer.`];
  }
  const defined = install.authorizers?.find(known => known.name === name);
  const differs = intent !== undefined && defined !== undefined && textOf(intent) !== textOf(defined);
  return differs ? [`${place}: has the authorizer "${name}" with different options than "${path}", where it is defined. Create one value, and use it in both places.`] : [];
}

/** However a time is written. */
function textOf(intent: AuthorizerIntent): string {
  return JSON.stringify({ ...intent, timeout: intent.timeout?.toMilliseconds() });
}
