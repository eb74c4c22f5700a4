import { envoyFilter } from '../../../../lib/inspect/checks/webhook/envoy-filter';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: envoyFilter, apiVersion: 'networking.istio.io/v1alpha3', kind: 'EnvoyFilter', without: 'envoy-filter-internal' };

describe('the value of a patch', () => {
  test.each<[string, string, string[]]>([
    ['a name that is no text', `configPatches:
- {applyTo: LISTENER, patch: {operation: MERGE, value: {name: 22}}}`, [
      'envoy-value-name | spec.configPatches[0].patch.value.name | the name is not a string',
    ]],
    ['types of the former API', `configPatches:
- {applyTo: CLUSTER, patch: {operation: MERGE, value: {transport_socket: {typed_config: {"@type": type.googleapis.com/envoy.api.v2.auth.UpstreamTlsContext, a: [{"@type": type.googleapis.com/envoy.config.filter.http.jwt_authn.v2alpha.A}]}}}}}`, [
      'envoy-value-former-type | spec.configPatches[0].patch.value.transport_socket.typed_config["@type"] | type.googleapis.com/envoy.api.v2.auth.UpstreamTlsContext is of version 2 of Envoy\'s API, which is no longer supported',
      'envoy-value-former-type | spec.configPatches[0].patch.value.transport_socket.typed_config.a[0]["@type"] | type.googleapis.com/envoy.config.filter.http.jwt_authn.v2alpha.A is of version 2 of Envoy\'s API, which is no longer supported',
    ]],
    ['a filter without configuration', `configPatches:
- {applyTo: NETWORK_FILTER, patch: {operation: MERGE, value: {name: a}}}`, [
      'envoy-value-untyped | spec.configPatches[0].patch.value | it has a name, but no typed_config',
    ]],
    ['a socket without configuration', `configPatches:
- {applyTo: CLUSTER, patch: {operation: MERGE, value: {transport_socket: {name: a}}}}`, [
      'envoy-value-untyped | spec.configPatches[0].patch.value.transport_socket | it has a name, but no typed_config',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['a filter with configuration', `configPatches:
- {applyTo: HTTP_FILTER, patch: {operation: MERGE, value: {name: a, typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua}}}}`],
    ['a filter whose configuration is fetched', `configPatches:
- {applyTo: HTTP_FILTER, patch: {operation: MERGE, value: {name: a, configDiscovery: {}}}}`],
    ['what is free to hold any type', `configPatches:
- {applyTo: HTTP_FILTER, patch: {operation: MERGE, value: {typed_config: {"@type": type.googleapis.com/udpa.type.v1.TypedStruct, value: {"@type": type.googleapis.com/envoy.api.v2.Cluster}}, metadata: {filter_metadata: {"@type": a/envoy.api.v2.A}}}}}`],
    ['the name of a bootstrap, which has none', `configPatches:
- {applyTo: BOOTSTRAP, patch: {operation: MERGE, value: {name: 22}}}`],
    ['a cluster by its fields', `configPatches:
- {applyTo: CLUSTER, patch: {operation: MERGE, value: {lb_policy: RING_HASH}}}`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
