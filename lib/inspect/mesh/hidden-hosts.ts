import { listed } from '../listed';
import { fullHost, scopesOf } from './hosts';
import { Asker, findHost, KnownHost, knownHosts } from './known-hosts';
import { ObjectSet, perSet } from './object-set';
import { providerScopes } from './provider-scopes';

/** What provides the host that an object means, and shows itself to others alone; undefined where it is seen, or where nothing provides it. */
export function hiddenHost(set: ObjectSet, asker: Asker, host: string): KnownHost | undefined {
  const known = shownToSome(set).get(fullHost(set, host, asker.namespace));
  return known === undefined || findHost(set, asker, host) !== undefined ? undefined : known;
}

/** The hosts that are not shown to all namespaces. */
const shownToSome = perSet((set): ReadonlyMap<string, KnownHost> => new Map(
  [...knownHosts(set).byScope].filter(([scope]) => scope !== '*').flatMap(([, hosts]) => [...hosts]),
));

/** What is said of such a host to whoever asks for it. */
export function whyHidden({ host, provider }: KnownHost, { namespace, exportTo }: Asker): { readonly message: string; readonly repair: string } {
  const [kind, field] = provider.kind === 'Service' ? ['Service', 'its annotation networking.istio.io/exportTo'] : ['ServiceEntry', 'its exportTo'];
  const asking = exportTo.length === 0 ? [namespace] : scopesOf(exportTo, namespace);
  const shown = providerScopes(provider).filter(scope => scope !== '~');
  return {
    message: `${kind} ${provider.fullName} provides ${host}, but ${field} exports it ${shown.length === 0 ? 'to no namespace' : `only to ${listed(shown)}`}, `
      + `so it does not exist ${asking.includes('*') ? 'elsewhere' : `for ${listed(asking)}`}`,
    repair: `${asking.includes('*') ? 'write "*" there' : `add ${listed(asking)} there`}, or correct the host`,
  };
}
