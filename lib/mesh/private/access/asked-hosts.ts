import { IConstruct } from 'constructs';
import type { ExternalAuthorizer } from '../../external-authorizer';
import { ownerOf } from '../claim';
import type { InstallIntent } from '../platform/install-intent';
import { ownerOfNamespace } from '../platform/namespace-owners';
import { SeenHostIntent, seenHost } from './callee-intent';

interface AskingScope extends IConstruct {
  readonly access: { readonly _authorizer?: ExternalAuthorizer };
}

/**
 * The hosts of those who are asked about requests to a service, by what is said of it, of its namespace or of the mesh. Its proxies ask
 * themselves, and refuse all requests when they know no such host.
 *
 * @throws when nobody here knows the host of one
 */
export function askedHosts(service: AskingScope & { readonly serviceNamespace: string }): readonly SeenHostIntent[] {
  const platform = ownerOf('platform', service) as AskingScope & { readonly _install: InstallIntent } | undefined;
  const around = ownerOfNamespace(service.serviceNamespace, service) as AskingScope | undefined;
  const known = new Map(platform?._install.authorizers?.map(({ name, host }) => [name, host]));
  const hosts = [platform, around, service].flatMap(scope => {
    const authorizer = scope?.access._authorizer;
    return authorizer === undefined ? [] : [hostOf(authorizer, known, service.node.path)];
  });
  return [...new Set(hosts)].map(seenHost);
}

function hostOf({ name, _host }: ExternalAuthorizer, known: ReadonlyMap<string, string>, place: string): string {
  const host = _host ?? known.get(name);
  if (host === undefined) {
    throw new Error(`${place}: may call only what it names, but the host of "${name}", which authorizes its requests, is not known here. Use ExternalAuthorizer.fromName("${name}", { host: "..." }).`);
  }
  return host;
}
