import { listed } from '../../listed';
import { destinationsOf } from '../../mesh/destinations';
import type { Field } from '../../mesh/field';
import { appliesToMesh } from '../../mesh/gateway-references';
import { fullHost, scopesOf } from '../../mesh/hosts';
import { Asker, findHost } from '../../mesh/known-hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { providerScopes } from '../../mesh/provider-scopes';
import type { Resource } from '../../mesh/resource';
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
    const sent = appliesToMesh(virtualService) ? destinationsOf(virtualService).filter(({ isMirror }) => !isMirror) : [];
    const hidden = sent.filter(({ host }) => isHidden(set, asker, host));
    const called = hidden.length === 0 ? undefined : providerOf(set, asker, spec.at('hosts').texts);
    if (called === undefined) {
      return;
    }
    const clients = inBoth(scopesOf(asker.exportTo, namespace), providerScopes(called));
    for (const { host } of hidden) {
      const scopes = providerScopes(findHost(set, asker, host.text ?? '')!.provider);
      const wanted = fullHost(set, host.text ?? '', namespace);
      const without = clients.filter(client => client === '*' || findHost(set, { namespace: client, exportTo: [] }, wanted) === undefined);
      if (without.length > 0) {
        yield {
          rule: hiddenDestination,
          path: host.path,
          message: `${host.text} is exported only to ${listed(scopes)}, so clients ${whereOf(without)} that take this route get 503`,
          repair: 'export the destination to the same namespaces, or limit exportTo of the VirtualService',
        };
      }
    }
  },
});

/** Whether a host is shown to some alone. */
function isHidden(set: ObjectSet, asker: Asker, { text = '' }: Field): boolean {
  const known = findHost(set, asker, text);
  return known !== undefined && !isForAll(providerScopes(known.provider));
}

/** What provides the first of some hosts that is known. */
function providerOf(set: ObjectSet, asker: Asker, hosts: readonly string[]): Resource | undefined {
  return hosts.map(host => findHost(set, asker, host)?.provider).find(provider => provider !== undefined);
}

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
