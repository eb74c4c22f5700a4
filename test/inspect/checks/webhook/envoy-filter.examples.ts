import { istioObject, RuleExamples } from '../rule-examples';

const filter = (spec: string): string => istioObject('networking.istio.io/v1alpha3', 'EnvoyFilter', spec);
const patch = (fields: string): string => filter(`configPatches:\n- {${fields}}`);
const REMOVE = 'patch: {operation: REMOVE}';
const matched = (applyTo: string, fields: string): string => (
  patch(`applyTo: ${applyTo}, match: {listener: {filterChain: {filter: {${fields}}}}}, ${REMOVE}`)
);
const valued = (applyTo: string, value: string): string => patch(`applyTo: ${applyTo}, patch: {operation: MERGE, value: {${value}}}`);
const MANAGER = 'envoy.filters.network.http_connection_manager';

/** An EnvoyFilter is always warned of, so the good ones say why it has to be. */
function wanted(object: string): string {
  return object.replace('namespace: shop}', 'namespace: shop, annotations: {cdk8s-mesh/suppress: "envoy-filter-internal: no other kind can"}}');
}

const pairs: RuleExamples = {
  'envoy-patch-place': { bad: patch(REMOVE), good: patch(`applyTo: CLUSTER, ${REMOVE}`) },
  'envoy-patch-missing': { bad: patch('applyTo: CLUSTER'), good: patch(`applyTo: CLUSTER, ${REMOVE}`) },
  'envoy-patch-operation': { bad: patch('applyTo: CLUSTER, patch: {value: {}}'), good: valued('CLUSTER', '') },
  'envoy-patch-value-missing': { bad: patch('applyTo: CLUSTER, patch: {operation: MERGE}'), good: valued('CLUSTER', '') },
  'envoy-proxy-version': {
    bad: patch(`applyTo: CLUSTER, match: {proxy: {proxyVersion: "1.30++"}}, ${REMOVE}`),
    good: patch(`applyTo: CLUSTER, match: {proxy: {proxyVersion: "1[.]30.*"}}, ${REMOVE}`),
  },
  'envoy-proxy-version-long': {
    bad: patch(`applyTo: CLUSTER, match: {proxy: {proxyVersion: ${'1'.repeat(1025)}}}, ${REMOVE}`),
    good: patch(`applyTo: CLUSTER, match: {proxy: {proxyVersion: ${'a'.repeat(1024)}}}, ${REMOVE}`),
  },
  'envoy-match-object': {
    bad: patch(`applyTo: CLUSTER, match: {listener: {}}, ${REMOVE}`),
    good: patch(`applyTo: CLUSTER, match: {cluster: {}}, ${REMOVE}`),
  },
  'envoy-match-filter-name': { bad: matched('NETWORK_FILTER', 'name: ""'), good: matched('NETWORK_FILTER', `name: ${MANAGER}`) },
  'envoy-match-sub-filter': {
    bad: matched('NETWORK_FILTER', `name: ${MANAGER}, subFilter: {name: envoy.filters.http.router}`),
    good: matched('HTTP_FILTER', `name: ${MANAGER}, subFilter: {name: envoy.filters.http.router}`),
  },
  'envoy-match-filter-idle': { bad: matched('LISTENER', `name: ${MANAGER}`), good: matched('NETWORK_FILTER', `name: ${MANAGER}`) },
  'envoy-filter-former-name': {
    bad: matched('HTTP_FILTER', `name: ${MANAGER}, subFilter: {name: envoy.router}`),
    good: matched('HTTP_FILTER', `name: ${MANAGER}, subFilter: {name: envoy.filters.http.router}`),
  },
  'envoy-value-name': { bad: valued('CLUSTER', 'name: 22'), good: valued('CLUSTER', 'name: "22"') },
  'envoy-value-former-type': {
    bad: valued('HTTP_FILTER', 'typed_config: {"@type": type.googleapis.com/envoy.config.filter.http.lua.v2.Lua}'),
    good: valued('HTTP_FILTER', 'typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua}'),
  },
  'envoy-value-untyped': {
    bad: valued('HTTP_FILTER', 'name: envoy.filters.http.lua'),
    good: valued('HTTP_FILTER', 'typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua}'),
  },
};

/** The rules of the webhook for an EnvoyFilter. */
export const envoyFilterExamples: RuleExamples = {
  'envoy-filter-internal': {
    bad: patch(`applyTo: CLUSTER, ${REMOVE}`),
    good: istioObject('networking.istio.io/v1', 'DestinationRule', 'host: cart'),
  },
  ...Object.fromEntries(Object.entries(pairs).map(([slug, { bad, good }]) => [slug, { bad, good: wanted(good) }])),
};
