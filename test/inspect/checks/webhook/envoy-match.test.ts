import { envoyFilter } from '../../../../lib/inspect/checks/webhook/envoy-filter';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: envoyFilter, apiVersion: 'networking.istio.io/v1alpha3', kind: 'EnvoyFilter', without: 'envoy-filter-internal' };

describe('the match of a patch', () => {
  test.each<[string, string, string[]]>([
    ['listeners matched by something else', `configPatches:
- {applyTo: FILTER_CHAIN, match: {routeConfiguration: {}}, patch: {operation: REMOVE}}`, [
      'envoy-match-object | spec.configPatches[0].match.routeConfiguration | FILTER_CHAIN is matched by listener, not by routeConfiguration',
    ]],
    ['routes matched by something else', `configPatches:
- {applyTo: HTTP_ROUTE, match: {cluster: {}}, patch: {operation: REMOVE}}`, [
      'envoy-match-object | spec.configPatches[0].match.cluster | HTTP_ROUTE is matched by routeConfiguration, not by cluster',
    ]],
    ['clusters matched by something else', `configPatches:
- {applyTo: CLUSTER, match: {listener: {}}, patch: {operation: REMOVE}}`, [
      'envoy-match-object | spec.configPatches[0].match.listener | CLUSTER is matched by cluster, not by listener',
    ]],
    ['a filter that has no effect', `configPatches:
- {applyTo: FILTER_CHAIN, match: {listener: {filterChain: {filter: {name: a}}}}, patch: {operation: REMOVE}}`, [
      'envoy-match-filter-idle | spec.configPatches[0].match.listener.filterChain.filter | the match on a filter has no effect on FILTER_CHAIN',
    ]],
    ['a filter without a name', `configPatches:
- {applyTo: NETWORK_FILTER, match: {listener: {filterChain: {filter: {subFilter: {name: a}}}}}, patch: {operation: REMOVE}}`, [
      'envoy-match-filter-name | spec.configPatches[0].match.listener.filterChain.filter.name | the matched filter has no name',
    ]],
    ['a filter within another, for the wrong place', `configPatches:
- {applyTo: NETWORK_FILTER, match: {listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager, subFilter: {name: a}}}}}, patch: {operation: REMOVE}}`, [
      'envoy-match-sub-filter | spec.configPatches[0].match.listener.filterChain.filter.subFilter | a sub-filter can be matched only for HTTP_FILTER, not for NETWORK_FILTER',
    ]],
    ['a filter within one that has none', `configPatches:
- {applyTo: HTTP_FILTER, match: {listener: {filterChain: {filter: {name: a, subFilter: {name: b}}}}}, patch: {operation: REMOVE}}`, [
      'envoy-match-sub-filter | spec.configPatches[0].match.listener.filterChain.filter.subFilter | a contains no HTTP filters',
    ]],
    ['a filter without a name within another', `configPatches:
- {applyTo: HTTP_FILTER, match: {listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager, subFilter: {}}}}}, patch: {operation: REMOVE}}`, [
      'envoy-match-filter-name | spec.configPatches[0].match.listener.filterChain.filter.subFilter.name | the matched filter has no name',
    ]],
    ['filters by their former names', `configPatches:
- {applyTo: HTTP_FILTER, match: {listener: {filterChain: {filter: {name: envoy.http_connection_manager, subFilter: {name: envoy.router}}}}}, patch: {operation: REMOVE}}`, [
      'envoy-filter-former-name | spec.configPatches[0].match.listener.filterChain.filter.name | envoy.http_connection_manager is called envoy.filters.network.http_connection_manager today',
      'envoy-filter-former-name | spec.configPatches[0].match.listener.filterChain.filter.subFilter.name | envoy.router is called envoy.filters.http.router today',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['no match at all', `configPatches:
- {applyTo: CLUSTER, match: {context: ANY}, patch: {operation: REMOVE}}`],
    ['matches that fit', `configPatches:
- {applyTo: VIRTUAL_HOST, match: {routeConfiguration: {}}, patch: {operation: REMOVE}}
- {applyTo: CLUSTER, match: {cluster: {}}, patch: {operation: REMOVE}}
- {applyTo: LISTENER, match: {listener: {filterChain: {name: a}}}, patch: {operation: REMOVE}}`],
    ['a filter within the connection manager', `configPatches:
- {applyTo: HTTP_FILTER, match: {listener: {filterChain: {filter: {name: envoy.filters.network.http_connection_manager, subFilter: {name: envoy.filters.http.router}}}}}, patch: {operation: REMOVE}}`],
    ['what is patched by no match of an object', `configPatches:
- {applyTo: EXTENSION_CONFIG, match: {cluster: {}}, patch: {operation: REMOVE}}`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
