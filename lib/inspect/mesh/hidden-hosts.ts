import { listed } from '../listed';
import { gatewayReferences, ISTIO_GATEWAY } from './gateway-references';
import { fullHost, scopesOf } from './hosts';
import { Asker, findHost, KnownHost, knownHosts } from './known-hosts';
import { ObjectSet, perSet } from './object-set';
import { podsSelected } from './pods';
import { providerScopes } from './provider-scopes';
import type { Resource } from './resource';

/** What provides the host that an object means, and shows itself to others alone; undefined where it is seen, or where nothing provides it. */
export function hiddenHost(set: ObjectSet, asker: Asker, host: string): KnownHost | undefined {
  const known = shownToSome(set).get(fullHost(set, host, asker.namespace));
  return known === undefined || findHost(set, asker, host) !== undefined ? undefined : known;
}

/** The hosts that are not shown to all namespaces. */
const shownToSome = perSet((set): ReadonlyMap<string, KnownHost> => new Map(
  [...knownHosts(set).byScope].filter(([scope]) => scope !== '*').flatMap(([, hosts]) => [...hosts]),
));

/** What is said of a hidden host. */
export interface WhyHidden {
  readonly message: string;
  readonly repair: string;
}

/** What is said of such a host to whoever asks for it. */
export function whyHidden({ host, provider }: KnownHost, { namespace, exportTo }: Asker): WhyHidden {
  const [kind, field] = provider.kind === 'Service' ? ['Service', 'its annotation networking.istio.io/exportTo'] : ['ServiceEntry', 'its exportTo'];
  const asking = exportTo.length === 0 ? [namespace] : scopesOf(exportTo, namespace);
  const shown = providerScopes(provider).filter(scope => scope !== '~');
  return {
    message: `${kind} ${provider.fullName} provides ${host}, but ${field} exports it ${shown.length === 0 ? 'to no namespace' : `only to ${listed(shown)}`}, `
      + `so it does not exist ${asking.includes('*') ? 'elsewhere' : `for ${listed(asking)}`}`,
    repair: `${asking.includes('*') ? 'write "*" there' : `add ${listed(asking)} there`}, or correct the host`,
  };
}

/**
 * What is said of such a host where a VirtualService sends requests of gateways to it. These look from the namespaces of their pods: undefined where
 * all of them see it, or the set shows none of them.
 */
export function whyHiddenFromGateways(set: ObjectSet, known: KnownHost, virtualService: Resource): WhyHidden | undefined {
  const { namespace: own, spec } = virtualService;
  const readers = scopesOf(spec.at('exportTo').texts, own);
  const without = gatewayNamespaces(set, virtualService)
    .filter(namespace => readers.includes('*') || readers.includes(namespace))
    .filter(namespace => findHost(set, { namespace, exportTo: [] }, known.host) === undefined);
  return without.length === 0 ? undefined : whyHidden(known, { namespace: own, exportTo: without });
}

function gatewayNamespaces(set: ObjectSet, virtualService: Resource): readonly string[] {
  const selectors = gatewayReferences(virtualService).map(({ namespace, name }) => set.find(ISTIO_GATEWAY, namespace, name)?.spec.at('selector'));
  const pods = selectors.flatMap(selector => (selector?.isFilled === true ? podsSelected(set, selector.textMap) : []));
  return [...new Set(pods.map(({ namespace }) => namespace))].sort();
}
