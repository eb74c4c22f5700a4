import { destinationsOf } from './destinations';
import { HostIndex } from './host-index';
import { fullHost } from './hosts';
import { meshConfig, rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';

/** The kinds by which proxies are told to send something to a host, beside the mesh config. */
export const PROXIED_KINDS: readonly string[] = [
  'networking.istio.io/VirtualService', 'security.istio.io/RequestAuthentication',
  'networking.istio.io/EnvoyFilter',
  ...['HTTPRoute', 'GRPCRoute', 'TCPRoute'].map(kind => `gateway.networking.k8s.io/${kind}`),
];

const [VIRTUAL_SERVICE, REQUEST_AUTHENTICATION, ENVOY_FILTER, ...ROUTES] = PROXIED_KINDS;

/**
 * The hosts to which proxies send what they have unencrypted: requests that routes lead there from another host or port, spans, questions for
 * authorizers and for keys. What an application sends to such a host is not all that comes there.
 */
export const proxiedHosts = perSet((set): HostIndex<undefined> => new HostIndex(
  [...routedHosts(set), ...backendHosts(set), ...providerHosts(set), ...keyHosts(set), ...filterHosts(set)].map(host => [host, undefined] as const),
));

function routedHosts(set: ObjectSet): string[] {
  return set.of(VIRTUAL_SERVICE).flatMap(virtualService => destinationsOf(virtualService)
    .filter(({ protocol, host }) => protocol !== 'tls' && host.text !== undefined)
    .map(({ host }) => fullHost(set, host.text!, virtualService.namespace)));
}

function backendHosts(set: ObjectSet): string[] {
  const backends = set.of(...ROUTES).flatMap(({ spec }) => spec.at('rules').items()).flatMap(rule => rule.at('backendRefs').items());
  return backends.filter(backend => backend.at('kind').text === 'Hostname').map(backend => backend.at('name').text ?? '');
}

function providerHosts(set: ObjectSet): string[] {
  const settings = meshConfig(set).at('extensionProviders').items().flatMap(provider => provider.entries().map(([, one]) => one.at('service').text ?? ''));
  return settings.map(service => fullHost(set, service.slice(service.indexOf('/') + 1), rootNamespace(set)));
}

function keyHosts(set: ObjectSet): string[] {
  const addresses = set.of(REQUEST_AUTHENTICATION).flatMap(({ spec }) => spec.at('jwtRules').items()).map(rule => rule.at('jwksUri').text ?? '');
  return addresses.map(address => /^https?:\/\/([^/:]+)/.exec(address)?.[1] ?? '');
}

/** The hosts of the clusters that filters name, `outbound|443||ratelimit.example.com`, such as authorizers and limits of rates. */
function filterHosts(set: ObjectSet): string[] {
  return set.of(ENVOY_FILTER).flatMap(({ spec }) => [...(JSON.stringify(spec.value) ?? '').matchAll(/outbound\|\d*\|[^|"]*\|([^|"]+)/g)]).map(([, host]) => host);
}
