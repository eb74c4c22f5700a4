import { listed } from '../../listed';
import { destinationsOf } from '../../mesh/destinations';
import { appliesToMesh } from '../../mesh/gateway-references';
import { fullHost, scopesOf } from '../../mesh/hosts';
import { findHost } from '../../mesh/known-hosts';
import { providerScopes } from '../../mesh/provider-scopes';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const hiddenDestination = meshRule('MESH074', 'warning', ['hidden-destination', 'Clients that see a VirtualService do not see a Service to which it sends them.']);

/** Destinations that end in 503 for clients of other namespaces. */
export const hiddenDestinationCheck = defineCheck({
  rules: [hiddenDestination],
  kinds: ['networking.istio.io/VirtualService'],
  reads: ['Service', 'networking.istio.io/ServiceEntry'],
  * judge(virtualService, { set }) {
    const { spec, namespace } = virtualService;
    const asker = { namespace, exportTo: spec.at('exportTo').texts };
    const called = spec.at('hosts').texts.map(host => findHost(set, asker, host)?.provider).find(provider => provider !== undefined);
    if (!appliesToMesh(virtualService) || called === undefined) {
      return;
    }
    const clients = inBoth(scopesOf(asker.exportTo, namespace), providerScopes(called));
    for (const host of destinationsOf(virtualService).filter(({ isMirror }) => !isMirror).map(({ place }) => place.at('host'))) {
      const provider = findHost(set, asker, host.text ?? '')?.provider;
      const scopes = provider === undefined ? ALL : providerScopes(provider);
      const wanted = fullHost(set, host.text ?? '', namespace);
      const without = clients.filter(client => !isForAll(scopes) && (client === '*' || findHost(set, { namespace: client, exportTo: [] }, wanted) === undefined));
      if (without.length > 0) {
        yield {
          rule: hiddenDestination,
          path: host.path,
          message: `${host.text} shows itself to ${listed(scopes)} alone, and clients ${whereOf(without)} that take this route get 503`,
          repair: 'show the destination to the same namespaces, or limit exportTo of the VirtualService',
        };
      }
    }
  },
});

const ALL = ['*'];

/** The namespaces that see two objects; `~` is none. */
function inBoth(scopes: readonly string[], others: readonly string[]): readonly string[] {
  if (isForAll(scopes) || isForAll(others)) {
    return (isForAll(scopes) ? others : scopes).filter(scope => scope !== '~');
  }
  return scopes.filter(scope => scope !== '~' && others.includes(scope));
}

function whereOf(namespaces: readonly string[]): string {
  return isForAll(namespaces) ? 'elsewhere' : `of ${listed(namespaces)}`;
}

function isForAll(scopes: readonly string[]): boolean {
  return scopes.includes('*');
}
